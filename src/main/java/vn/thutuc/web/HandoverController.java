package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.handover.HandoverBatch;
import vn.thutuc.handover.HandoverLine;
import vn.thutuc.handover.HandoverLists;
import vn.thutuc.handover.HandoverMaking;
import vn.thutuc.handover.HandoverTaking;
import vn.thutuc.printing.HandoverSheets;
import vn.thutuc.printing.PrintedForms;
import vn.thutuc.process.security.AccessLog;

/** Papers that go from one unit to another in batches; who reads which dossiers is logged. */
@RestController
@RequestMapping("/api/handovers")
@Tag(name = "Bàn giao hồ sơ")
class HandoverController {

  private final HandoverLists lists;
  private final HandoverMaking making;
  private final HandoverTaking taking;
  private final HandoverSheets sheets;
  private final AccessLog log;
  private final CurrentActor actor;

  HandoverController(
      HandoverLists lists,
      HandoverMaking making,
      HandoverTaking taking,
      HandoverSheets sheets,
      AccessLog log,
      CurrentActor actor) {
    this.lists = lists;
    this.making = making;
    this.taking = taking;
    this.sheets = sheets;
    this.log = log;
    this.actor = actor;
  }

  @Operation(summary = "Đơn vị mà người dùng giao, nhận thay và mọi đơn vị nhận được hồ sơ giấy")
  @GetMapping("/units")
  HandoverLists.Units units() {
    return lists.units();
  }

  @Operation(
      summary = "Danh sách bàn giao: DRAFT đang lập, INCOMING chờ mình xác nhận, OUTGOING, DONE")
  @GetMapping
  HandoverLists.Page<HandoverBatch> page(
      @RequestParam HandoverLists.Box box,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    return lists.page(box, page, size);
  }

  @Operation(summary = "Hồ sơ đã giao mà bên nhận chưa xác nhận, của cả hai bên")
  @GetMapping("/missing")
  HandoverLists.Page<HandoverLine> missing(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
    HandoverLists.Page<HandoverLine> missing = lists.missing(page, size);
    log.write(actor.get().personId(), "READ_MISSING_PAPERS", "page " + page);
    return missing;
  }

  /** Between which units; the id makes a repetition harmless. */
  record Opening(String requestId, String from, String to) {}

  @Operation(summary = "Lập danh sách bàn giao")
  @PostMapping
  ResponseEntity<HandoverBatch> open(@RequestBody Opening wanted) {
    HandoverBatch batch = making.open(wanted.requestId(), wanted.from(), wanted.to());
    return ResponseEntity.created(URI.create("/api/handovers/" + batch.id())).body(batch);
  }

  @Operation(summary = "Một danh sách với các hồ sơ")
  @GetMapping("/{id}")
  HandoverLists.Whole whole(@PathVariable long id) {
    HandoverLists.Whole whole = lists.whole(id);
    log.write(actor.get().personId(), "READ_HANDOVER", Long.toString(id));
    return whole;
  }

  @Operation(summary = "Danh sách mang số in trên giấy")
  @GetMapping("/by-code/{code}")
  HandoverBatch byCode(@PathVariable String code) {
    return lists.whole(code).batch();
  }

  @Operation(summary = "Bỏ danh sách đang lập")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(@PathVariable long id) {
    making.drop(id);
  }

  /** Number of a dossier, as scanned. */
  record Scan(String number) {}

  @Operation(summary = "Quét một hồ sơ vào danh sách; quét lại không sao")
  @PostMapping("/{id}/lines")
  HandoverMaking.Scanned add(@PathVariable long id, @RequestBody Scan scan) {
    return making.add(id, scan.number());
  }

  @Operation(summary = "Bỏ một hồ sơ khỏi danh sách đang lập")
  @DeleteMapping("/{id}/lines/{line}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable long id, @PathVariable long line) {
    making.remove(id, line);
  }

  /** How many dossiers the sender sees on the list. */
  record Sending(Integer lines) {}

  @Operation(
      summary =
          "Gửi danh sách có đúng lines hồ sơ cho bên nhận; gửi lại không sao; số khác thì từ chối")
  @PostMapping("/{id}/sending")
  HandoverBatch send(@PathVariable long id, @RequestBody Sending sending) {
    if (sending.lines() == null) {
      throw DossierProblem.invalid(
          "field-missing",
          "lines",
          "Yêu cầu thiếu số hồ sơ trong danh sách (lines). Hãy tải lại trang rồi gửi lại.");
    }
    return making.send(id, sending.lines());
  }

  /** Which lines are there; the id makes a repetition harmless. */
  record Confirmation(String requestId, List<Long> received) {}

  @Operation(
      summary = "Bên nhận xác nhận danh sách, một lần; hồ sơ không đánh dấu là chưa nhận được")
  @PostMapping("/{id}/confirmation")
  HandoverBatch confirm(@PathVariable long id, @RequestBody Confirmation confirmation) {
    return taking.confirm(id, confirmation.requestId(), confirmation.received());
  }

  /** A remark on a late receipt, or why papers are taken back. */
  record Remark(String remark, String reason) {}

  @Operation(summary = "Đã tìm thấy, nhận sau một hồ sơ chưa nhận được")
  @PostMapping("/lines/{line}/receipt")
  HandoverLine receive(@PathVariable long line, @RequestBody Remark remark) {
    return taking.receiveLater(line, remark.remark());
  }

  @Operation(summary = "Bên giao rút một hồ sơ chưa được xác nhận, có lý do")
  @PostMapping("/lines/{line}/withdrawal")
  HandoverLine withdraw(@PathVariable long line, @RequestBody Remark remark) {
    return taking.withdraw(line, remark.reason());
  }

  @Operation(summary = "Danh sách bàn giao, tệp PDF/A để in")
  @GetMapping("/{id}/pdf")
  ResponseEntity<byte[]> pdf(@PathVariable long id) {
    PrintedForms.Pdf pdf = sheets.pdf(id);
    log.write(actor.get().personId(), "PRINT_HANDOVER", Long.toString(id));
    return FormController.file(pdf.fileName(), MediaType.APPLICATION_PDF, pdf.content());
  }
}
