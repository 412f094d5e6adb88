package vn.thutuc.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** The report for machines; its form is described in docs/designer/rehearsal.md. */
final class JsonReport {

  private static final String FORMAT = "thutuc-rehearsal/1";

  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  String text(List<ProcedureReport> reports) {
    ObjectNode root = json.createObjectNode();
    root.put("format", FORMAT);
    ArrayNode procedures = root.putArray("procedures");
    reports.forEach(report -> procedures.add(procedure(report)));
    root.put("ok", reports.stream().allMatch(ProcedureReport::ok));
    try {
      return json.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The report cannot be written as JSON", e);
    }
  }

  private ObjectNode procedure(ProcedureReport report) {
    ObjectNode node = json.createObjectNode();
    node.put("code", report.code());
    node.put("title", report.title());
    node.putObject("model").put("file", report.file()).put("sha256", report.sha256());
    node.putObject("facts").put("version", report.version());
    node.put("calendar", report.calendar());
    node.put("made", report.made().toString());
    node.put("received", report.received().toString());
    texts(node.putArray("problems"), report.problems());
    ArrayNode paths = node.putArray("paths");
    report.paths().forEach(path -> paths.add(path(path)));
    if (report.coverage() == null) {
      node.putNull("coverage");
    } else {
      coverage(node.putObject("coverage"), report.coverage());
    }
    node.put("ok", report.ok());
    return node;
  }

  private ObjectNode path(PathResult result) {
    ObjectNode node = json.createObjectNode();
    node.put("path", result.path());
    node.put("verdict", result.verdict().name());
    node.put("reason", result.reason());
    Walked walked = result.walked();
    node.put("case", walked == null ? null : walked.intake().caseCode());
    node.put("area", walked == null ? null : walked.intake().area());
    node.put("channel", walked == null ? null : walked.intake().channel().name());
    node.put("returnMethod", walked == null ? null : walked.intake().returnMethod().name());
    node.put("elsewhere", walked != null && walked.intake().elsewhere());
    node.put("ok", result.ok());
    node.put("outcome", walked == null ? null : Words.outcome(walked));
    node.put("state", walked == null ? 0 : walked.state());
    node.put("days", walked == null ? 0 : walked.days());
    texts(node.putArray("problems"), result.problems());
    ArrayNode timeline = node.putArray("timeline");
    if (walked != null) {
      walked.lines().forEach(line -> timeline.add(line(line)));
      texts(node.putArray("explanation"), walked.explanation());
      if (!result.ok()) {
        texts(node.putArray("lastSteps"), walked.lastSteps());
        node.putPOJO("variables", walked.flags());
      }
    }
    return node;
  }

  private ObjectNode line(Line line) {
    ObjectNode node = json.createObjectNode();
    node.put("at", line.at().toString());
    node.put("kind", line.kind().name());
    node.put("text", line.text());
    node.put("process", line.process());
    node.put("element", line.element());
    node.put("who", line.who());
    node.put("due", line.due() == null ? null : line.due().toString());
    node.put("note", line.note());
    return node;
  }

  private static void coverage(ObjectNode node, Cover.Coverage coverage) {
    node.put("flows", coverage.flows());
    node.put("taken", coverage.taken());
    texts(node.putArray("missing"), coverage.missing());
    texts(node.putArray("excused"), coverage.excused());
    node.put("calledFlows", coverage.calledFlows());
    node.put("calledTaken", coverage.calledTaken());
    texts(node.putArray("calledMissing"), coverage.calledMissing());
    node.put("walks", coverage.walks());
  }

  private static void texts(ArrayNode array, Collection<String> texts) {
    texts.forEach(array::add);
  }
}
