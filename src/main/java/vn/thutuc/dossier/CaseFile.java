package vn.thutuc.dossier;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A dossier with what its printed forms say beyond the page that officers read. All times are local
 * to Asia/Ho_Chi_Minh.
 *
 * @param document the dossier as its officers read it
 * @param bindingAppointment appointment that on-time figures compare with: what the latest slip
 *     before an apology said; null without one
 * @param reAppointed whether an apology gave a new appointment
 * @param acceptedAt when it was accepted as complete; null before
 * @param settledAt when its settlement ended; null while it lasts
 * @param returnedAt when the result was handed over; null before
 * @param requests requests for a supplement or a revision, oldest first
 * @param lateReason why it was late; null until somebody said so
 * @param lateUnit name of the unit that was late; null until somebody said so
 * @param collector who may collect the result besides the owner; may be null
 */
public record CaseFile(
    DossierDocument document,
    LocalDateTime bindingAppointment,
    boolean reAppointed,
    LocalDateTime acceptedAt,
    LocalDateTime settledAt,
    LocalDateTime returnedAt,
    List<Request> requests,
    String lateReason,
    String lateUnit,
    String collector) {

  /** Lines about a dossier by people who do not take it over by them. */
  private static final Set<String> BESIDE =
      Stream.of(
              JournalEvent.NOTE_ADDED,
              JournalEvent.NOTE_WITHDRAWN,
              JournalEvent.DOCUMENT_EXPUNGED,
              JournalEvent.FORM_ISSUED,
              JournalEvent.APPLICANT_REMINDED)
          .map(JournalEvent::name)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * A request for a supplement or a revision.
   *
   * @param missing what is missing, as the officer wrote it, one a line; may be null
   * @param reason why it is needed; may be null
   * @param askedAt when it was asked
   * @param answerUntil last moment to answer; null when none is known
   * @param beforeAcceptance whether the desk asked before the dossier was accepted
   */
  public record Request(
      String missing,
      String reason,
      LocalDateTime askedAt,
      LocalDateTime answerUntil,
      boolean beforeAcceptance) {}

  /** Number of the dossier. */
  public String number() {
    return document.number();
  }

  /** Whether the dossier is in this national state, 1 to 10. */
  public boolean isIn(NationalState state) {
    return Integer.toString(state.code()).equals(document.state().code());
  }

  /**
   * What was done to the dossier, oldest first: the journal without the lines of those who only
   * wrote a note, printed a form, reminded the applicant or took a wrong file away. They have
   * signed nothing and have taken nothing over.
   */
  public List<DossierDocument.Event> acts() {
    return document.timeline().stream().filter(line -> !BESIDE.contains(line.event())).toList();
  }

  /** The last line of the journal with this event; null without one. */
  public DossierDocument.Event last(JournalEvent event) {
    return acts().stream()
        .filter(line -> line.event().equals(event.name()))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /**
   * The person who did the last step before or with the last line of this event: who signed what
   * the house then recorded; null without one.
   */
  public String personBehind(JournalEvent event) {
    List<DossierDocument.Event> timeline = acts();
    DossierDocument.Event line = last(event);
    int at = line == null ? -1 : timeline.lastIndexOf(line);
    for (int i = at; i >= 0; i--) {
      if (timeline.get(i).unit() != null) {
        return timeline.get(i).actor();
      }
    }
    return null;
  }
}
