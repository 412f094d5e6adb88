package vn.thutuc.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import vn.thutuc.catalogue.ReturnMethod;

/**
 * A dossier as far as its applicant is told of it by forms and slips anyway: no officer, no step,
 * no note, nobody but the owner. All times are local to Asia/Ho_Chi_Minh.
 *
 * @param id its row
 * @param number dossier number
 * @param procedure full title of the procedure
 * @param procedureCode national code
 * @param owner name of whose case it is
 * @param state national state
 * @param returnMethod how the applicant wants the result
 * @param returnPlace name of the place of return
 * @param unit id of the unit that settles it
 * @param agencyId id of that unit's agency
 * @param agency its name
 * @param receivedAt true instant of reception
 * @param acceptedAt when it was accepted as complete; null before
 * @param firstAppointment the first appointment; null before acceptance or without a term
 * @param appointment the one in force; null likewise
 * @param bindingAppointment the one that on-time figures compare with; null likewise
 * @param reAppointed whether an apology gave the one in force
 * @param lateReason why it was late, as the apology says; null without an apology
 * @param settledAt when settlement ended; null while it lasts
 * @param returnedAt when the result was handed over; null before
 * @param closedAt when nothing was left to do; null before
 * @param endReason why reception was refused or settlement stopped, as the form says; else null
 * @param pauses times the clock stood still, oldest first
 * @param requests what the applicant was asked to hand in, oldest first
 * @param obligation the financial obligation asked for; null when there was none
 * @param fees fees of the procedure that apply to its channel and case, as the catalogue says
 * @param feeTaken whether a fee was taken here
 * @param results results in force, oldest first
 */
public record TrackedDossier(
    long id,
    String number,
    String procedure,
    String procedureCode,
    String owner,
    NationalState state,
    ReturnMethod returnMethod,
    String returnPlace,
    String unit,
    String agencyId,
    String agency,
    LocalDateTime receivedAt,
    LocalDateTime acceptedAt,
    LocalDateTime firstAppointment,
    LocalDateTime appointment,
    LocalDateTime bindingAppointment,
    boolean reAppointed,
    String lateReason,
    LocalDateTime settledAt,
    LocalDateTime returnedAt,
    LocalDateTime closedAt,
    String endReason,
    List<Pause> pauses,
    List<Request> requests,
    Obligation obligation,
    List<FeeLine> fees,
    boolean feeTaken,
    List<Outcome> results) {

  /**
   * A time during which the clock stood still.
   *
   * @param ground who is waited for
   * @param to when it ran on; null while it stands
   * @param until when the waiting is given up; null without a window
   */
  public record Pause(
      PauseGround ground, LocalDateTime from, LocalDateTime to, LocalDateTime until) {}

  /**
   * What was asked for on form 02.
   *
   * @param missing what is missing, one a line; may be null
   * @param reason why; may be null
   * @param answeredAt when it was handed in; null while it was not
   * @param expiredAt when the time for it had passed; null otherwise
   */
  public record Request(
      String missing,
      String reason,
      LocalDateTime askedAt,
      LocalDateTime answeredAt,
      LocalDateTime expiredAt) {}

  /**
   * The financial obligation by the tax office's notice.
   *
   * @param notice number of the notice; null when none was entered
   * @param amount whole đồng as it was entered; null when it was not
   * @param open whether it is waited for
   */
  public record Obligation(String notice, String amount, boolean open) {}

  /**
   * A fee or charge by the catalogue.
   *
   * @param amount whole đồng, 0 for free; null when the text gives none
   * @param per what the amount is for; null when it is for the dossier
   * @param condition when it is due; null when it always is
   */
  public record FeeLine(String title, Long amount, String per, String condition) {}

  /**
   * A result.
   *
   * @param title what it is
   * @param positive false for a written refusal
   * @param number its number; may be null
   * @param day its day; may be null
   * @param paper row of its paper when that was made here; null otherwise
   */
  public record Outcome(String title, boolean positive, String number, LocalDate day, Long paper) {}
}
