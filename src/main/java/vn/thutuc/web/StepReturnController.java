package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.process.acts.StepReturn;

/** Taking back a step that was completed by mistake. */
@RestController
@RequestMapping("/api")
@Tag(name = "Việc")
class StepReturnController {

  private final StepReturn returning;

  StepReturnController(StepReturn returning) {
    this.returning = returning;
  }

  @Operation(summary = "Bước đã hoàn thành trong việc này có lấy lại được không, và vì sao")
  @GetMapping("/tasks/{taskId}/step-return")
  StepReturn.Chance chance(@PathVariable String taskId) {
    return returning.chance(taskId);
  }

  @Operation(
      summary =
          "Bước cuối của hồ sơ có lấy lại được không, nếu chính người dùng đã hoàn thành; không có nội"
              + " dung khi là bước của người khác")
  @GetMapping("/dossiers/{number}/step-return")
  ResponseEntity<StepReturn.Chance> last(@PathVariable String number) {
    return returning
        .last(number)
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  /** Why. */
  record Reason(String reason) {}

  /** The task in which the step is done again. */
  record Reopened(String taskId) {}

  @Operation(summary = "Lấy lại bước mình vừa hoàn thành khi chưa ai mở bước tiếp theo")
  @PostMapping("/tasks/{taskId}/step-return")
  Reopened takeBack(@PathVariable String taskId, @RequestBody Reason reason) {
    return new Reopened(returning.takeBack(taskId, reason.reason()));
  }
}
