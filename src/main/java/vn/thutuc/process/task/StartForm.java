package vn.thutuc.process.task;

import java.util.Map;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.Party;
import vn.thutuc.dossier.ReceptionFacts;
import vn.thutuc.dossier.Submission;

/** Reads what Tasklist's start dialog submitted. Papers are checked in the first task. */
final class StartForm {

  private StartForm() {}

  static Submission submission(String procedure, Map<String, Object> fields) {
    Party owner =
        new Party(
            Party.Kind.PERSON,
            text(fields, "applicantName"),
            text(fields, "applicantIdNumber"),
            text(fields, "applicantPhone"),
            text(fields, "applicantEmail"),
            text(fields, "applicantAddress"));
    return new Submission(
        procedure,
        choice(Channel.class, fields, "channel", "Hình thức nộp"),
        text(fields, "caseCode"),
        text(fields, "areaClass"),
        choice(ReturnMethod.class, fields, "returnMethod", "Hình thức nhận kết quả"),
        null,
        text(fields, "competentUnit"),
        owner,
        null,
        null,
        null,
        new ReceptionFacts(null, null, null, null, null));
  }

  private static String text(Map<String, Object> fields, String name) {
    Object value = fields.get(name);
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }

  private static <E extends Enum<E>> E choice(
      Class<E> type, Map<String, Object> fields, String name, String label) {
    String value = text(fields, name);
    try {
      return value == null ? null : Enum.valueOf(type, value);
    } catch (IllegalArgumentException e) {
      throw new DossierProblem(
          DossierProblem.Kind.INVALID,
          name + "-unknown",
          name,
          // What was typed is not repeated: the engine writes this message into the log.
          label + " không hợp lệ. Hãy chọn trong danh sách.");
    }
  }
}
