package vn.thutuc.printing;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.handover.HandoverBatch;
import vn.thutuc.handover.HandoverLine;
import vn.thutuc.handover.HandoverLists;

/**
 * The printed list of papers handed over, set from the list each time: which dossiers are on it
 * does not change once it is sent. What a row says of its dossier (owner, title, appointment) and
 * what became of it are those of the day of printing; the sheet that both sides signed is the
 * proof.
 */
@Service
@Transactional(readOnly = true)
public class HandoverSheets {

  private final HandoverLists lists;
  private final Letterheads heads;
  private final FormPrinter printer;

  HandoverSheets(HandoverLists lists, Letterheads heads, FormPrinter printer) {
    this.lists = lists;
    this.heads = heads;
    this.printer = printer;
  }

  /**
   * The list as PDF/A.
   *
   * @throws DossierProblem when there is none, the caller stands on neither side, or it is not sent
   */
  public PrintedForms.Pdf pdf(long batch) {
    HandoverLists.Whole whole = lists.whole(batch);
    HandoverBatch list = whole.batch();
    if (list.code() == null) {
      throw DossierProblem.conflict(
          "handover-not-sent",
          "Danh sách đang lập còn thay đổi. Hãy gửi danh sách rồi in để hai bên ký.");
    }
    byte[] pdf =
        printer
            .print(
                FormKind.HANDOVER,
                printer.fields(sheet(list, whole.lines())),
                list.code(),
                list.sentAt().toLocalDate(),
                1)
            .pdf();
    return new PrintedForms.Pdf(list.code() + ".pdf", pdf);
  }

  private FormData.HandoverSheet sheet(HandoverBatch list, List<HandoverLine> lines) {
    return new FormData.HandoverSheet(
        heads.ofAgency(list.from().id()),
        list.from().name(),
        list.to().name(),
        list.sentBy(),
        FormWords.moment(list.sentAt()),
        list.confirmedBy(),
        FormWords.moment(list.confirmedAt()),
        list.lines(),
        list.received(),
        lines.stream().map(HandoverSheets::row).toList());
  }

  private static FormData.HandoverRow row(HandoverLine line) {
    boolean open = line.state() == HandoverLine.State.SENT;
    String outcome = line.reason() == null ? line.label() : line.label() + ": " + line.reason();
    return new FormData.HandoverRow(
        line.ordinal(),
        line.number(),
        line.procedure(),
        line.applicant(),
        FormWords.shortDay(line.appointment()),
        line.state() == HandoverLine.State.RECEIVED,
        open ? null : outcome);
  }
}
