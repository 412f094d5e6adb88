package vn.thutuc.modelling.lint;

import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;

/** What a file must be before anything in it is looked at. */
final class FileRules {

  static final List<Rule<?>> RULES =
      List.of(
          Rule.of(
              Subject.Unreadable.class,
              "xml",
              "The file can be read as XML",
              (file, context, findings) -> unreadable(file, findings, false)),
          Rule.of(
              Subject.Unreadable.class,
              "form-json",
              "The form can be read as JSON",
              (file, context, findings) -> unreadable(file, findings, true)),
          Rule.of(
              Subject.CaseModel.class,
              "case-model",
              "Case models are not run here",
              (file, context, findings) ->
                  findings.add(0, "file", "Case models are not run here; draw a process.")),
          Rule.of(
              Subject.Table.class,
              "feel-only",
              "Decision tables speak FEEL only",
              FileRules::feelOnly),
          Rule.model(
              "one-process", "A file holds exactly one executable process", FileRules::oneProcess),
          Rule.model("file-name", "The file is named after the process", FileRules::fileName),
          Rule.model(
              "history-time-to-live",
              "The process says how long its history is kept",
              FileRules::timeToLive));

  private FileRules() {}

  private static void unreadable(Subject.Unreadable file, Findings findings, boolean form) {
    if (form == file.file().toLowerCase(Locale.ROOT).endsWith(".form")) {
      findings.add(
          file.line(), "line " + file.line(), "The file cannot be read: " + file.message());
    }
  }

  private static void feelOnly(Subject.Table table, Context context, Findings findings) {
    for (Element element : Xml.all(table.document())) {
      String language = element.getAttribute("expressionLanguage").toLowerCase(Locale.ROOT);
      if (!language.isBlank() && !language.contains("feel")) {
        findings.at(element, "Decision tables speak FEEL only, not '%s'.", language);
      }
      if ("text".equals(element.getLocalName())
          && element.getTextContent().matches("(?s).*[$#]\\{.*")) {
        findings.at(element, "A cell holds ${...}; decision tables speak FEEL only.");
      }
    }
  }

  private static void oneProcess(Model model, Context context, Findings findings) {
    int found = model.executable().size();
    if (found != 1) {
      findings.add(
          0,
          "process",
          "A file holds exactly one executable process, this one %d.".formatted(found));
    }
  }

  private static void fileName(Model model, Context context, Findings findings) {
    if (model.process() == null) {
      return;
    }
    String base = model.file().substring(model.file().lastIndexOf('/') + 1);
    String expected = model.isProcedure() ? model.code() + "-" : model.id() + ".bpmn";
    if (!base.startsWith(expected)) {
      findings.at(
          model.process(),
          "The file name must begin with '%s' (national code, then a slug).",
          expected);
    }
  }

  private static void timeToLive(Model model, Context context, Findings findings) {
    if (model.process() != null && Xml.camunda(model.process(), "historyTimeToLive").isBlank()) {
      findings.at(model.process(), "Set the process's history time to live, e.g. P3650D.");
    }
  }
}
