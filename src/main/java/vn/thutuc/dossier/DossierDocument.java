package vn.thutuc.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import vn.thutuc.clock.Line;

/**
 * A dossier as its officers read it. All times are local to Asia/Ho_Chi_Minh; labels are
 * Vietnamese.
 *
 * @param number dossier number
 * @param procedure code, title and field
 * @param state national state 1 to 10
 * @param clock in time, near, late, paused, no term; of a finished one early, on time, late
 * @param channel how it reached the desk
 * @param case case of the procedure, or null
 * @param area area class, or null
 * @param returnMethod how the applicant wants the result
 * @param receivedAt true instant of reception
 * @param firstAppointment first appointment, or null
 * @param appointment appointment in force, or null
 * @param end legal end of the phase that counts, or null
 * @param remaining working time left, as text; null without an end
 * @param provisional whether the end rests on a calendar year not published
 * @param deskUnit receiving desk
 * @param competentUnit unit that settles
 * @param returnUnit place of return
 * @param owner whose case it is
 * @param submitter who submits it, or null
 * @param papers papers handed in
 * @param phases phases begun so far
 * @param pauses times the clock stood still
 * @param results results
 * @param timeline the journal, oldest first
 */
public record DossierDocument(
    String number,
    ProcedureRef procedure,
    Labelled state,
    Labelled clock,
    Labelled channel,
    @com.fasterxml.jackson.annotation.JsonProperty("case") Labelled caseOf,
    Labelled area,
    Labelled returnMethod,
    LocalDateTime receivedAt,
    LocalDateTime firstAppointment,
    LocalDateTime appointment,
    LocalDateTime end,
    String remaining,
    boolean provisional,
    UnitRef deskUnit,
    UnitRef competentUnit,
    UnitRef returnUnit,
    PartyView owner,
    PartyView submitter,
    List<PaperView> papers,
    List<PhaseView> phases,
    List<PauseView> pauses,
    List<ResultView> results,
    List<Event> timeline) {

  /** A code with its Vietnamese label. */
  public record Labelled(String code, String label) {}

  /** A procedure by code, with short title and field. */
  public record ProcedureRef(String code, String title, String field) {}

  /** A unit by id and name. */
  public record UnitRef(String id, String name) {}

  /** An applicant or submitter. */
  public record PartyView(
      String kind, String name, String idNumber, String phone, String email, String address) {}

  /** A paper; received tells whether any copy was handed in. */
  public record PaperView(String key, String title, int originals, int copies, boolean received) {}

  /** A run of a phase with its explanation. */
  public record PhaseView(
      String id,
      String name,
      String term,
      LocalDateTime startedAt,
      LocalDateTime endedAt,
      LocalDateTime end,
      Labelled clock,
      List<ExplainedLine> explanation) {}

  /** One line of an explanation, in both languages. */
  public record ExplainedLine(
      String code, String vi, String en, LocalDateTime from, LocalDateTime to) {

    static ExplainedLine of(Line line) {
      return new ExplainedLine(
          line.code(), line.vietnamese(), line.english(), line.from(), line.to());
    }
  }

  /** A time during which the clock stood still. */
  public record PauseView(String ground, LocalDateTime from, LocalDateTime to, String mode) {}

  /** A result; paper is the id of its paper when that was drafted here, else null. */
  public record ResultView(
      String kind,
      String title,
      boolean positive,
      String number,
      LocalDate date,
      String signer,
      LocalDate validFrom,
      LocalDate validTo,
      Long paper) {}

  /** One line of the journal. */
  public record Event(
      LocalDateTime at, String actor, String unit, String event, String label, String reason) {}
}
