package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.process.TaskDossier;
import vn.thutuc.process.acts.SupplementAsking;
import vn.thutuc.process.acts.TaskActs;
import vn.thutuc.process.acts.TaskFates;
import vn.thutuc.process.acts.TaskPanels;

/** Acts beside a task's form: each one address, each refused with its reason. */
@RestController
@RequestMapping("/api/tasks/{taskId}")
@Tag(name = "Việc")
class TaskActsController {

  private final TaskPanels panels;
  private final TaskActs acts;
  private final SupplementAsking supplements;
  private final TaskFates fates;
  private final TaskDossier tasks;

  TaskActsController(
      TaskPanels panels,
      TaskActs acts,
      SupplementAsking supplements,
      TaskFates fates,
      TaskDossier tasks) {
    this.panels = panels;
    this.acts = acts;
    this.supplements = supplements;
    this.fates = fates;
    this.tasks = tasks;
  }

  @Operation(summary = "Những gì người dùng làm được với việc này, và vì sao không")
  @GetMapping("/acts")
  TaskPanels.Panel acts(@PathVariable String taskId) {
    TaskPanels.Panel panel = panels.of(taskId);
    tasks.opened(taskId);
    return panel;
  }

  @Operation(
      summary = "Việc này nay ra sao: ai đang giữ, ai đã hoàn thành, hay hồ sơ đã chuyển bước")
  @GetMapping("/fate")
  TaskFates.Fate fate(@PathVariable String taskId) {
    return fates.of(taskId);
  }

  /** To whom, and why. */
  record Giving(String to, String reason) {}

  @Operation(summary = "Chuyển việc cho đồng nghiệp cùng đơn vị, cùng vai trò")
  @PostMapping("/hand-over")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void handOver(@PathVariable String taskId, @RequestBody Giving giving) {
    acts.handOver(taskId, giving.to(), giving.reason());
  }

  /** Why; may be left out. */
  record Reason(String reason) {}

  @Operation(summary = "Lấy lại việc đã chuyển cho đồng nghiệp")
  @PostMapping("/take-back")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBack(@PathVariable String taskId, @RequestBody Reason reason) {
    acts.takeBack(taskId, reason.reason());
  }

  @Operation(summary = "Trưởng đơn vị phân công việc; không chọn người thì về hàng chờ của đơn vị")
  @PostMapping("/assignment")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void assign(@PathVariable String taskId, @RequestBody Giving giving) {
    acts.assign(taskId, giving.to(), giving.reason());
  }

  @Operation(summary = "Người được giao thay nhận việc của người vắng")
  @PostMapping("/stand-in")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void standIn(@PathVariable String taskId) {
    acts.standIn(taskId);
  }

  /** Until which day, and why. */
  record PuttingBack(LocalDate until, String reason) {}

  @Operation(summary = "Tạm cất việc đến một ngày; thời hạn của hồ sơ không đổi")
  @PostMapping("/put-back")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void putBack(@PathVariable String taskId, @RequestBody PuttingBack puttingBack) {
    acts.putBack(taskId, puttingBack.until(), puttingBack.reason());
  }

  @Operation(summary = "Lấy lại việc đã tạm cất trước ngày")
  @DeleteMapping("/put-back")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeUpAgain(@PathVariable String taskId) {
    acts.takeUpAgain(taskId);
  }

  @Operation(summary = "Yêu cầu bổ sung, hoàn thiện hồ sơ (mẫu 02) nếu bước của quy trình cho phép")
  @PostMapping("/supplement-request")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void supplement(@PathVariable String taskId, @RequestBody SupplementAsking.Wanted wanted) {
    supplements.ask(taskId, wanted);
  }
}
