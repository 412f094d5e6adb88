package vn.thutuc.tracking;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What the applicant reads, in plain Vietnamese. All times are local to Asia/Ho_Chi_Minh; lists are
 * never null, oldest first.
 *
 * @param number dossier number
 * @param procedure title of the procedure
 * @param procedureCode its national code
 * @param owner name of whose case it is
 * @param agency name of the agency that settles it
 * @param state national state in words
 * @param standing what that means, a sentence
 * @param steps where it stands on its way
 * @param receivedAt when it was handed in
 * @param appointment when the result is promised
 * @param pauses times the clock stood still, and why
 * @param requests what the applicant was asked for
 * @param obligation the financial obligation; null when there is none
 * @param fees fees of the procedure, as the rules say
 * @param feeTaken whether a fee was taken
 * @param acts what was sent to the applicant
 * @param things parcels and the like
 * @param results the results, once they are there
 * @param returnWay how the applicant gets the result
 * @param returnPlace where
 * @param rating what the applicant says of it; null before the return
 */
public record TrackedView(
    String number,
    String procedure,
    String procedureCode,
    String owner,
    String agency,
    String state,
    String standing,
    List<Step> steps,
    LocalDateTime receivedAt,
    Appointment appointment,
    List<Wait> pauses,
    List<Request> requests,
    Obligation obligation,
    List<Fee> fees,
    boolean feeTaken,
    List<Act> acts,
    List<TrackedThings.Thing> things,
    List<Outcome> results,
    String returnWay,
    String returnPlace,
    Rating rating) {

  /**
   * A step of the way.
   *
   * @param title what it is
   * @param at when it was reached; null before
   * @param current whether the dossier is there now
   */
  public record Step(String title, LocalDateTime at, boolean current) {}

  /**
   * The appointments.
   *
   * @param first the first; null without one
   * @param now the one in force; null without one
   * @param words what there is to say of it; null when nothing
   */
  public record Appointment(LocalDateTime first, LocalDateTime now, String words) {}

  /**
   * A time during which the clock stood still.
   *
   * @param to null while it stands
   * @param until when the waiting is given up; null without a window
   */
  public record Wait(String why, LocalDateTime from, LocalDateTime to, LocalDateTime until) {}

  /**
   * What the applicant was asked to hand in.
   *
   * @param open whether it is waited for
   * @param outcome what became of it, in words
   */
  public record Request(
      List<String> missing, String reason, LocalDateTime askedAt, boolean open, String outcome) {}

  /**
   * What the applicant owes by a notice of the tax office.
   *
   * @param amount whole đồng; null when it was not entered
   */
  public record Obligation(String notice, Long amount, boolean open) {}

  /** A fee by the catalogue; amount in whole đồng, null when the text gives none. */
  public record Fee(String title, Long amount, String per, String condition) {}

  /** What was sent: what, on which day, how it stands. */
  public record Act(String what, LocalDate day, String state) {}

  /**
   * A result.
   *
   * @param file id of its file when the applicant can fetch it here; null otherwise
   */
  public record Outcome(String title, String number, LocalDate day, Long file) {}

  /**
   * What the applicant says of it.
   *
   * @param level 1 to 3; null when nothing was said
   * @param comment null without one
   * @param changeable whether it can be given or changed now
   * @param until last day to change it; null before it was given
   */
  public record Rating(Integer level, String comment, boolean changeable, LocalDate until) {}
}
