package vn.thutuc.quick;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.FeeSum;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierWork;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.NationalState;
import vn.thutuc.dossier.Reception;
import vn.thutuc.dossier.RepeatedAfterLostRace;
import vn.thutuc.dossier.Submission;
import vn.thutuc.organisation.UnitView;

/**
 * Settles a quick procedure while the applicant waits: the dossier is received, charged, goes
 * through its own model, is signed for, registered and returned in one transaction, or nothing is.
 * Without a signature it is received and charged and waits at the signer.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class QuickSettlement {

  /** No model of a quick procedure has so many steps in a row. */
  private static final int MOST_STEPS = 40;

  private static final String RETURNED = Integer.toString(NationalState.RETURNED.code());

  private final Catalogue catalogue;
  private final Reception reception;
  private final DossierDocuments documents;
  private final DossierWork dossiers;
  private final QuickEngine engine;
  private final QuickCases cases;
  private final QuickBooks books;
  private final QuickDesk desk;
  private final QuickReceipts receipts;
  private final Now now;

  QuickSettlement(
      Catalogue catalogue,
      Reception reception,
      DossierDocuments documents,
      DossierWork dossiers,
      QuickEngine engine,
      QuickCases cases,
      QuickBooks books,
      QuickDesk desk,
      QuickReceipts receipts,
      Now now) {
    this.catalogue = catalogue;
    this.reception = reception;
    this.documents = documents;
    this.dossiers = dossiers;
    this.engine = engine;
    this.cases = cases;
    this.books = books;
    this.desk = desk;
    this.receipts = receipts;
    this.now = now;
  }

  /**
   * Settles what is handed in, or receives it and lets it wait when nobody has signed yet. The same
   * sheet sent again is answered with the same dossier.
   *
   * @throws DossierProblem when something is missing, unknown or not allowed; nothing is left then
   */
  public QuickReceipt settle(QuickRequest request) {
    if (request.sheet() == null) {
      throw DossierProblem.invalid("sheet-missing", "sheet", "Thiếu mã của tờ. Hãy tải lại trang.");
    }
    Optional<String> before = reception.receivedAs(request.sheet());
    if (before.isPresent()) {
      return receipts.of(settledBefore(before.get()));
    }
    Submission submission = request.submission();
    Procedure procedure = procedure(submission.procedure());
    UnitView agency = desk.requireAgencyFor(procedure);
    QuickCheck.submission(submission);
    FeeSum fees = FeeSum.of(procedure, submission.channel(), submission.caseCode(), desk.today());
    QuickRequest.Details details = request.details();
    QuickCheck.details(details, fees.asksPages());
    FeeSum.Charge due =
        fees.charge(Objects.requireNonNullElse(details.pages(), 0), details.copies());
    long fee = QuickCheck.fee(details, due);

    String number = reception.receive(submission, request.sheet());
    DossierDocument dossier = documents.read(number);
    requireOwnDesk(dossier, agency);
    QuickCases.Case one = begin(number, procedure, agency, details, fee, due);
    charged(one, due);
    walk(one, new QuickAnswers(one, details.lookUp(), whoIsThere(dossier)), details.signer());
    return receipt(number);
  }

  /**
   * Who collects a result.
   *
   * @param name full name
   * @param idNumber number of the identity card or passport shown, 6 to 12 letters and digits
   */
  public record Collector(String name, String idNumber) {}

  /**
   * Goes on with a dossier that waited for its signature: registers it and returns it. One that is
   * done already is answered as it stands.
   *
   * @param signer login id of who signed on paper; null when the leader has signed in Tasklist
   * @param collector who collects the result
   * @throws DossierProblem when it still waits, or has gone another way or ended meanwhile
   */
  public QuickReceipt finish(String number, String signer, Collector collector) {
    // Held before the dossier is read: whoever waits here then reads what the first has done.
    Optional<QuickCases.Case> held = cases.hold(number);
    dossiers.requireWork(number);
    QuickCases.Case one = held.orElseThrow(() -> notQuick(number));
    DossierDocument dossier = documents.read(number);
    desk.requireDeskOf(desk.agencyOf(dossier.competentUnit().id()));
    Optional<QuickEngine.Step> open = engine.next(number);
    if (open.isEmpty()) {
      requireDone(one, dossier);
      return receipts.of(one);
    }
    requireSignature(open.get(), signer);
    QuickCheck.collector(collector);
    walk(one, new QuickAnswers(one, null, collector), signer);
    return receipt(number);
  }

  private static void requireDone(QuickCases.Case one, DossierDocument dossier) {
    if (one.number() == null || !dossier.state().code().equals(RETURNED)) {
      throw DossierProblem.conflict(
          "quick-nothing-to-finish",
          "Hồ sơ %s không còn chờ ký, cấp số hay trả kết quả (trạng thái: %s), nên không có gì để ghi sổ. Hãy xem hồ sơ."
              .formatted(one.dossier(), dossier.state().label()));
    }
  }

  private static void requireSignature(QuickEngine.Step open, String signer) {
    if (!QuickAnswers.isFromSignatureOn(open)) {
      throw DossierProblem.conflict(
          "quick-gone-another-way",
          "Hồ sơ đang ở bước “%s”, không hoàn tất ngay được nữa. Hãy làm tiếp trong Công việc."
              .formatted(open.name()));
    }
    if (QuickAnswers.isSigned(open) && signer == null) {
      throw DossierProblem.invalid(
          "not-signed-yet",
          "signer",
          "Hồ sơ đang chờ ký. Hãy chọn người đã ký trên giấy, hoặc chờ lãnh đạo ký trong Công việc.");
    }
  }

  private QuickCases.Case settledBefore(String number) {
    return cases.find(number).orElseThrow(() -> notQuick(number));
  }

  private static DossierProblem notQuick(String number) {
    return DossierProblem.conflict(
        "not-received-as-quick",
        "Hồ sơ %s không được tiếp nhận theo cách giải quyết ngay. Hãy làm tiếp trong Công việc."
            .formatted(number));
  }

  private Procedure procedure(String code) {
    return catalogue
        .find(code == null ? "" : code, now.local())
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "procedure-unknown",
                    "procedure",
                    "Không có thủ tục mang mã đã gửi đang áp dụng. Hãy chọn lại thủ tục."));
  }

  /** Who serves at several desks settles at once only what the desk's own agency settles. */
  private void requireOwnDesk(DossierDocument dossier, UnitView agency) {
    if (!agency.id().equals(desk.agencyOf(dossier.competentUnit().id()))
        || !agency.id().equals(desk.agencyOf(dossier.deskUnit().id()))) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "not-your-quick-procedure",
          "competentUnit",
          "Hồ sơ do %s giải quyết nên không giải quyết ngay tại quầy này được."
              .formatted(dossier.competentUnit().name()));
    }
  }

  private QuickCases.Case begin(
      String number,
      Procedure procedure,
      UnitView agency,
      QuickRequest.Details details,
      long fee,
      FeeSum.Charge due) {
    boolean differs = due.amount() != null && due.amount() != fee;
    QuickCases.Case one =
        new QuickCases.Case(
            number,
            procedure.code(),
            agency.id(),
            Book.of(procedure),
            details.subject().strip(),
            details.pages(),
            details.copies(),
            fee,
            due.amount(),
            differs ? details.feeGround().strip() : null,
            desk.me(),
            now.instant(),
            null,
            null,
            null,
            null);
    cases.begin(one, details.lookUp());
    return one;
  }

  private void charged(QuickCases.Case one, FeeSum.Charge due) {
    String by = due.amount() == null ? ", cán bộ nhập theo biểu phí" : "";
    dossiers.trace(
        one.dossier(),
        JournalEvent.FEE_TAKEN,
        one.feeGround(),
        QuickCheck.dong(one.fee()) + " đồng" + by,
        null);
  }

  /** Who stands at the desk hands in and collects in one. */
  private static Collector whoIsThere(DossierDocument dossier) {
    DossierDocument.PartyView there =
        dossier.submitter() == null ? dossier.owner() : dossier.submitter();
    String id = there.idNumber();
    return new Collector(there.name(), id == null || id.isBlank() ? "Nhận ngay tại quầy" : id);
  }

  private void walk(QuickCases.Case one, QuickAnswers answers, String signer) {
    String number = one.number();
    for (int at = 0; at < MOST_STEPS; at++) {
      Optional<QuickEngine.Step> open = engine.next(one.dossier());
      if (open.isEmpty()) {
        return;
      }
      QuickEngine.Step step = open.get();
      if (QuickAnswers.isSigned(step) && signer == null) {
        return;
      }
      if (QuickAnswers.isReturn(step) && !desk.isDeskOf(desk.agencyOf(step.unit()))) {
        // It was sent on: the result is ready, and lies where it is to be handed out.
        return;
      }
      if (number == null && QuickAnswers.isNumbered(step)) {
        number =
            books.take(one.dossier(), now.instant()).orElseThrow(() -> notQuick(one.dossier()));
      }
      engine.complete(
          step, answers.of(step, number, desk.today().toString()), doer(one, step, signer));
    }
    throw new IllegalStateException(
        "The model of %s did not end after %d steps".formatted(one.procedure(), MOST_STEPS));
  }

  private QuickEngine.Doer doer(QuickCases.Case one, QuickEngine.Step step, String signer) {
    if (!QuickAnswers.isSigned(step)) {
      return new QuickEngine.Doer(step.role().equals("head"), null);
    }
    QuickEngine.Signature signature = desk.signature(signer, step);
    String whom = desk.signature(signature.signer(), signature.signedFor());
    dossiers.trace(one.dossier(), JournalEvent.SIGNATURE_REGISTERED, null, whom, null);
    return new QuickEngine.Doer(false, signature);
  }

  private QuickReceipt receipt(String number) {
    return receipts.of(cases.find(number).orElseThrow(() -> notQuick(number)));
  }
}
