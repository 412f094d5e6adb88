package vn.thutuc.modelling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML without following anything outside it, and remembers the line of each element. */
public final class XmlFile {

  private static final String LINE = "vn.thutuc.line";

  /**
   * The document, or where and why it cannot be read.
   *
   * @param document null when it cannot be read
   * @param line where reading ended; 0 when the document was read
   * @param message why; null when the document was read
   */
  public record Parsed(Document document, int line, String message) {}

  private XmlFile() {}

  /** Reads a file. */
  public static Parsed parse(byte[] content) {
    try {
      Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      XMLReader reader = reader();
      Builder builder =
          new Builder(document, new String(content, StandardCharsets.UTF_8).split("\n", -1));
      reader.setContentHandler(builder);
      reader.setErrorHandler(builder);
      reader.parse(new org.xml.sax.InputSource(new ByteArrayInputStream(content)));
      return new Parsed(document, 0, null);
    } catch (SAXParseException e) {
      return new Parsed(null, e.getLineNumber(), e.getMessage());
    } catch (SAXException | IOException e) {
      return new Parsed(null, 0, e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("This Java has no secure XML parser", e);
    }
  }

  /** The line an element of a parsed file begins at; 0 when it is not known. */
  public static int lineOf(Element element) {
    return element.getUserData(LINE) instanceof Integer line ? line : 0;
  }

  private static XMLReader reader() throws ParserConfigurationException, SAXException {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    return factory.newSAXParser().getXMLReader();
  }

  private static final class Builder extends DefaultHandler {

    private final Document document;
    private final String[] lines;
    private final StringBuilder text = new StringBuilder();
    private Locator locator;
    private Node at;

    private Builder(Document document, String[] lines) {
      this.document = document;
      this.lines = lines;
      this.at = document;
    }

    @Override
    public void setDocumentLocator(Locator given) {
      locator = given;
    }

    @Override
    public void startElement(String space, String name, String qualified, Attributes attributes) {
      addText();
      Element element = document.createElementNS(space.isEmpty() ? null : space, qualified);
      for (int i = 0; i < attributes.getLength(); i++) {
        String its = attributes.getURI(i);
        element.setAttributeNS(
            its.isEmpty() ? null : its, attributes.getQName(i), attributes.getValue(i));
      }
      element.setUserData(LINE, begins(qualified), null);
      at.appendChild(element);
      at = element;
    }

    /** The locator stands behind the tag, which may have begun some lines above. */
    private int begins(String name) {
      int line = Math.min(locator.getLineNumber(), lines.length);
      for (int at = line; at > 0; at--) {
        if (lines[at - 1].contains("<" + name)) {
          return at;
        }
      }
      return line;
    }

    @Override
    public void endElement(String space, String name, String qualified) {
      addText();
      at = at.getParentNode();
    }

    private void addText() {
      if (!text.toString().isBlank()) {
        at.appendChild(document.createTextNode(text.toString()));
      }
      text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
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
