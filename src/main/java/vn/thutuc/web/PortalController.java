package vn.thutuc.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Actor;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.Role;
import vn.thutuc.portal.ArrivalList;
import vn.thutuc.portal.Arrivals;
import vn.thutuc.portal.Checks;
import vn.thutuc.portal.PortalStandings;
import vn.thutuc.process.AsHouse;
import vn.thutuc.process.acts.DeskCheck;
import vn.thutuc.process.security.AccessLog;

/**
 * The national portal: what it sends, what waits at the desk, and the daily comparison. Dossiers
 * come from a machine account with a role of its own, which can do nothing else.
 */
@RestController
@RequestMapping("/api/portal")
@Tag(name = "Cổng Dịch vụ công")
class PortalController {

  /** Files are fetched, not sent: a dossier itself is small. */
  private static final int LARGEST = 512 * 1024;

  private final Arrivals arrivals;
  private final ArrivalList list;
  private final Checks checks;
  private final PortalStandings standings;
  private final DeskCheck desk;
  private final Administrators administrators;
  private final Organisation organisation;
  private final AsHouse house;
  private final AccessLog log;
  private final CurrentActor actor;
  private final ObjectMapper json;
  private final Now now;

  PortalController(
      Arrivals arrivals,
      ArrivalList list,
      Checks checks,
      PortalStandings standings,
      DeskCheck desk,
      Administrators administrators,
      Organisation organisation,
      AsHouse house,
      AccessLog log,
      CurrentActor actor,
      ObjectMapper json,
      Now now) {
    this.arrivals = arrivals;
    this.list = list;
    this.checks = checks;
    this.standings = standings;
    this.desk = desk;
    this.administrators = administrators;
    this.organisation = organisation;
    this.house = house;
    this.log = log;
    this.actor = actor;
    this.json = json;
    this.now = now;
  }

  @Operation(
      summary = "Cổng gửi hồ sơ nộp trực tuyến đến; chỉ có MaHoSo thì hệ thống tự lấy hồ sơ về",
      description =
          "Dành cho tài khoản máy có vai trò portal. Gửi lại cùng nội dung thì nhận lại mã hồ sơ đã"
              + " có (200); cùng MaHoSo mà nội dung khác thì bị từ chối (409).")
  @PostMapping("/dossiers")
  ResponseEntity<Arrivals.Taken> take(HttpServletRequest request) throws IOException {
    String machine = requireMachine();
    JsonNode message = read(request);
    Arrivals.Taken taken = house.callFor(Actor.SYSTEM.personId(), () -> arrivals.take(message));
    log.write(machine, "PORTAL_DOSSIER", taken.number());
    HttpStatus status =
        taken.number() == null
            ? HttpStatus.ACCEPTED
            : taken.isNew() ? HttpStatus.CREATED : HttpStatus.OK;
    return ResponseEntity.status(status).body(taken);
  }

  private String requireMachine() {
    String person = actor.get().personId();
    boolean isMachine =
        organisation.postsOf(person, now.local().toLocalDate()).stream()
            .anyMatch(post -> post.role().equals(Role.PORTAL.id()));
    if (!isMachine) {
      log.write(person, "PORTAL_DOSSIER_REFUSED", null);
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "portal-account-only",
          null,
          "Địa chỉ này chỉ dành cho tài khoản máy của Cổng Dịch vụ công.");
    }
    return person;
  }

  private JsonNode read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw DossierProblem.invalid(
          "message-too-large",
          null,
          "Nội dung gửi đến lớn hơn %d KB. Tệp đính kèm gửi bằng địa chỉ, không gửi kèm nội dung."
              .formatted(LARGEST / 1024));
    }
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw DossierProblem.invalid(
          "request-malformed", null, "Nội dung gửi đến không phải JSON đọc được.");
    }
  }

  @Operation(summary = "Hồ sơ nộp trực tuyến chờ bộ phận một cửa của người dùng, lâu nhất trước")
  @GetMapping("/arrivals")
  ArrivalList.Page waiting(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
    ArrivalList.Page found = list.page(page, size);
    log.write(actor.get().personId(), "READ_PORTAL_ARRIVALS", null);
    return found;
  }

  /** What the journal says besides. */
  record Acceptance(String note) {}

  @Operation(summary = "Tiếp nhận hồ sơ nộp trực tuyến: thành phần đầy đủ, hợp lệ")
  @PostMapping("/arrivals/{number}/acceptance")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void accept(@PathVariable String number, @RequestBody Acceptance acceptance) {
    desk.accept(number, acceptance.note());
  }

  /** Why reception is refused. */
  record Refusal(String reason) {}

  @Operation(summary = "Từ chối tiếp nhận hồ sơ nộp trực tuyến (mẫu số 03)")
  @PostMapping("/arrivals/{number}/refusal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void refuse(@PathVariable String number, @RequestBody Refusal refusal) {
    desk.refuse(number, refusal.reason());
  }

  @Operation(summary = "Hồ sơ Cổng gửi đến mà chưa nhận được, với lý do")
  @GetMapping("/untaken")
  List<ArrivalList.Untaken> untaken() {
    administrators.requireToRead("PORTAL_READ", null);
    return list.untaken();
  }

  /** Which one, by its number at the portal. */
  record Again(String portalNumber) {}

  @Operation(summary = "Lấy lại từ Cổng một hồ sơ chưa nhận được")
  @PostMapping("/untaken/again")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void again(@RequestBody Again wanted) {
    administrators.require("PORTAL_ASKED_AGAIN", wanted.portalNumber());
    list.again(wanted.portalNumber());
  }

  @Operation(summary = "Các lượt đối soát với Cổng, mới nhất trước")
  @GetMapping("/checks")
  Checks.Overview checks() {
    administrators.requireToRead("PORTAL_READ", null);
    return checks.overview();
  }

  @Operation(summary = "Chênh lệch của một lượt đối soát")
  @GetMapping("/checks/{check}")
  List<Checks.Line> differences(
      @PathVariable long check, @RequestParam(defaultValue = "0") long after) {
    administrators.requireToRead("PORTAL_READ", null);
    return checks.differences(check, after);
  }

  @Operation(summary = "Đối soát ngay với Cổng")
  @PostMapping("/checks")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void order() {
    checks.order(administrators.require("PORTAL_CHECK_ORDERED", null));
  }

  @Operation(summary = "Hồ sơ này trên Cổng Dịch vụ công")
  @GetMapping("/standings/{number}")
  PortalStandings.Standing standing(@PathVariable String number) {
    return standings.of(number);
  }
}
