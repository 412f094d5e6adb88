package vn.thutuc.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.TaskDossier;

/** The dossier behind a task, for Tasklist's cards and tabs. */
@RestController
@RequestMapping("/api/tasks/{taskId}")
@Tag(name = "Việc")
class TaskController {

  private final TaskDossier tasks;
  private final DossierDocuments documents;
  private final DossierPages pages;

  TaskController(TaskDossier tasks, DossierDocuments documents, DossierPages pages) {
    this.tasks = tasks;
    this.documents = documents;
    this.pages = pages;
  }

  @GetMapping("/card")
  DossierDocuments.Card card(@PathVariable String taskId) {
    return documents.card(number(taskId));
  }

  @GetMapping("/dossier")
  DossierPages.Page dossier(@PathVariable String taskId) {
    return pages.of(number(taskId));
  }

  private String number(String taskId) {
    return tasks
        .opened(taskId)
        .orElseThrow(
            () ->
                new DossierProblem(
                    DossierProblem.Kind.NOT_FOUND,
                    "task-not-found",
                    "taskId",
                    "Việc này không còn hoặc không thuộc đơn vị của bạn."));
  }
}
