package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.postal.Direction;
import vn.thutuc.postal.ParcelDesk;
import vn.thutuc.postal.ParcelView;
import vn.thutuc.postal.Pickups;
import vn.thutuc.postal.PostalLook;
import vn.thutuc.process.security.AccessLog;

/** The parcels of a desk, and dossiers fetched from homes; who opens one is logged. */
@RestController
@RequestMapping("/api/parcels")
@Tag(name = "Bưu chính công ích")
class ParcelController {

  private final ParcelDesk desk;
  private final Pickups pickups;
  private final PostalLook look;
  private final AccessLog log;
  private final CurrentActor actor;

  ParcelController(
      ParcelDesk desk, Pickups pickups, PostalLook look, AccessLog log, CurrentActor actor) {
    this.desk = desk;
    this.pickups = pickups;
    this.look = look;
    this.log = log;
    this.actor = actor;
  }

  @Operation(
      summary =
          "Bưu gửi của đơn vị: OPEN đang gửi, ARRIVED hồ sơ lấy tận nơi đã đến, CLOSED đã xong")
  @GetMapping
  ParcelView.Page page(
      @RequestParam(defaultValue = "OPEN") ParcelDesk.Box box,
      @RequestParam(defaultValue = "RETURN") Direction direction,
      @RequestParam(required = false) String state,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    return desk.page(box, direction, state, page, size);
  }

  @Operation(summary = "Bưu gửi của một hồ sơ, mới nhất trước")
  @GetMapping("/of/{number}")
  List<ParcelView> of(@PathVariable String number) {
    return desk.of(number);
  }

  @Operation(summary = "Một bưu gửi với mọi điều bưu chính đã báo")
  @GetMapping("/{id}")
  ParcelView.Whole whole(@PathVariable long id) {
    ParcelView.Whole whole = desk.whole(id);
    log.write(actor.get().personId(), "READ_PARCEL", Long.toString(id));
    return whole;
  }

  /** Why. */
  record Reason(String reason) {}

  @Operation(summary = "Hủy yêu cầu khi bưu chính chưa lấy bưu gửi, có lý do")
  @PostMapping("/{id}/cancellation")
  ParcelView.Whole cancel(@PathVariable long id, @RequestBody Reason reason) {
    return desk.cancel(id, reason.reason());
  }

  /** What became of it, and on what ground an officer says so. */
  record Outcome(String state, String reason) {}

  @Operation(summary = "Ghi kết quả thay cho bưu chính không báo, có căn cứ")
  @PostMapping("/{id}/outcome")
  ParcelView.Whole enter(@PathVariable long id, @RequestBody Outcome outcome) {
    return desk.enter(id, outcome.state(), outcome.reason());
  }

  @Operation(summary = "Phiếu gửi có mã vạch, tệp PDF/A để in")
  @GetMapping("/{id}/label")
  ResponseEntity<byte[]> label(@PathVariable long id) {
    ParcelDesk.Pdf pdf = desk.label(id);
    log.write(actor.get().personId(), "PRINT_PARCEL", Long.toString(id));
    return FormController.file(pdf.fileName(), MediaType.APPLICATION_PDF, pdf.content());
  }

  @Operation(summary = "Đặt bưu chính lấy hồ sơ tại nhà người nộp")
  @PostMapping("/pickups")
  @ResponseStatus(HttpStatus.CREATED)
  ParcelView.Whole order(@RequestBody Pickups.Request request) {
    ParcelView.Whole ordered = pickups.order(request);
    // At once rather than at the next look; what fails is tried again then.
    look.look();
    return desk.whole(ordered.parcel().id());
  }

  @Operation(summary = "Mở phiếu tiếp nhận của hồ sơ lấy tận nơi đã đến; trả về mã bản nháp")
  @PostMapping("/{id}/reception")
  Map<String, UUID> open(@PathVariable long id) {
    return Map.of("draft", pickups.open(id));
  }
}
