package vn.thutuc.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;
import vn.thutuc.outbound.ActState;
import vn.thutuc.outbound.OutboundDesk;

/**
 * Acts that leave the house: what failed, what waits, what was tried. Local times are the zone's.
 */
@RestController
@RequestMapping("/api/outbound")
class OutboundController {

  private final OutboundDesk desk;
  private final Organisation organisation;

  OutboundController(OutboundDesk desk, Organisation organisation) {
    this.desk = desk;
    this.organisation = organisation;
  }

  record ActView(
      long id,
      String number,
      String system,
      String label,
      ActState state,
      String stateLabel,
      String words,
      int attempts,
      LocalDateTime writtenAt,
      LocalDateTime dueAt,
      String unit,
      String owner) {}

  record WaitingView(String system, LocalDateTime oldest) {}

  record PageView(List<ActView> acts, Long next, List<WaitingView> waiting) {}

  record AttemptView(LocalDateTime at, String outcome, String words, String node, String person) {}

  record Reason(String reason) {}

  @GetMapping("/acts")
  PageView acts(
      @RequestParam(defaultValue = "FAILED") OutboundDesk.Wanted state,
      @RequestParam(required = false) Long before) {
    List<ActView> acts = desk.page(state, before).stream().map(this::view).toList();
    Long next = acts.size() < OutboundDesk.PAGE ? null : acts.get(acts.size() - 1).id();
    return new PageView(
        acts,
        next,
        desk.waiting().stream()
            .map(one -> new WaitingView(one.system(), local(one.oldest())))
            .toList());
  }

  @GetMapping("/acts/{id}/attempts")
  List<AttemptView> attempts(@PathVariable long id) {
    return desk.attempts(id).stream()
        .map(
            one ->
                new AttemptView(
                    local(one.at()),
                    outcome(one.outcome()),
                    one.words(),
                    one.node(),
                    person(one.person())))
        .toList();
  }

  @PostMapping("/acts/{id}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retry(@PathVariable long id) {
    desk.retry(id);
  }

  @PostMapping("/acts/{id}/close")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(@PathVariable long id, @RequestBody Reason reason) {
    desk.close(id, reason.reason());
  }

  @PostMapping("/acts/{id}/owner")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeOn(@PathVariable long id) {
    desk.takeOn(id);
  }

  /** For Cockpit, which knows the incident. */
  @GetMapping("/incidents/{incident}")
  ActView ofIncident(@PathVariable String incident) {
    return view(desk.ofIncident(incident));
  }

  @PostMapping("/incidents/{incident}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retryIncident(@PathVariable String incident) {
    desk.retryIncident(incident);
  }

  private ActView view(OutboundDesk.Row row) {
    return new ActView(
        row.id(),
        row.number(),
        row.system(),
        row.label(),
        row.state(),
        row.state().label(),
        row.words(),
        row.attempts(),
        local(row.writtenAt()),
        local(row.dueAt()),
        organisation.unit(row.unit()).map(UnitView::name).orElse(row.unit()),
        person(row.owner()));
  }

  private String person(String id) {
    return Optional.ofNullable(id)
        .map(known -> organisation.person(known).map(found -> found.name()).orElse(known))
        .orElse(null);
  }

  private static String outcome(String outcome) {
    return switch (outcome) {
      case "LATER" -> "Chưa gửi được, sẽ gửi lại";
      case "RETRIED" -> "Yêu cầu gửi lại";
      case "CLOSED" -> "Kết thúc, không gửi";
      case "TAKEN_ON" -> "Nhận xử lý";
      default -> ActState.valueOf(outcome).label();
    };
  }

  private static LocalDateTime local(Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, WorkingCalendar.ZONE).withNano(0);
  }
}
