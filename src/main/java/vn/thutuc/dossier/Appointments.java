package vn.thutuc.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The appointments given to the applicant. Stored, never derived: a later change of the legal end
 * moves none of them silently. On-time figures compare with the binding one: the first, or a later
 * one re-issued because the legal end moved; never one given with an apology for lateness.
 */
@Embeddable
public class Appointments {

  @Column(name = "first_appointment")
  private Instant first;

  @Column(name = "appointment")
  private Instant current;

  @Column(name = "binding_appointment")
  private Instant binding;

  @Column(name = "re_appointed")
  private boolean reAppointed;

  void give(Instant at) {
    if (first == null) {
      first = at;
    }
    current = at;
    binding = at;
  }

  void giveAnew(Instant at) {
    if (reAppointed) {
      throw DossierProblem.conflict(
          "re-appointment-twice",
          "Hồ sơ đã được hẹn lại một lần; quy định chỉ cho phép hẹn lại không quá một lần.");
    }
    reAppointed = true;
    current = at;
  }

  /** The first one, printed on the slip; null before acceptance or without a term. */
  public Instant first() {
    return first;
  }

  /** The one that on-time figures compare with. */
  public Instant binding() {
    return binding;
  }

  /** The one in force. */
  public Instant current() {
    return current;
  }

  /** Whether a re-appointment was made with an apology. */
  public boolean isReAppointed() {
    return reAppointed;
  }
}
