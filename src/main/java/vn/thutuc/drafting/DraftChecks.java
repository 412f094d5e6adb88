package vn.thutuc.drafting;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.PaperTasks;

/** What officers typed, checked before anything is done with it. */
final class DraftChecks {

  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_REASON = 2_000;

  /** Where a comment goes for which the form has no field: the dossier keeps it with the step. */
  private static final String NOTE = "note";

  private DraftChecks() {}

  static PaperText text(ResultDrafts.Save save) {
    if (save.text() == null) {
      throw DossierProblem.invalid("field-missing", "text", "Chưa có nội dung để lưu.");
    }
    PaperText text = save.text().plain();
    text.check();
    return text;
  }

  /** What was changed, in the officer's words; null when they said nothing. */
  static String note(String note) {
    String said = plain(note);
    if (said != null && said.length() > LONGEST_NOTE) {
      throw DossierProblem.invalid(
          "field-too-long",
          "note",
          "\"Nội dung thay đổi\" dài %d ký tự, chỉ được tối đa %d. Hãy rút gọn rồi gửi lại."
              .formatted(said.length(), LONGEST_NOTE));
    }
    return said;
  }

  static String reason(String reason) {
    String why = plain(reason);
    if (why == null) {
      throw DossierProblem.invalid(
          "field-missing", "reason", "Chưa nhập \"Lý do\". Hãy điền rồi gửi lại.");
    }
    if (why.length() > LONGEST_REASON) {
      throw DossierProblem.invalid(
          "field-too-long",
          "reason",
          "\"Lý do\" dài %d ký tự, chỉ được tối đa %d. Hãy rút gọn rồi gửi lại."
              .formatted(why.length(), LONGEST_REASON));
    }
    return why;
  }

  /** Without what nobody sees and without blanks at the ends; null when nothing is left. */
  private static String plain(String text) {
    String plain = text == null ? "" : PlainText.of(text).strip();
    return plain.isEmpty() ? null : plain;
  }

  /** What the step's form submits. */
  static Map<String, Object> form(PaperTasks.Task task, PaperTasks.Choice chosen, String comment) {
    String text = plain(comment);
    if (chosen.commentRequired() && text == null) {
      throw DossierProblem.invalid(
          "field-missing",
          "comment",
          "Chưa ghi nội dung cần chỉnh sửa hoặc lý do. Hãy ghi rồi gửi lại.");
    }
    if (text != null && text.length() > chosen.longest()) {
      throw DossierProblem.invalid(
          "field-too-long",
          "comment",
          "Ý kiến dài %d ký tự, chỉ được tối đa %d. Hãy rút gọn rồi gửi lại."
              .formatted(text.length(), chosen.longest()));
    }
    Map<String, Object> form = new LinkedHashMap<>();
    form.put(task.decisionField(), chosen.value());
    if (text != null) {
      form.put(chosen.commentField() == null ? NOTE : chosen.commentField(), text);
    }
    return form;
  }
}
