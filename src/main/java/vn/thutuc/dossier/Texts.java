package vn.thutuc.dossier;

/** Checks what callers send in text before the database would refuse it. */
public final class Texts {

  /** Longest reason that the journal keeps, in characters. */
  public static final int REASON = 2_000;

  private static final int LONGEST_REQUEST = 64;

  private Texts() {}

  /**
   * Refuses a text that is missing.
   *
   * @param field name of the field in the request
   * @param label what officers call it, in Vietnamese
   * @param value what was sent; may be null
   * @throws DossierProblem {@code field-missing} when nothing or only blanks were sent
   */
  public static void required(String field, String label, String value) {
    if (value == null || value.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing", field, "Chưa nhập \"" + label + "\". Hãy điền rồi gửi lại.");
    }
  }

  /**
   * Refuses a text that is too long.
   *
   * @param field name of the field in the request
   * @param label what officers call it, in Vietnamese
   * @param value what was sent; null fits
   * @param most most characters
   * @throws DossierProblem {@code field-too-long} when it is longer
   */
  public static void fits(String field, String label, String value, int most) {
    if (value != null && value.length() > most) {
      throw DossierProblem.invalid(
          "field-too-long",
          field,
          "\"%s\" dài %d ký tự, chỉ được tối đa %d. Hãy rút gọn rồi gửi lại."
              .formatted(label, value.length(), most));
    }
  }

  /**
   * Refuses a request without an id of its own, by which a repetition is known.
   *
   * @param requestId the caller's own id of the request, 1 to 64 characters
   * @throws DossierProblem {@code request-id-missing} when there is none or it is longer
   */
  public static void request(String requestId) {
    if (requestId == null || requestId.isBlank() || requestId.length() > LONGEST_REQUEST) {
      throw DossierProblem.invalid(
          "request-id-missing",
          "requestId",
          "Yêu cầu thiếu mã riêng (requestId, tối đa %d ký tự). Hãy tải lại trang rồi gửi lại."
              .formatted(LONGEST_REQUEST));
    }
  }
}
