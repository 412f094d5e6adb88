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
import vn.thutuc.almanac.CalendarRuns;
import vn.thutuc.dossier.CalendarRun;
import vn.thutuc.dossier.ClockRepair;
import vn.thutuc.dossier.DossierProblem;

/** The runs that carry a change of the calendar to the dossiers, and the repair of timers. */
@RestController
@RequestMapping("/api/calendar")
@Tag(name = "Lịch làm việc")
class CalendarRunController {

  private final CalendarRuns runs;
  private final CalendarRun run;
  private final ClockRepair repair;
  private final Administrators administrators;

  CalendarRunController(
      CalendarRuns runs, CalendarRun run, ClockRepair repair, Administrators administrators) {
    this.runs = runs;
    this.run = run;
    this.repair = repair;
    this.administrators = administrators;
  }

  record RunPage(CalendarRuns.Run run, long remaining, List<CalendarRuns.Failure> failures) {}

  /** One dossier, or all behind one; everything null for all from the first. */
  record RepairRequest(String number, Long after) {}

  @Operation(summary = "Các lần áp dụng thay đổi lịch cho hồ sơ, mới nhất trước")
  @GetMapping("/runs")
  List<CalendarRuns.Run> runs() {
    administrators.requireToRead("runs");
    return runs.all();
  }

  @Operation(summary = "Tiến độ của một lần áp dụng, với các hồ sơ không áp dụng được")
  @GetMapping("/runs/{id}")
  RunPage run(@PathVariable long id) {
    administrators.requireToRead("run " + id);
    return page(id);
  }

  private RunPage page(long id) {
    return run.progress(id)
        .map(found -> new RunPage(found.run(), found.remaining(), runs.failures(id)))
        .orElseThrow(
            () ->
                new DossierProblem(
                    DossierProblem.Kind.NOT_FOUND,
                    "run-not-found",
                    "id",
                    "Không có lần áp dụng lịch số " + id + "."));
  }

  @Operation(
      summary = "Tiếp tục một lần áp dụng bị gián đoạn; với lần đã xong: thử lại các hồ sơ bị lỗi")
  @PostMapping("/runs/{id}/resumption")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunPage resume(@PathVariable long id) {
    administrators.require("CALENDAR_RUN_RESUMED", "run " + id);
    if (page(id).run().isOpen()) {
      run.resumeOpenRun();
    } else {
      run.retryFailed(id);
    }
    return page(id);
  }

  @Operation(summary = "Tính lại các mốc thời hạn và hạn công việc của một hoặc mọi hồ sơ")
  @PostMapping("/repair")
  ClockRepair.Report repair(@RequestBody RepairRequest request) {
    administrators.require("CLOCK_REPAIRED", request.number());
    return request.number() == null || request.number().isBlank()
        ? repair.repairAll(request.after() == null ? 0 : request.after())
        : repair.repair(request.number().strip());
  }
}
