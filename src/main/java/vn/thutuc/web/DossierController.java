package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.DossierActs;
import vn.thutuc.dossier.DossierList;
import vn.thutuc.dossier.DueList;
import vn.thutuc.dossier.Reception;
import vn.thutuc.dossier.VersionChange;

/** Dossiers: receive, read, hand in a supplement, withdraw, stop. */
@RestController
@RequestMapping("/api/dossiers")
@Tag(name = "Hồ sơ")
class DossierController {

  private final Reception reception;
  private final DossierActs acts;
  private final VersionChange versions;
  private final DossierList list;
  private final DossierPages pages;

  DossierController(
      Reception reception,
      DossierActs acts,
      VersionChange versions,
      DossierList list,
      DossierPages pages) {
    this.reception = reception;
    this.acts = acts;
    this.versions = versions;
    this.list = list;
    this.pages = pages;
  }

  @Operation(summary = "Tiếp nhận hồ sơ và khởi tạo quy trình giải quyết")
  @PostMapping
  ResponseEntity<DossierPages.Page> receive(@RequestBody ReceptionRequest request) {
    String number =
        request.sheet() == null
            ? reception.receive(request.submission())
            : reception.receive(request.submission(), request.sheet());
    return ResponseEntity.created(URI.create("/api/dossiers/" + number)).body(pages.of(number));
  }

  @Operation(summary = "Danh sách hồ sơ mà cơ quan của người dùng tiếp nhận hoặc giải quyết")
  @GetMapping
  DossierList.Page list(
      @RequestParam(required = false) Integer state,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    return list.page(state, null, page, size);
  }

  /** What is searched for: in the body, because names and numbers of people stand in no address. */
  record Search(Integer state, DueList list, String q, Integer page, Integer size) {}

  @Operation(
      summary =
          "Tìm hồ sơ theo mã, số điện thoại, số giấy tờ hoặc tên, gõ có dấu hay không dấu; có thể chỉ"
              + " trong một danh sách theo thời hạn")
  @PostMapping("/search")
  DossierList.Page search(@RequestBody Search search) {
    return list.page(
        search.state(),
        search.list(),
        search.q(),
        search.page() == null ? 0 : search.page(),
        search.size() == null ? 20 : search.size());
  }

  @Operation(summary = "Hồ sơ với thời hạn, giấy tờ và nhật ký")
  @GetMapping("/{number}")
  DossierPages.Page read(@PathVariable String number) {
    return pages.of(number);
  }

  /** What the applicant handed in. */
  record SupplementRequest(List<String> papers, String note) {}

  @Operation(summary = "Ghi nhận người nộp đã bổ sung hồ sơ")
  @PostMapping("/{number}/supplement")
  DossierPages.Page supplement(
      @PathVariable String number, @RequestBody SupplementRequest request) {
    acts.supplementReceived(number, request.note());
    return pages.of(number);
  }

  /** Why the applicant withdraws. */
  record WithdrawalRequest(String reason) {}

  @Operation(summary = "Ghi nhận người nộp đề nghị rút hồ sơ")
  @PostMapping("/{number}/withdrawal")
  DossierPages.Page withdraw(@PathVariable String number, @RequestBody WithdrawalRequest request) {
    acts.withdraw(number, request.reason());
    return pages.of(number);
  }

  /** Why settlement stops. */
  record StopRequest(String ground) {}

  @Operation(summary = "Lãnh đạo quyết định dừng giải quyết hồ sơ")
  @PostMapping("/{number}/stop")
  DossierPages.Page stop(@PathVariable String number, @RequestBody StopRequest request) {
    acts.stop(number, request.ground());
    return pages.of(number);
  }

  /** What the applicant says of the electronic draft. */
  record DraftAnswer(boolean right, String note) {}

  @Operation(summary = "Ghi nhận người nộp xác nhận hoặc đề nghị sửa biểu mẫu điện tử")
  @PostMapping("/{number}/draft-answer")
  DossierPages.Page draftAnswer(@PathVariable String number, @RequestBody DraftAnswer answer) {
    acts.answerDraft(number, answer.right(), answer.note());
    return pages.of(number);
  }

  /** Which document proves the payment. */
  record PaymentProof(String proof) {}

  @Operation(summary = "Ghi nhận chứng từ đã thực hiện nghĩa vụ tài chính")
  @PostMapping("/{number}/payment")
  DossierPages.Page payment(@PathVariable String number, @RequestBody PaymentProof proof) {
    acts.provePayment(number, proof.proof());
    return pages.of(number);
  }

  /** First day of the version the dossier goes over to, and why. */
  record VersionRequest(LocalDate from, String ground) {}

  @Operation(summary = "Lãnh đạo cho hồ sơ đang giải quyết chuyển sang quy định mới của thủ tục")
  @PostMapping("/{number}/facts-version")
  DossierPages.Page version(@PathVariable String number, @RequestBody VersionRequest request) {
    versions.approve(number, request.from(), request.ground());
    return pages.of(number);
  }

  /** How much the term is extended by, and why. */
  record ExtensionRequest(String amount, String ground) {}

  @Operation(summary = "Lãnh đạo gia hạn thời gian giải quyết, một lần, trước khi hết hạn")
  @PostMapping("/{number}/extension")
  DossierPages.Page extension(@PathVariable String number, @RequestBody ExtensionRequest request) {
    acts.extend(number, request.amount(), request.ground());
    return pages.of(number);
  }
}
