package vn.thutuc.drafting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The paper of a result as the officer of a step has it before them. All times are local to
 * Asia/Ho_Chi_Minh.
 *
 * @param number number of the dossier
 * @param me login id of who reads it
 * @param step Vietnamese name of the step
 * @param role what the step does to the paper: DRAFT, REVIEW, SIGN, NUMBER; null when nothing
 * @param holder name of who has the task; null while nobody has
 * @param mine whether the caller has it
 * @param message why there is nothing to do here, in Vietnamese; null when there is
 * @param kinds results the step can lead to; several where the officer chooses
 * @param issuers units under whose name it can go out
 * @param paper the paper; null while there is none
 * @param choices what the step can decide, in the words of its form
 * @param papers all papers of the dossier, newest first
 */
public record DraftView(
    String number,
    String me,
    String step,
    String role,
    String holder,
    boolean mine,
    String message,
    List<Kind> kinds,
    List<Unit> issuers,
    Sheet paper,
    List<Choice> choices,
    List<Summary> papers) {

  /** A result by key and title. */
  public record Kind(String key, String title) {}

  /** A unit by id and name. */
  public record Unit(String id, String name) {}

  /**
   * A decision of the step's form; whether it asks for a reason, of how many characters at most.
   */
  public record Choice(String value, String label, boolean commentRequired, int longest) {}

  /**
   * A paper that is worked on.
   *
   * @param version newest version
   * @param text its words
   * @param seen the version on which this step last decided; 0 when it has not seen it
   * @param changes what changed since; empty when nothing did or it was not seen
   * @param signed whether this version was signed
   * @param signer who signed; null while nobody has
   */
  public record Sheet(
      long id,
      String result,
      String title,
      int version,
      PaperText text,
      int seen,
      List<Differences.Line> changes,
      boolean signed,
      String signer,
      List<Version> versions,
      List<Decision> decisions) {}

  /** A version without its words. */
  public record Version(int version, LocalDateTime at, String by, String note) {}

  /** What was decided on a version. */
  public record Decision(
      int version, String step, boolean passed, String comment, LocalDateTime at, String by) {}

  /**
   * A paper by title.
   *
   * @param state in Vietnamese
   * @param written number; null while it has none
   * @param date day of issue; null while it has none
   * @param issued whether its file can be read
   */
  public record Summary(
      long id,
      String title,
      int version,
      String state,
      String written,
      LocalDate date,
      boolean issued) {}
}
