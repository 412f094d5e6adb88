package vn.thutuc.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/**
 * What is left of a model without codes, names, numbers and facts: two procedures of one shape take
 * the same ways, so that one of them stands for both where every way is walked.
 */
final class ShapeOf {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

  /** Elements that tell people something and the engine nothing. */
  private static final Set<String> SILENT =
      Set.of(
          "documentation", "collaboration", "laneSet", "textAnnotation", "association", "property");

  /** Literals that every model means in the same way. */
  private static final Set<String> COMMON =
      Set.of(
          "competent",
          "desk",
          "return",
          "verifier",
          "one-stop-officer",
          "specialist",
          "head",
          "leader",
          "clerk",
          "settlement",
          "completeness",
          "complete",
          "incomplete",
          "refuse",
          "grant",
          "supplement",
          "verify",
          "approve",
          "granted",
          "refused",
          "supplied",
          "expired",
          "passed",
          "failed",
          "COUNTER",
          "ONLINE",
          "POSTAL",
          "ELECTRONIC",
          "yes",
          "no",
          "YES",
          "NO");

  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, String> literals = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  private ShapeOf() {}

  /** The hash of a model's shape. */
  static String hash(ModelFile model) {
    ShapeOf shape = new ShapeOf();
    NodeList processes = parsed(model).getElementsByTagNameNS(BPMN, "process");
    for (int i = 0; i < processes.getLength(); i++) {
      shape.add((Element) processes.item(i));
    }
    byte[] left = shape.text.toString().getBytes(StandardCharsets.UTF_8);
    return new ModelFile(model.path(), left).sha256();
  }

  private static Element parsed(ModelFile model) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(model.content()))
          .getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new IllegalArgumentException(model.path() + " cannot be read", e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("This Java has no secure XML parser", e);
    }
  }

  private void add(Element element) {
    if (SILENT.contains(element.getLocalName())) {
      return;
    }
    text.append('<').append(element.getLocalName());
    Map<String, String> kept = new TreeMap<>();
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      String name = attribute.getLocalName();
      if (!name.equals("name") && !"xmlns".equals(attribute.getPrefix())) {
        kept.put(name, value(name, attribute.getValue()));
      }
    }
    text.append(kept).append('>');
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        add(inner);
      } else if (child instanceof Text words && !words.getData().isBlank()) {
        text.append(value(element.getLocalName(), words.getData().strip()));
      }
    }
  }

  private String value(String name, String value) {
    return switch (name) {
      case "id", "sourceRef", "targetRef", "attachedToRef", "default", "incoming", "outgoing" ->
          ids.computeIfAbsent(value, unknown -> "i" + ids.size());
      default -> value.contains("{") ? facts(value) : value;
    };
  }

  /** Names of places, phases and results are facts; which of them are the same is shape. */
  private String facts(String expression) {
    Matcher literal = LITERAL.matcher(expression);
    StringBuilder left = new StringBuilder();
    while (literal.find()) {
      String said = literal.group(1);
      String kept =
          COMMON.contains(said)
              ? said
              : literals.computeIfAbsent(said, unknown -> "l" + literals.size());
      literal.appendReplacement(left, Matcher.quoteReplacement("'" + kept + "'"));
    }
    return literal.appendTail(left).toString();
  }
}
