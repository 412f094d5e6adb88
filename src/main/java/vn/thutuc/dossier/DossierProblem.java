package vn.thutuc.dossier;

/**
 * A request that cannot be carried out; the message is Vietnamese, for the officer, and says what
 * is wrong, where and what to do.
 */
public class DossierProblem extends RuntimeException {

  /** What kind of problem it is; decides the HTTP status. */
  public enum Kind {
    /** The request is not well formed or names something unknown: 400/422. */
    INVALID,
    /** There is no such dossier, or the caller may not know of it: 404. */
    NOT_FOUND,
    /** The caller may not do it: 403. */
    FORBIDDEN,
    /** The dossier is in a state that does not allow it: 409. */
    CONFLICT
  }

  private final Kind kind;
  private final String code;
  private final String field;

  /**
   * @param kind see {@link Kind}
   * @param code stable code of the problem, kebab-case English
   * @param field the field of the request it stands at, or null
   * @param message Vietnamese text for the officer
   */
  public DossierProblem(Kind kind, String code, String field, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.field = field;
  }

  /** Input that cannot be used as it is. */
  public static DossierProblem invalid(String code, String field, String message) {
    return new DossierProblem(Kind.INVALID, code, field, message);
  }

  /** An act that the present state does not allow. */
  public static DossierProblem conflict(String code, String message) {
    return new DossierProblem(Kind.CONFLICT, code, null, message);
  }

  static DossierProblem notFound(String number) {
    return new DossierProblem(
        Kind.NOT_FOUND,
        "dossier-not-found",
        "number",
        "Không tìm thấy hồ sơ " + number + ". Hãy kiểm tra lại mã hồ sơ.");
  }

  /** Decides the HTTP status. */
  public Kind kind() {
    return kind;
  }

  /** Stable code, kebab-case English. */
  public String code() {
    return code;
  }

  /** The field of the request the problem stands at, or null. */
  public String field() {
    return field;
  }
}
