package vn.thutuc.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Why a dossier was late and which unit was. */
@Embeddable
public class Lateness {

  @Column(name = "late_reason")
  private String reason;

  @Column(name = "late_unit")
  private String unit;

  void explain(String newReason, String newUnit) {
    reason = newReason;
    unit = newUnit;
  }

  /** Why; null until somebody said so. */
  public String reason() {
    return reason;
  }

  /** Which unit; null until somebody said so. */
  public String unit() {
    return unit;
  }
}
