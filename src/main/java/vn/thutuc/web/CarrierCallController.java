package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.postal.CarrierCalls;
import vn.thutuc.process.security.AccessLog;

/** Where the carrier calls back. No login: each call carries a signature over its time and body. */
@RestController
@RequestMapping("/api/public/postal")
@Tag(name = "Bưu chính công ích")
class CarrierCallController {

  private static final int LARGEST = 1024 * 1024;

  private final CarrierCalls calls;
  private final AccessLog log;

  CarrierCallController(CarrierCalls calls, AccessLog log) {
    this.calls = calls;
    this.log = log;
  }

  @Operation(summary = "Bưu chính báo trạng thái bưu gửi; có chữ ký HMAC-SHA256")
  @PostMapping("/events")
  ResponseEntity<?> heard(
      @RequestBody(required = false) byte[] body,
      @RequestHeader(name = "X-Thutuc-Time", required = false) String time,
      @RequestHeader(name = "X-Thutuc-Signature", required = false) String signature) {
    byte[] said = body == null ? new byte[0] : body;
    try {
      if (said.length > LARGEST) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "Nội dung quá lớn.");
      }
      return ResponseEntity.ok(calls.heard(said, time, signature));
    } catch (CarrierCalls.Forged forged) {
      log.write("carrier", "POSTAL_CALL_REFUSED", forged.getMessage());
      return problem(HttpStatus.UNAUTHORIZED, "Chữ ký hoặc thời điểm không đúng.");
    } catch (IllegalArgumentException unreadable) {
      return problem(HttpStatus.BAD_REQUEST, "Không đọc được nội dung.");
    }
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String words) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, words));
  }
}
