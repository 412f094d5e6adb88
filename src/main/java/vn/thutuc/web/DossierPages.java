package vn.thutuc.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.process.security.AccessLog;

/**
 * A dossier with the acts that leave the house and the rules of its procedure, as one page; every
 * reading is logged.
 */
@Component
class DossierPages {

  private final DossierDocuments documents;
  private final Catalogue catalogue;
  private final OutboundActs acts;
  private final AccessLog log;
  private final CurrentActor actor;

  DossierPages(
      DossierDocuments documents,
      Catalogue catalogue,
      OutboundActs acts,
      AccessLog log,
      CurrentActor actor) {
    this.documents = documents;
    this.catalogue = catalogue;
    this.acts = acts;
    this.log = log;
    this.actor = actor;
  }

  record Page(
      @JsonUnwrapped DossierDocument dossier, List<ActView> outbound, List<RuleLines.Line> rules) {}

  record ActView(
      long id,
      String kind,
      String event,
      String label,
      String state,
      String words,
      LocalDateTime at,
      LocalDateTime endedAt,
      LocalDateTime deliveredAt,
      LocalDateTime openedAt) {}

  Page of(String number) {
    DossierDocument document = documents.read(number);
    log.write(actor.get().personId(), "READ_DOSSIER", number);
    return new Page(
        document, acts.of(number).stream().map(DossierPages::view).toList(), rules(document));
  }

  /** The rules of the version the dossier was received under. */
  private List<RuleLines.Line> rules(DossierDocument document) {
    return catalogue
        .find(document.procedure().code(), document.receivedAt())
        .map(RuleLines::of)
        .orElse(List.of());
  }

  private static ActView view(OutboundActs.Written act) {
    return new ActView(
        act.id(),
        act.kind(),
        act.event(),
        act.label(),
        act.state().label(),
        act.words(),
        local(act.writtenAt()),
        local(act.endedAt()),
        local(act.deliveredAt()),
        local(act.openedAt()));
  }

  private static LocalDateTime local(Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, WorkingCalendar.ZONE).withNano(0);
  }
}
