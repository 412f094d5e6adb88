package vn.thutuc.quick;

import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.dossier.DossierDocuments;

/** What the desk reads and prints of a quick procedure. */
@Component
class QuickReceipts {

  private final DossierDocuments documents;
  private final QuickDesk desk;

  QuickReceipts(DossierDocuments documents, QuickDesk desk) {
    this.documents = documents;
    this.desk = desk;
  }

  /** The receipt of a row, for whoever may see the dossier. */
  QuickReceipt of(QuickCases.Case one) {
    DossierDocuments.Card card = documents.card(one.dossier());
    return new QuickReceipt(
        one.dossier(),
        card.procedure().code(),
        card.procedure().title(),
        card.applicant(),
        card.competentUnit().name(),
        one.book().label(),
        one.number(),
        one.subject(),
        one.pages(),
        one.copies(),
        one.fee(),
        one.feeDue(),
        one.feeGround(),
        desk.signature(one.signer(), one.signedFor()),
        desk.name(one.officer()),
        local(one.begunAt()),
        local(one.enteredAt()),
        card.state().label());
  }

  static LocalDateTime local(Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, WorkingCalendar.ZONE).withNano(0);
  }
}
