package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.note.NoteList;
import vn.thutuc.note.Notes;
import vn.thutuc.process.TaskDossier;

/** Notes between the officers of a dossier. */
@RestController
@RequestMapping("/api")
@Tag(name = "Trao đổi")
class NoteController {

  private final Notes notes;
  private final TaskDossier tasks;

  NoteController(Notes notes, TaskDossier tasks) {
    this.notes = notes;
    this.tasks = tasks;
  }

  @Operation(summary = "Các lời trao đổi nội bộ về hồ sơ, mới nhất ở cuối, từng trang")
  @GetMapping("/dossiers/{number}/notes")
  NoteList page(
      @PathVariable String number,
      @RequestParam(required = false) Long before,
      @RequestParam(required = false) Integer size) {
    return notes.page(number, before, size);
  }

  /** What is written; the request's own id makes a repetition write nothing. */
  record Writing(String text, String mention, String requestId) {}

  @Operation(summary = "Viết một lời trao đổi; có thể nhắc một đồng nghiệp theo tài khoản")
  @PostMapping("/dossiers/{number}/notes")
  @ResponseStatus(HttpStatus.CREATED)
  NoteList.Note add(@PathVariable String number, @RequestBody Writing writing) {
    return notes.add(number, writing.text(), writing.mention(), writing.requestId());
  }

  @Operation(summary = "Rút lời trao đổi của chính mình trong ít phút sau khi gửi")
  @PostMapping("/dossiers/{number}/notes/{id}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable String number, @PathVariable long id) {
    notes.withdraw(number, id);
  }

  /** Up to which note. */
  record Reading(long upTo) {}

  @Operation(summary = "Ghi nhận người dùng đã đọc đến lời trao đổi này")
  @PutMapping("/dossiers/{number}/notes/reading")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(@PathVariable String number, @RequestBody Reading reading) {
    notes.read(number, reading.upTo());
  }

  @Operation(summary = "Những người có thể nhắc trong trao đổi về hồ sơ")
  @GetMapping("/dossiers/{number}/notes/colleagues")
  List<NoteList.Colleague> colleagues(@PathVariable String number) {
    return notes.colleagues(number);
  }

  @Operation(summary = "Những lời trao đổi nhắc đến người dùng mà người dùng chưa đọc")
  @GetMapping("/notes/mentions")
  List<NoteList.Mention> mentions() {
    return notes.mentions();
  }

  /** How many the caller should still read. */
  record Unread(String number, int unread) {}

  @Operation(summary = "Số lời trao đổi chưa đọc về hồ sơ của việc này")
  @GetMapping("/tasks/{taskId}/notes/unread")
  Unread unread(@PathVariable String taskId) {
    String number =
        tasks
            .number(taskId)
            .orElseThrow(
                () ->
                    new DossierProblem(
                        DossierProblem.Kind.NOT_FOUND,
                        "task-not-found",
                        "taskId",
                        "Việc này không còn hoặc không thuộc đơn vị của anh/chị."));
    return new Unread(number, notes.unread(number, tasks.isMine(taskId)));
  }
}
