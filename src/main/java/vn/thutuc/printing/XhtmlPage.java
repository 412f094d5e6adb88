package vn.thutuc.printing;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XHTML, strictly, and nothing that it might refer to. */
final class XhtmlPage {

  /** What of a template is not XHTML: comments, directives, macro calls, values. */
  private static final Pattern NOT_XHTML =
      Pattern.compile("<#--.*?-->|</?[#@][^>]*>|\\$\\{[^}]*}", Pattern.DOTALL);

  private XhtmlPage() {}

  /**
   * Refuses a template whose own tags do not match; looked at before it is filled, so that the line
   * is that of the file.
   *
   * @throws BadTemplateException with file and line
   */
  static void check(String file, String source) {
    StringBuilder rest = new StringBuilder("<template>");
    Matcher parts = NOT_XHTML.matcher(source);
    while (parts.find()) {
      parts.appendReplacement(rest, "\n".repeat((int) parts.group().lines().count() - 1));
    }
    parts.appendTail(rest).append("</template>");
    parse(file, rest.toString());
  }

  /**
   * The page.
   *
   * @throws BadTemplateException when it is not well-formed
   */
  static Document parse(String file, String xhtml) {
    try {
      return builder().parse(new InputSource(new StringReader(xhtml)));
    } catch (SAXParseException e) {
      throw new BadTemplateException(
          new TemplateProblem(
              file,
              e.getLineNumber(),
              "not well-formed XHTML ("
                  + e.getMessage()
                  + "); close every tag, write & as &amp; and other entities by number"));
    } catch (SAXException | IOException e) {
      throw new BadTemplateException(new TemplateProblem(file, 0, "not readable as XHTML"));
    }
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The XML parser of this Java knows no safe mode", e);
    }
  }

  /** Throws what the default handler would also write to the console. */
  private static final class Silent implements ErrorHandler {

    @Override
    public void warning(SAXParseException e) {
      // Nothing of interest to a printed page.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
