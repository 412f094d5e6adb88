package vn.thutuc.printing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.thutuc.dossier.CaseFile;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierDocument.Event;
import vn.thutuc.dossier.DossierDocument.PaperView;
import vn.thutuc.dossier.DossierDocument.PartyView;
import vn.thutuc.dossier.JournalEvent;

/** What each form of a dossier says: pure functions of its file. */
final class Forms {

  private Forms() {}

  static FormData.Receipt receipt(CaseFile file, Letterhead head, String lookUp) {
    DossierDocument dossier = file.document();
    PartyView owner = dossier.owner();
    return new FormData.Receipt(
        head,
        file.number(),
        applicant(from(dossier)),
        dossier.channel().label(),
        request(dossier),
        owner.name(),
        owner.address(),
        papers(dossier),
        term(file),
        FormWords.moment(dossier.receivedAt()),
        FormWords.moment(dossier.appointment()),
        dossier.provisional(),
        dossier.returnMethod().label(),
        dossier.returnUnit().name(),
        file.collector(),
        officer(file),
        lookUp);
  }

  /** Who took it in; what a machine sent, who accepted it. */
  private static String officer(CaseFile file) {
    Event received = file.last(JournalEvent.RECEIVED);
    return received != null && received.unit() != null
        ? received.actor()
        : file.personBehind(JournalEvent.ACCEPTED);
  }

  static FormData.SupplementSlip supplement(
      CaseFile file, CaseFile.Request request, Letterhead head) {
    return new FormData.SupplementSlip(
        head,
        file.number(),
        applicant(from(file.document())),
        request(file.document()),
        lines(request.missing()),
        request.reason(),
        FormWords.moment(request.askedAt()),
        FormWords.moment(request.answerUntil()),
        personAt(file, request));
  }

  static FormData.RefusalSlip refusal(CaseFile file, Letterhead head) {
    return new FormData.RefusalSlip(
        head,
        file.number(),
        applicant(from(file.document())),
        request(file.document()),
        reason(file.last(JournalEvent.NOT_RECEIVED)),
        file.personBehind(JournalEvent.NOT_RECEIVED));
  }

  static FormData.ApologySlip apology(CaseFile file, Letterhead head) {
    DossierDocument dossier = file.document();
    return new FormData.ApologySlip(
        head,
        file.number(),
        applicant(from(dossier)),
        request(dossier),
        FormWords.day(dossier.receivedAt()),
        FormWords.moment(file.bindingAppointment()),
        file.lateUnit() == null ? dossier.competentUnit().name() : file.lateUnit(),
        file.lateReason(),
        FormWords.moment(dossier.appointment()),
        file.personBehind(JournalEvent.RE_APPOINTED));
  }

  static FormData.StopNotice stop(CaseFile file, Letterhead head) {
    DossierDocument dossier = file.document();
    Event stopped = file.last(JournalEvent.STOPPED);
    String ground = reason(stopped);
    return new FormData.StopNotice(
        head,
        file.number(),
        applicant(from(dossier)),
        request(dossier),
        FormWords.day(dossier.receivedAt()),
        ground == null ? reason(file.last(JournalEvent.STOP_DECIDED)) : ground,
        stopped == null ? null : FormWords.day(stopped.at()),
        file.personBehind(JournalEvent.STOPPED));
  }

  static FormData.ControlSlip control(CaseFile file, Letterhead head) {
    DossierDocument dossier = file.document();
    return new FormData.ControlSlip(
        head,
        file.number(),
        applicant(dossier.owner()),
        request(dossier),
        FormWords.moment(dossier.receivedAt()),
        FormWords.moment(dossier.appointment()),
        dossier.competentUnit().name(),
        Handovers.of(file),
        file.settledAt() == null ? null : dossier.clock().label());
  }

  private static PartyView from(DossierDocument dossier) {
    return dossier.submitter() == null ? dossier.owner() : dossier.submitter();
  }

  private static FormData.Applicant applicant(PartyView party) {
    return new FormData.Applicant(
        party.name(), party.address(), party.phone(), party.email(), party.idNumber());
  }

  private static String request(DossierDocument dossier) {
    return "%s (mã thủ tục %s)".formatted(dossier.procedure().title(), dossier.procedure().code());
  }

  private static List<FormData.PaperLine> papers(DossierDocument dossier) {
    List<PaperView> received = dossier.papers().stream().filter(PaperView::received).toList();
    return IntStream.range(0, received.size())
        .mapToObj(
            i ->
                new FormData.PaperLine(
                    i + 1,
                    received.get(i).title(),
                    received.get(i).originals(),
                    received.get(i).copies()))
        .toList();
  }

  /**
   * The terms of the phases that had begun when it was accepted: later ones are other bodies' and
   * make no new slip. Before acceptance the main one has not begun.
   */
  private static String term(CaseFile file) {
    List<DossierDocument.PhaseView> phases =
        file.document().phases().stream()
            .filter(
                phase -> file.acceptedAt() == null || !phase.startedAt().isAfter(file.acceptedAt()))
            .toList();
    String terms =
        phases.stream()
            .filter(phase -> phase.term() != null)
            .map(phase -> phases.size() > 1 ? phase.name() + ": " + phase.term() : phase.term())
            .collect(Collectors.joining("; "));
    if (!terms.isEmpty()) {
      return terms;
    }
    return file.acceptedAt() == null
        ? "theo thời hạn của thủ tục, tính từ khi hồ sơ được tiếp nhận đầy đủ, hợp lệ"
        : "không quy định thời hạn";
  }

  /** Who asked: the last person with a step until the request was written down. */
  private static String personAt(CaseFile file, CaseFile.Request request) {
    return file.acts().stream()
        .filter(line -> line.unit() != null && !line.at().isAfter(request.askedAt()))
        .reduce((earlier, later) -> later)
        .map(Event::actor)
        .orElse(null);
  }

  private static List<String> lines(String text) {
    return Stream.ofNullable(text)
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String reason(Event line) {
    return Stream.ofNullable(line)
        .map(Event::reason)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
