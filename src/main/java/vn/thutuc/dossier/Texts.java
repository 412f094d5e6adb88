package vn.thutuc.dossier;

/** Checks texts that people typed before the database would refuse them. */
final class Texts {

  /** Longest reason that the journal keeps. */
  static final int REASON = 2_000;

  private Texts() {}

  static void required(String field, String label, String value) {
    if (value == null || value.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing", field, "Chưa nhập \"" + label + "\". Hãy điền rồi gửi lại.");
    }
  }

  static void fits(String field, String label, String value, int most) {
    if (value != null && value.length() > most) {
      throw DossierProblem.invalid(
          "field-too-long",
          field,
          "\"%s\" dài %d ký tự, chỉ được tối đa %d. Hãy rút gọn rồi gửi lại."
              .formatted(label, value.length(), most));
    }
  }
}
