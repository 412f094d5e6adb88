package vn.thutuc.modelling.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vn.thutuc.modelling.Finding;

/**
 * Findings as people and machines read them.
 *
 * @param files how many files were checked
 * @param findings what was found
 */
record Report(long files, List<Finding> findings) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String PAGES = "docs/designer/lint/";

  private long errors() {
    return findings.stream().filter(Finding::isError).count();
  }

  /** One line a finding, and a line with the figures. */
  String text() {
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> text.append(finding.line()).append('\n'));
    return text.append(
            "%d files, %d errors, %d warnings%n"
                .formatted(files, errors(), findings.size() - errors()))
        .toString();
  }

  /** One object with the figures and a list of findings. */
  String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("files", files);
    root.put("errors", errors());
    root.put("warnings", findings.size() - errors());
    ArrayNode list = root.putArray("findings");
    for (Finding finding : findings) {
      list.addObject()
          .put("file", finding.file())
          .put("line", finding.lineNumber())
          .put("element", finding.element())
          .put("rule", finding.rule())
          .put("severity", level(finding))
          .put("message", finding.message())
          .put("page", PAGES + finding.rule() + ".md");
    }
    return written(root);
  }

  /** SARIF 2.1.0, which editors and build servers show beside the file. */
  String sarif() {
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "thutuc validate");
    ArrayNode rules = driver.putArray("rules");
    for (Rule<?> rule : Rules.ALL) {
      ObjectNode one = rules.addObject();
      one.put("id", rule.code());
      one.putObject("shortDescription").put("text", rule.title() + ".");
      one.putObject("defaultConfiguration")
          .put("level", rule.severity().name().toLowerCase(Locale.ROOT));
      one.put("helpUri", page(rule.code()));
    }
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    for (Finding finding : findings) {
      result(results.addObject(), finding);
    }
    return written(root);
  }

  private static void result(ObjectNode result, Finding finding) {
    result.put("ruleId", finding.rule());
    result.put("ruleIndex", index(finding.rule()));
    result.put("level", level(finding));
    result.putObject("message").put("text", finding.message());
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(finding.file()));
    if (finding.lineNumber() > 0) {
      physical.putObject("region").put("startLine", finding.lineNumber());
    }
    location
        .putArray("logicalLocations")
        .addObject()
        .put("name", finding.element())
        .put("kind", "element");
  }

  private static int index(String code) {
    for (int i = 0; i < Rules.ALL.size(); i++) {
      if (Rules.ALL.get(i).code().equals(code)) {
        return i;
      }
    }
    return -1;
  }

  private static String level(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  /** The page in the folder the command runs in, as an absolute address. */
  private static String page(String code) {
    return Path.of(PAGES + code + ".md").toAbsolutePath().toUri().toString();
  }

  private static String uri(String file) {
    try {
      return new URI(null, null, file, null).toASCIIString();
    } catch (URISyntaxException e) {
      return file;
    }
  }

  private static String written(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report cannot be written", e);
    }
  }
}
