package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.almanac.AlmanacProblem;
import vn.thutuc.almanac.CalendarYears;
import vn.thutuc.almanac.FileKind;
import vn.thutuc.dossier.CalendarPreview;
import vn.thutuc.dossier.CalendarRun;

/** The calendar years of administrators: import, preview, publish. */
@RestController
@RequestMapping("/api/calendar/years")
@Tag(name = "Lịch làm việc")
class CalendarController {

  private static final int LARGEST_FILE = 1_000_000;

  private final CalendarYears years;
  private final CalendarPreview preview;
  private final CalendarRun run;
  private final Administrators administrators;

  CalendarController(
      CalendarYears years,
      CalendarPreview preview,
      CalendarRun run,
      Administrators administrators) {
    this.years = years;
    this.preview = preview;
    this.run = run;
    this.administrators = administrators;
  }

  /** One day; before is what counts on it, or null. */
  record Day(
      LocalDate date, String name, String kind, String source, String change, Before before) {}

  record Before(String name, String kind) {}

  record Year(int year, String edition, List<Day> days) {}

  record Imported(int year, int days) {}

  /** When the draft that was looked at was imported, or null; whether appointments go out anew. */
  record Publication(boolean reissue, Instant draft) {}

  record Opened(long run) {}

  @Operation(summary = "Các năm lịch và trạng thái")
  @GetMapping
  List<CalendarYears.YearView> years() {
    administrators.requireToRead("years");
    return years.years();
  }

  @Operation(summary = "Các ngày của một năm: đang áp dụng (current) hoặc dự thảo (draft)")
  @GetMapping("/{year}")
  Year year(@PathVariable int year, @RequestParam(defaultValue = "current") String edition) {
    administrators.requireToRead("year " + year);
    boolean draft = edition.equals("draft");
    List<CalendarYears.Row> rows = draft ? years.draft(year) : years.current(year);
    return new Year(
        year, draft ? "draft" : "current", rows.stream().map(CalendarController::day).toList());
  }

  private static Day day(CalendarYears.Row row) {
    return new Day(
        row.day().date(),
        row.day().name(),
        row.day().kind().word(),
        row.day().source(),
        row.change().name(),
        row.counts() == null ? null : new Before(row.counts().name(), row.counts().kind().word()));
  }

  @Operation(summary = "Nhập lịch dạng CSV vào bản dự thảo của năm; bản dự thảo cũ bị thay")
  @PostMapping(path = "/{year}/draft", consumes = "text/csv")
  Imported importCsv(
      @PathVariable int year, @RequestParam(required = false) String name, InputStream file)
      throws IOException {
    return replace(year, FileKind.CSV, file, name);
  }

  @Operation(summary = "Nhập lịch dạng iCalendar vào bản dự thảo của năm; bản dự thảo cũ bị thay")
  @PostMapping(path = "/{year}/draft", consumes = "text/calendar")
  Imported importIcs(
      @PathVariable int year, @RequestParam(required = false) String name, InputStream file)
      throws IOException {
    return replace(year, FileKind.ICS, file, name);
  }

  private Imported replace(int year, FileKind kind, InputStream file, String name)
      throws IOException {
    String person = administrators.require("CALENDAR_DRAFT_IMPORTED", "year " + year);
    byte[] bytes = file.readNBytes(LARGEST_FILE + 1);
    if (bytes.length > LARGEST_FILE) {
      throw new AlmanacProblem(
          "file-too-large", "file", "Tệp lớn hơn 1 MB. Hãy kiểm tra lại: lịch một năm rất nhỏ.");
    }
    return new Imported(year, years.replaceDraft(year, kind, bytes, name, person));
  }

  @Operation(summary = "Bỏ bản dự thảo của năm")
  @DeleteMapping("/{year}/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void dropDraft(@PathVariable int year) {
    administrators.require("CALENDAR_DRAFT_DROPPED", "year " + year);
    years.dropDraft(year);
  }

  @Operation(summary = "Xem trước: công bố bản dự thảo sẽ làm thay đổi những hồ sơ nào")
  @GetMapping("/{year}/preview")
  CalendarPreview.Impact preview(@PathVariable int year) {
    administrators.require("CALENDAR_PREVIEWED", "year " + year);
    return preview.of(year);
  }

  @Operation(summary = "Công bố bản dự thảo và áp dụng cho các hồ sơ đang giải quyết")
  @PostMapping("/{year}/publication")
  ResponseEntity<Opened> publish(@PathVariable int year, @RequestBody Publication publication) {
    String person =
        administrators.require(
            "CALENDAR_PUBLISHED",
            "year " + year + (publication.reissue() ? ", appointments anew" : ""));
    long opened = years.publish(year, publication.reissue(), publication.draft(), person);
    run.resumeOpenRun();
    return ResponseEntity.accepted().body(new Opened(opened));
  }
}
