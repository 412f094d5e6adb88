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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.process.acts.TaskMove;
import vn.thutuc.process.acts.TaskMoves;
import vn.thutuc.process.acts.UnitWork;

/** A head's view of the unit: who has how much, and moving of tasks with a result for each. */
@RestController
@RequestMapping("/api")
@Tag(name = "Phân công")
class UnitWorkController {

  private final UnitWork work;
  private final TaskMoves moves;

  UnitWorkController(UnitWork work, TaskMoves moves) {
    this.work = work;
    this.moves = moves;
  }

  @Operation(summary = "Số việc đang mở, sắp đến hạn, quá hạn của từng người trong đơn vị")
  @GetMapping("/unit-work/loads")
  UnitWork.Loads loads() {
    return work.loads();
  }

  @Operation(summary = "Việc đang mở của đơn vị; person để trống là việc chưa ai nhận")
  @GetMapping("/unit-work/tasks")
  UnitWork.Page tasks(
      @RequestParam(required = false) String person,
      @RequestParam(defaultValue = "ALL") UnitWork.Which which,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return work.page(person, which, page, size);
  }

  /** Which tasks go to whom and why; the id makes a repetition harmless. */
  record Assignment(String requestId, List<String> tasks, String to, String reason) {}

  @Operation(summary = "Phân công nhiều việc (tối đa 500) trong một lần; mỗi việc có kết quả riêng")
  @PostMapping("/task-moves")
  @ResponseStatus(HttpStatus.ACCEPTED)
  TaskMoves.Progress assign(@RequestBody Assignment wanted) {
    return moves.progress(
        moves.assign(wanted.requestId(), wanted.tasks(), wanted.to(), wanted.reason()));
  }

  /** Whose tasks go to whom and why. */
  record Transfer(String requestId, String from, String to, String reason) {}

  @Operation(
      summary = "Xem trước: chuyển giao sẽ chuyển bao nhiêu việc, việc nào không chuyển được")
  @PostMapping("/task-moves/transfer-preview")
  TaskMoves.Preview preview(@RequestBody Transfer wanted) {
    return moves.preview(wanted.from(), wanted.to());
  }

  @Operation(summary = "Chuyển giao mọi việc của một người (nghỉ, chuyển công tác)")
  @PostMapping("/task-moves/transfer")
  @ResponseStatus(HttpStatus.ACCEPTED)
  TaskMoves.Progress transfer(@RequestBody Transfer wanted) {
    return moves.progress(
        moves.transfer(wanted.requestId(), wanted.from(), wanted.to(), wanted.reason()));
  }

  @Operation(summary = "Mọi đơn vị, kể cả đơn vị đã sáp nhập (quản trị viên)")
  @GetMapping("/task-moves/units")
  List<TaskMoves.UnitRef> units() {
    return moves.everyUnit();
  }

  @Operation(summary = "Xem trước: đơn vị bị sáp nhập còn bao nhiêu hồ sơ (quản trị viên)")
  @PostMapping("/task-moves/unit-preview")
  TaskMoves.UnitPreview previewUnit(@RequestBody Transfer wanted) {
    return moves.previewUnit(wanted.from(), wanted.to());
  }

  @Operation(summary = "Chuyển giao mọi hồ sơ của đơn vị bị sáp nhập (quản trị viên)")
  @PostMapping("/task-moves/unit")
  @ResponseStatus(HttpStatus.ACCEPTED)
  TaskMoves.Progress transferUnit(@RequestBody Transfer wanted) {
    return moves.progress(
        moves.transferUnit(wanted.requestId(), wanted.from(), wanted.to(), wanted.reason()));
  }

  @Operation(summary = "Các lần phân công, chuyển giao của người dùng, mới nhất trước")
  @GetMapping("/task-moves")
  List<TaskMove> mine() {
    return moves.mine();
  }

  @Operation(summary = "Tiến độ của một lần phân công, chuyển giao")
  @GetMapping("/task-moves/{id}")
  TaskMoves.Progress progress(@PathVariable long id) {
    return moves.progress(id);
  }

  @Operation(summary = "Kết quả từng việc của một lần phân công, chuyển giao")
  @GetMapping("/task-moves/{id}/tasks")
  List<TaskMove.Item> items(
      @PathVariable long id,
      @RequestParam(required = false) TaskMove.ItemState state,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int size) {
    return moves.items(id, state, after, size);
  }

  @Operation(summary = "Tiếp tục một lần bị gián đoạn")
  @PostMapping("/task-moves/{id}/resumption")
  @ResponseStatus(HttpStatus.ACCEPTED)
  TaskMoves.Progress resume(@PathVariable long id) {
    TaskMoves.Progress progress = moves.progress(id);
    moves.resume();
    return progress;
  }
}
