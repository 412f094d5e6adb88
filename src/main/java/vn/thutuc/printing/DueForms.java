package vn.thutuc.printing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.dossier.CaseFile;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.NationalState;

/** Which forms a dossier calls for as it stands, and what each says. */
@Component
class DueForms {

  /** Told before the button: an appointment comes only when the dossier is found complete. */
  private static final String UNCHECKED = "chờ kiểm tra, chưa hẹn ngày trả";

  private final Letterheads heads;
  private final PrintingSettings settings;

  DueForms(Letterheads heads, PrintingSettings settings) {
    this.heads = heads;
    this.settings = settings;
  }

  /**
   * A form that is due.
   *
   * @param kind which form
   * @param occasion what made it due, unique among the forms of this kind of the dossier
   * @param note what tells it from others of its kind, in Vietnamese; empty when there is one
   * @param unit id of the agency it is numbered under
   * @param data what it says
   */
  record Due(FormKind kind, String occasion, String note, String unit, FormData data) {}

  List<Due> of(CaseFile file) {
    List<Due> due = new ArrayList<>();
    DossierDocument dossier = file.document();
    String desk = dossier.deskUnit().id();
    String competent = dossier.competentUnit().id();
    if (isReceiptDue(file)) {
      String lookUp = settings.lookUp().isBlank() ? null : settings.lookUp();
      due.add(
          new Due(
              FormKind.RECEIPT,
              "1",
              file.acceptedAt() == null ? UNCHECKED : "",
              heads.numberedBy(desk),
              Forms.receipt(file, heads.ofDesk(desk), lookUp)));
    }
    addSupplements(due, file);
    if (file.isIn(NationalState.NOT_RECEIVED)) {
      add(due, FormKind.REFUSAL, desk, Forms.refusal(file, heads.ofDesk(desk)));
    }
    if (file.reAppointed()) {
      add(due, FormKind.APOLOGY, competent, Forms.apology(file, heads.ofAgency(competent)));
    }
    if (file.isIn(NationalState.STOPPED)) {
      add(due, FormKind.STOP, competent, Forms.stop(file, heads.ofAgency(competent)));
    }
    add(due, FormKind.CONTROL, desk, Forms.control(file, heads.ofDesk(desk)));
    return List.copyOf(due);
  }

  /**
   * Handed in at a desk it is confirmed at once, while it waits for the check; online it is when it
   * has been accepted. What was sent back, withdrawn or stopped before acceptance has no receipt.
   */
  private static boolean isReceiptDue(CaseFile file) {
    boolean online = Channel.ONLINE.name().equals(file.document().channel().code());
    boolean waits = file.isIn(NationalState.REGISTERED) || file.isIn(NationalState.RECEIVED);
    return file.acceptedAt() != null || (!online && waits);
  }

  private void addSupplements(List<Due> due, CaseFile file) {
    List<CaseFile.Request> requests = file.requests();
    for (int i = 0; i < requests.size(); i++) {
      CaseFile.Request request = requests.get(i);
      String desk = file.document().deskUnit().id();
      String competent = file.document().competentUnit().id();
      String unit = request.beforeAcceptance() ? desk : competent;
      Letterhead head = request.beforeAcceptance() ? heads.ofDesk(desk) : heads.ofAgency(competent);
      due.add(
          new Due(
              FormKind.SUPPLEMENT,
              String.valueOf(i + 1),
              requests.size() == 1 ? "" : "lần " + (i + 1),
              heads.numberedBy(unit),
              Forms.supplement(file, request, head)));
    }
  }

  private void add(List<Due> due, FormKind kind, String unit, FormData data) {
    due.add(new Due(kind, "1", "", heads.numberedBy(unit), data));
  }
}
