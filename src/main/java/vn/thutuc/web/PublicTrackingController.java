package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.drafting.IssuedPapers;
import vn.thutuc.process.security.AccessLog;
import vn.thutuc.tracking.TrackedView;
import vn.thutuc.tracking.Tracking;
import vn.thutuc.tracking.TrackingGate;

/**
 * A dossier for whoever has its slip: number and secret travel in the body, so that no log of an
 * address holds them. The network address is that of the connection; only the profile {@code https}
 * believes what a proxy forwards.
 */
@RestController
@RequestMapping("/api/public/tracking")
@Tag(name = "Tra cứu công khai")
class PublicTrackingController {

  /** A number as the house gives it; anything else may be anything, and is not logged. */
  private static final Pattern NUMBER =
      Pattern.compile("[A-Z]\\d{1,3}(\\.\\d{1,4}){0,4}-\\d{6,8}-\\d{4,8}");

  private final Tracking tracking;
  private final TrackingGate gate;
  private final AccessLog log;

  PublicTrackingController(Tracking tracking, TrackingGate gate, AccessLog log) {
    this.tracking = tracking;
    this.gate = gate;
    this.log = log;
  }

  /** Number and secret as they stand on the slip. */
  record Slip(String number, String secret) {}

  /** What the applicant says: level 1 to 3. */
  record Said(String number, String secret, Integer level, String comment) {}

  /** Which file of a result. */
  record Wanted(String number, String secret, long file) {}

  @Operation(summary = "Tình trạng hồ sơ theo mã hồ sơ và mã tra cứu trên giấy tiếp nhận")
  @PostMapping
  ResponseEntity<TrackedView> look(@RequestBody Slip slip, HttpServletRequest request) {
    return unkept(
        logged("TRACKED", slip.number(), request, () -> tracking.look(asking(slip, request))));
  }

  @Operation(summary = "Đánh giá sự hài lòng sau khi đã trả kết quả: 1, 2 hoặc 3")
  @PostMapping("/rating")
  ResponseEntity<TrackedView> rate(@RequestBody Said said, HttpServletRequest request) {
    Slip slip = new Slip(said.number(), said.secret());
    return unkept(
        logged(
            "RATED",
            slip.number(),
            request,
            () -> tracking.rate(asking(slip, request), said.level(), said.comment())));
  }

  @Operation(summary = "Tệp kết quả của hồ sơ nhận bản điện tử")
  @PostMapping("/result")
  ResponseEntity<byte[]> result(@RequestBody Wanted wanted, HttpServletRequest request) {
    Slip slip = new Slip(wanted.number(), wanted.secret());
    IssuedPapers.Pdf pdf =
        logged(
            "RESULT_FETCHED",
            slip.number(),
            request,
            () -> tracking.result(asking(slip, request), wanted.file()));
    return FormController.file(pdf.fileName(), MediaType.APPLICATION_PDF, pdf.content());
  }

  private static Tracking.Asking asking(Slip slip, HttpServletRequest request) {
    return new Tracking.Asking(request.getRemoteAddr(), slip.number(), slip.secret());
  }

  /** What the limits and the fields refuse leaves no line: it has no end, and the log is kept. */
  private <T> T logged(String done, String number, HttpServletRequest request, Supplier<T> work) {
    gate.reads(request.getRemoteAddr());
    try {
      T answer = work.get();
      log.writePublic(done, subject(number));
      return answer;
    } catch (DossierProblem refused) {
      if (refused.kind() != DossierProblem.Kind.INVALID) {
        log.writePublic("TRACKING_REFUSED", subject(number));
      }
      throw refused;
    }
  }

  private static String subject(String typed) {
    String number = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
    return NUMBER.matcher(number).matches() ? number : null;
  }

  private static ResponseEntity<TrackedView> unkept(TrackedView view) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
  }
}
