package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.LateReasons;
import vn.thutuc.dossier.StopProposals;
import vn.thutuc.dossier.UnitChanges;

/**
 * What is proposed to leaders and asked of heads about a dossier: a stop, a reason for lateness.
 */
@RestController
@RequestMapping("/api")
@Tag(name = "Hồ sơ")
class DossierDecisionsController {

  private final StopProposals stops;
  private final LateReasons lateness;
  private final UnitChanges units;

  DossierDecisionsController(StopProposals stops, LateReasons lateness, UnitChanges units) {
    this.stops = stops;
    this.lateness = lateness;
    this.units = units;
  }

  /** Who asked for the stop, and the ground. */
  record StopProposal(StopProposals.AskedBy askedBy, String ground) {}

  @Operation(summary = "Đề nghị dừng giải quyết hồ sơ; lãnh đạo quyết định")
  @PostMapping("/dossiers/{number}/stop-proposal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void propose(@PathVariable String number, @RequestBody StopProposal proposal) {
    stops.propose(number, proposal.askedBy(), proposal.ground());
  }

  /** Whether the leader agrees, and why not. */
  record StopDecision(boolean approved, String reason) {}

  @Operation(summary = "Lãnh đạo quyết định về đề nghị dừng giải quyết")
  @PostMapping("/dossiers/{number}/stop-decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(@PathVariable String number, @RequestBody StopDecision decision) {
    stops.decide(number, decision.approved(), decision.reason());
  }

  @Operation(summary = "Các đề nghị dừng giải quyết đang chờ người dùng quyết định")
  @GetMapping("/stop-proposals")
  List<StopProposals.Proposal> waiting() {
    return stops.forMe();
  }

  /** To which unit, and why. */
  record SendingOn(String to, String reason) {}

  @Operation(
      summary = "Chuyển hồ sơ đến cơ quan có thẩm quyền khi đã chuyển nhầm; thời hạn vẫn tính")
  @PostMapping("/dossiers/{number}/sending-on")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void sendOn(@PathVariable String number, @RequestBody SendingOn sendingOn) {
    units.sendOn(number, sendingOn.to(), sendingOn.reason());
  }

  /** Why the dossier is late, and which unit was. */
  record LateReason(String reason, String unit) {}

  @Operation(summary = "Trưởng phòng hoặc lãnh đạo nêu lý do hồ sơ quá hạn")
  @PostMapping("/dossiers/{number}/late-reason")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void explain(@PathVariable String number, @RequestBody LateReason late) {
    lateness.explain(number, late.reason(), late.unit());
  }

  @Operation(summary = "Hồ sơ quá hạn chưa có lý do của các đơn vị người dùng phụ trách")
  @GetMapping("/unexplained-late-dossiers")
  List<LateReasons.Unexplained> unexplained() {
    return lateness.unexplained();
  }
}
