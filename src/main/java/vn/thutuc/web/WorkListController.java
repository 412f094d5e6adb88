package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.DossierList;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.OpenTasks;

/** The lists by the clock with their numbers, and the way from a dossier to its tasks. */
@RestController
@RequestMapping("/api/work-lists")
@Tag(name = "Danh sách việc")
class WorkListController {

  /** As many as a page of dossiers has. */
  private static final int MOST = 100;

  private final DossierList dossiers;
  private final OpenTasks tasks;

  WorkListController(DossierList dossiers, OpenTasks tasks) {
    this.dossiers = dossiers;
    this.tasks = tasks;
  }

  record ListView(String code, String label, long dossiers) {}

  @Operation(summary = "Số hồ sơ của cơ quan sắp đến hạn, quá hạn, tạm dừng, trả kết quả hôm nay")
  @GetMapping
  List<ListView> lists() {
    return dossiers.counts().stream()
        .map(one -> new ListView(one.list().name(), one.list().label(), one.dossiers()))
        .toList();
  }

  /** Numbers of dossiers. */
  record Numbers(List<String> numbers) {}

  @Operation(summary = "Việc đang mở của các hồ sơ, chỉ những việc người dùng được xem")
  @PostMapping("/tasks")
  List<OpenTasks.OpenTask> tasks(@RequestBody Numbers asked) {
    List<String> numbers =
        asked.numbers() == null
            ? List.of()
            : asked.numbers().stream().filter(Objects::nonNull).toList();
    if (numbers.size() > MOST) {
      throw DossierProblem.invalid(
          "too-many", "numbers", "Chỉ hỏi được việc của tối đa %d hồ sơ một lần.".formatted(MOST));
    }
    return tasks.of(numbers);
  }
}
