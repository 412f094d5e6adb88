package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.catalogue.FeeSum;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.security.AccessLog;
import vn.thutuc.quick.Book;
import vn.thutuc.quick.QuickReceipt;
import vn.thutuc.quick.QuickRegister;
import vn.thutuc.quick.QuickRequest;
import vn.thutuc.quick.QuickSettlement;
import vn.thutuc.quick.QuickSheets;

/** Quick procedures: the sheet, the settlement in one transaction, the registers. */
@RestController
@RequestMapping("/api/quick")
@Tag(name = "Giải quyết ngay")
class QuickController {

  private final QuickSheets sheets;
  private final QuickSettlement settlement;
  private final QuickRegister register;
  private final AccessLog log;
  private final CurrentActor actor;

  QuickController(
      QuickSheets sheets,
      QuickSettlement settlement,
      QuickRegister register,
      AccessLog log,
      CurrentActor actor) {
    this.sheets = sheets;
    this.settlement = settlement;
    this.register = register;
    this.log = log;
    this.actor = actor;
  }

  @Operation(summary = "Các thủ tục người dùng giải quyết ngay được tại quầy của mình")
  @GetMapping("/procedures")
  List<QuickSheets.Entry> procedures() {
    return sheets.mine();
  }

  @Operation(summary = "Những gì tờ giải quyết ngay của một thủ tục hỏi")
  @GetMapping("/procedures/{code}")
  QuickSheets.Sheet sheet(@PathVariable String code) {
    return sheets.sheet(code);
  }

  @Operation(summary = "Mức thu theo danh mục cho số trang và số bản; không tính được thì để trống")
  @GetMapping("/procedures/{code}/fee")
  FeeSum.Charge fee(
      @PathVariable String code,
      @RequestParam(defaultValue = "0") int pages,
      @RequestParam(defaultValue = "1") int copies) {
    return sheets.charge(code, pages, copies);
  }

  /** A reception as everywhere, and what the quick sheet adds to it. */
  record Settling(ReceptionRequest dossier, QuickRequest.Details details) {}

  @Operation(
      summary =
          "Tiếp nhận, thu phí, ghi sổ và trả kết quả trong một giao dịch; không có người ký thì chờ ký")
  @PostMapping
  ResponseEntity<QuickReceipt> settle(@RequestBody Settling request) {
    if (request.dossier() == null || request.details() == null) {
      throw DossierProblem.invalid(
          "request-incomplete", "details", "Yêu cầu thiếu phần hồ sơ hoặc phần giải quyết ngay.");
    }
    QuickReceipt receipt =
        settlement.settle(
            new QuickRequest(
                request.dossier().submission(), request.dossier().sheet(), request.details()));
    return ResponseEntity.created(URI.create("/api/dossiers/" + receipt.dossier())).body(receipt);
  }

  /** Who signed on paper, left out when the leader has signed in Tasklist; who collects. */
  record Finishing(String signer, String collectorName, String collectorIdNumber) {}

  @Operation(summary = "Đã có chữ ký: ghi sổ và trả kết quả hồ sơ đang chờ ký")
  @PostMapping("/{number}/finish")
  QuickReceipt finish(@PathVariable String number, @RequestBody Finishing finishing) {
    return settlement.finish(
        number,
        finishing.signer(),
        new QuickSettlement.Collector(finishing.collectorName(), finishing.collectorIdNumber()));
  }

  @Operation(summary = "Các sổ giải quyết ngay người dùng được xem")
  @GetMapping("/registers")
  List<QuickRegister.Shelf> shelves() {
    return register.shelves();
  }

  @Operation(summary = "Sổ của cơ quan, số mới nhất trước")
  @GetMapping("/registers/{unit}/{book}/{year}")
  QuickRegister.Page page(
      @PathVariable String unit,
      @PathVariable Book book,
      @PathVariable int year,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    QuickRegister.Page found = register.page(unit, book, year, page, size);
    log.write(actor.get().personId(), "READ_REGISTER", "%s %s %d".formatted(unit, book, year));
    return found;
  }

  @Operation(summary = "Hồ sơ giải quyết ngay đang chờ chữ ký")
  @GetMapping("/registers/{unit}/waiting")
  List<QuickRegister.Row> waiting(@PathVariable String unit) {
    return register.waiting(unit);
  }

  /** Last number written in the paper book this year. */
  record Beginning(int last) {}

  @Operation(summary = "Mở sổ năm nay trên hệ thống, tiếp theo số cuối của sổ giấy")
  @PostMapping("/registers/{unit}/{book}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void begin(@PathVariable String unit, @PathVariable Book book, @RequestBody Beginning beginning) {
    register.begin(unit, book, beginning.last());
    log.write(
        actor.get().personId(),
        "BEGAN_REGISTER",
        "%s %s %d".formatted(unit, book, beginning.last()));
  }
}
