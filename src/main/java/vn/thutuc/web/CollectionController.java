package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.collection.Reminders;
import vn.thutuc.collection.UncollectedResults;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.process.security.AccessLog;

/**
 * Results that are ready and not collected, and reminders of them; who reads the list is logged.
 */
@RestController
@RequestMapping("/api/uncollected-results")
@Tag(name = "Kết quả chưa nhận")
class CollectionController {

  private final UncollectedResults results;
  private final Reminders reminders;
  private final AccessLog log;
  private final CurrentActor actor;

  CollectionController(
      UncollectedResults results, Reminders reminders, AccessLog log, CurrentActor actor) {
    this.results = results;
    this.reminders = reminders;
    this.log = log;
    this.actor = actor;
  }

  @Operation(
      summary =
          "Kết quả đã có mà người nộp chưa đến nhận tại quầy từ days ngày trở lên, lâu nhất trước")
  @GetMapping
  UncollectedResults.Page page(
      @RequestParam(required = false) Integer days,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    UncollectedResults.Page found = results.page(days, page, size);
    log.write(
        actor.get().personId(),
        "READ_UNCOLLECTED",
        "%d days, page %d".formatted(found.days(), page));
    return found;
  }

  /** Which dossiers, and what the journal says besides. */
  record Reminding(List<String> numbers, String note) {}

  @Operation(summary = "Nhắc người nộp đến nhận kết quả, mỗi hồ sơ mỗi ngày một lần")
  @PostMapping("/reminders")
  List<Reminders.Outcome> remind(@RequestBody Reminding wanted) {
    return reminders.remind(wanted.numbers(), wanted.note());
  }
}
