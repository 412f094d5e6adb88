package vn.thutuc.notice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.ApplicantFacts;
import vn.thutuc.dossier.CaseFile;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.NationalState;
import vn.thutuc.printing.Letterhead;
import vn.thutuc.printing.PaperPress;

/**
 * Reads from a dossier what a notice says, and whether it is still worth saying. What was asked or
 * typed after the notice was written belongs to a later one.
 */
@Component
class NoticeReader {

  /** What is still told to whoever's dossier has ended. */
  private static final Set<NoticeEvent> AFTER_THE_END =
      EnumSet.of(
          NoticeEvent.NOT_RECEIVED,
          NoticeEvent.REFUSED,
          NoticeEvent.STOPPED,
          NoticeEvent.WITHDRAWN,
          NoticeEvent.RETURNED,
          NoticeEvent.TOLD);

  private final PaperPress press;
  private final Now now;
  private final String lookUp;

  NoticeReader(PaperPress press, Now now, @Value("${thutuc.tracking.address:}") String lookUp) {
    this.press = press;
    this.now = now;
    this.lookUp = lookUp.isBlank() ? null : lookUp;
  }

  /**
   * What the notice says.
   *
   * @param written when the notice was written
   */
  NoticeData read(NoticeEvent event, CaseFile file, ApplicantFacts.Facts facts, Instant written) {
    DossierDocument dossier = file.document();
    Map<String, String> typed = facts.typed();
    Letterhead head = press.head(dossier.competentUnit().id());
    return new NoticeData(
        event.label(),
        new NoticeData.To(Recipient.party(dossier).name()),
        new NoticeData.Case(
            dossier.number(),
            dossier.state().label(),
            Words.moment(dossier.receivedAt()),
            dossier.channel().label(),
            dossier.returnMethod().label(),
            dossier.returnUnit().name()),
        new NoticeData.ProcedureRef(dossier.procedure().code(), dossier.procedure().title()),
        new NoticeData.Agency(head.agency(), head.phone()),
        appointment(dossier),
        supplement(file, local(written)),
        reason(event, file),
        late(file),
        fee(typed),
        meeting(event, typed),
        event == NoticeEvent.REMEDY_ASKED ? typed.get("remedyAsked") : typed.get("noticeText"),
        dossier.results().stream().map(NoticeReader::outcome).toList(),
        days(file),
        lookUp);
  }

  /** Why the notice has nothing to tell any more, in Vietnamese; empty while it has. */
  Optional<String> overtaken(NoticeEvent event, CaseFile file, ApplicantFacts.Facts facts) {
    NationalState state = NationalState.of(Integer.parseInt(file.document().state().code()));
    String stands = "Hồ sơ đã ở trạng thái \"%s\"".formatted(state.label());
    if (state.isLast() && !AFTER_THE_END.contains(event)) {
      return Optional.of(stands + " nên không còn cần thông báo này.");
    }
    boolean past =
        switch (event) {
          case SUPPLEMENT_ASKED, REVISION_ASKED -> state != NationalState.SUPPLEMENT_ASKED;
          case FEE_DUE -> state != NationalState.OBLIGATION_ASKED;
          case READY, NOT_COLLECTED -> state != NationalState.READY;
          case APPOINTMENT_CHANGED -> state.isSettled();
          case NEAR -> state.isSettled() || isPast(file.document().appointment());
          case EXAMINATION -> isPast(Words.typedAt(facts.typed().get("examAt")));
          case MEETING -> isPast(Words.typedAt(facts.typed().get("meetingAt")));
          default -> false;
        };
    return past
        ? Optional.of(
            event == NoticeEvent.EXAMINATION || event == NoticeEvent.MEETING
                ? "Thời điểm mời đã qua trước khi gửi được thông báo."
                : stands + " nên không còn cần thông báo này.")
        : Optional.empty();
  }

  /** An invitation for a day alone is past when the day is. */
  private boolean isPast(LocalDateTime at) {
    return at != null
        && (at.toLocalTime().toSecondOfDay() == 0
            ? at.toLocalDate().isBefore(now.local().toLocalDate())
            : at.isBefore(now.local()));
  }

  private static NoticeData.Appointment appointment(DossierDocument dossier) {
    LocalDateTime at = dossier.appointment();
    LocalDateTime first = dossier.firstAppointment();
    return new NoticeData.Appointment(
        Words.moment(at),
        Words.shortMoment(at),
        Objects.equals(at, first) ? null : Words.moment(first));
  }

  private static NoticeData.Supplement supplement(CaseFile file, LocalDateTime written) {
    return file.requests().stream()
        .filter(request -> !request.askedAt().isAfter(written))
        .reduce((earlier, later) -> later)
        .map(
            request ->
                new NoticeData.Supplement(
                    lines(request.missing()),
                    request.reason(),
                    Words.moment(request.answerUntil())))
        .orElse(null);
  }

  private static List<String> lines(String text) {
    return Stream.ofNullable(text)
        .flatMap(String::lines)
        .map(line -> line.strip().replaceFirst("^[-•]\\s*", ""))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String reason(NoticeEvent event, CaseFile file) {
    return switch (event) {
      case NOT_RECEIVED -> reason(file, JournalEvent.NOT_RECEIVED);
      case REFUSED -> reason(file, JournalEvent.REFUSED);
      case STOPPED -> {
        String ground = reason(file, JournalEvent.STOPPED);
        yield ground == null ? reason(file, JournalEvent.STOP_DECIDED) : ground;
      }
      default -> null;
    };
  }

  private static String reason(CaseFile file, JournalEvent event) {
    return Optional.ofNullable(file.last(event)).map(DossierDocument.Event::reason).orElse(null);
  }

  private static NoticeData.Late late(CaseFile file) {
    return file.lateReason() == null && file.lateUnit() == null
        ? null
        : new NoticeData.Late(file.lateUnit(), file.lateReason());
  }

  private static NoticeData.Fee fee(Map<String, String> typed) {
    return typed.get("noticeAmount") == null && typed.get("noticeNumber") == null
        ? null
        : new NoticeData.Fee(
            typed.get("noticeNumber"),
            Words.typedMoment(typed.get("noticeDate")),
            Words.amount(typed.get("noticeAmount")));
  }

  private static NoticeData.Meeting meeting(NoticeEvent event, Map<String, String> typed) {
    String kind =
        event == NoticeEvent.EXAMINATION ? "exam" : event == NoticeEvent.MEETING ? "meeting" : null;
    return kind == null || !typed.containsKey(kind + "At") && !typed.containsKey(kind + "Place")
        ? null
        : new NoticeData.Meeting(
            Words.typedMoment(typed.get(kind + "At")), typed.get(kind + "Place"));
  }

  private static NoticeData.Outcome outcome(DossierDocument.ResultView result) {
    return new NoticeData.Outcome(result.title(), result.number(), Words.day(result.date()));
  }

  private String days(CaseFile file) {
    return file.settledAt() == null
        ? null
        : String.valueOf(
            ChronoUnit.DAYS.between(file.settledAt().toLocalDate(), now.local().toLocalDate()));
  }

  private static LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, WorkingCalendar.ZONE);
  }
}
