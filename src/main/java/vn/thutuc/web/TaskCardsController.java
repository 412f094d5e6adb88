package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.TaskDossier;

/** What Tasklist's cards say, for a whole page at once. */
@RestController
@Tag(name = "Việc")
class TaskCardsController {

  private static final int MOST = 100;

  private final TaskDossier tasks;
  private final DossierDocuments documents;

  TaskCardsController(TaskDossier tasks, DossierDocuments documents) {
    this.tasks = tasks;
    this.documents = documents;
  }

  /** Ids of tasks. */
  record Wanted(List<String> tasks) {}

  record TaskCard(String task, DossierDocuments.Card card) {}

  @Operation(
      summary = "Thẻ của nhiều việc; việc không được xem hoặc không thuộc hồ sơ nào thì bỏ qua")
  @PostMapping("/api/tasks/cards")
  List<TaskCard> cards(@RequestBody Wanted wanted) {
    List<String> ids =
        wanted.tasks() == null
            ? List.of()
            : wanted.tasks().stream().filter(Objects::nonNull).toList();
    if (ids.size() > MOST) {
      throw DossierProblem.invalid(
          "too-many", "tasks", "Chỉ hỏi được thẻ của tối đa %d việc một lần.".formatted(MOST));
    }
    Map<String, String> numbers = tasks.numbers(ids);
    Map<String, DossierDocuments.Card> cards = documents.cards(Set.copyOf(numbers.values()));
    return ids.stream()
        .distinct()
        .filter(numbers::containsKey)
        .filter(id -> cards.containsKey(numbers.get(id)))
        .map(id -> new TaskCard(id, cards.get(numbers.get(id))))
        .toList();
  }
}
