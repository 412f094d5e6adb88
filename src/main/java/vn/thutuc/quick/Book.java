package vn.thutuc.quick;

import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ResultKind;

/**
 * The registers in which quick procedures are entered, one sequence of numbers each. That copies
 * and signatures have books of their own is how communes keep them; the form of the books (Circular
 * 01/2020/TT-BTP) was not available and is not verified.
 */
public enum Book {
  /** Certified copies. */
  COPIES("Sổ chứng thực bản sao"),
  /** Certified signatures, those of translators included. */
  SIGNATURES("Sổ chứng thực chữ ký"),
  /** Whatever else is settled while the applicant waits. */
  OTHERS("Sổ việc giải quyết ngay");

  private final String label;

  Book(String label) {
    this.label = label;
  }

  /** What people read, in Vietnamese. */
  public String label() {
    return label;
  }

  /** The register in which the results of a procedure are entered. */
  static Book of(Procedure procedure) {
    return procedure.results().stream()
        .filter(ResultKind::positive)
        .map(ResultKind::key)
        .map(
            key ->
                switch (key) {
                  case "CERTIFIED_COPY" -> COPIES;
                  case "CERTIFIED_SIGNATURE", "CERTIFIED_TRANSLATION" -> SIGNATURES;
                  default -> OTHERS;
                })
        .findFirst()
        .orElse(OTHERS);
  }
}
