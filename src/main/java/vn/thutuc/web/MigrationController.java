package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.migration.MigrationItem;
import vn.thutuc.process.migration.MigrationRun;
import vn.thutuc.process.migration.ModelMigrations;
import vn.thutuc.process.migration.MovePlan;
import vn.thutuc.process.migration.VersionsInUse;

/** Running dossiers to a new version of their model: plan, trial, run, report. */
@RestController
@RequestMapping("/api/migrations")
@Tag(name = "Chuyển phiên bản")
class MigrationController {

  private static final String READ = "MIGRATION_READ";

  /** As many dossiers as one request may take. */
  private static final int PAGE = 200;

  private final ModelMigrations migrations;
  private final Administrators administrators;

  MigrationController(ModelMigrations migrations, Administrators administrators) {
    this.migrations = migrations;
    this.administrators = administrators;
  }

  /** From which version to which; the mapping is {@code OldId=NewId;…} or empty. */
  record Wanted(String source, String target, String mapping) {}

  /**
   * An element without a place in the new version, with how many stand there; null: not counted.
   */
  record Open(MovePlan.Unmapped element, Integer standing) {}

  record PlanPage(
      MovePlan.Version source,
      MovePlan.Version target,
      List<MovePlan.Mapped> mapped,
      List<Open> unmapped,
      List<VersionsInUse.Called> called) {}

  record Opened(long run) {}

  record Start(String fingerprint) {}

  /** Instances of a run, and behind which the next page begins; null when this is the last. */
  record ItemPage(List<MigrationItem> items, Long goOnAfter) {}

  @Operation(summary = "Các mô hình có hồ sơ đang chạy, theo phiên bản")
  @GetMapping("/models")
  List<VersionsInUse.Model> models() {
    administrators.requireToRead(READ, "models");
    return migrations.models();
  }

  @Operation(summary = "Kế hoạch: bước nào của phiên bản cũ thành bước nào, bước nào không chuyển")
  @PostMapping("/plan")
  PlanPage plan(@RequestBody Wanted wanted) {
    administrators.requireToRead(READ, wanted.source());
    MovePlan plan = migrations.plan(wanted.source(), wanted.target(), wanted.mapping());
    Map<String, Integer> standing = migrations.standingAt(wanted.source());
    return new PlanPage(
        plan.source(),
        plan.target(),
        plan.mapped(),
        plan.unmapped().stream().map(gone -> new Open(gone, standing.get(gone.id()))).toList(),
        migrations.called(wanted.source()));
  }

  @Operation(summary = "Chạy thử trên mọi hồ sơ của phiên bản cũ; không thay đổi gì")
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Opened openTrial(@RequestBody Wanted wanted) {
    String person =
        administrators.require(
            "MIGRATION_TRIED", "%s to %s".formatted(wanted.source(), wanted.target()));
    long id = migrations.openTrial(wanted.source(), wanted.target(), wanted.mapping(), person);
    migrations.resume();
    return new Opened(id);
  }

  @Operation(summary = "Các lần chuyển phiên bản, mới nhất trước")
  @GetMapping
  List<MigrationRun> all() {
    administrators.requireToRead(READ, "runs");
    return migrations.all();
  }

  @Operation(summary = "Tiến độ và tổng kết của một lần chuyển")
  @GetMapping("/{id}")
  ModelMigrations.Progress one(@PathVariable long id) {
    administrators.requireToRead(READ, "run " + id);
    return migrations.progress(id);
  }

  @Operation(summary = "Từng hồ sơ của một lần chuyển, với mọi thời hạn trước và sau")
  @GetMapping("/{id}/dossiers")
  ItemPage dossiers(
      @PathVariable long id,
      @RequestParam(required = false) MigrationItem.State state,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "50") int size) {
    administrators.requireToRead(READ, "run " + id);
    if (size < 1 || size > PAGE) {
      throw DossierProblem.invalid(
          "size-out-of-range", "size", "Mỗi trang có từ 1 đến " + PAGE + " hồ sơ.");
    }
    migrations.progress(id);
    List<MigrationItem> items = migrations.items(id, state, after, size);
    return new ItemPage(items, items.size() < size ? null : items.get(size - 1).id());
  }

  @Operation(summary = "Báo cáo đầy đủ của một lần chuyển (CSV)")
  @GetMapping("/{id}/report.csv")
  void report(@PathVariable long id, HttpServletResponse response) throws IOException {
    administrators.require("MIGRATION_REPORT_READ", "run " + id);
    MigrationRun run = migrations.progress(id).run();
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"chuyen-phien-ban-%d-%s.csv\""
            .formatted(id, run.processKey().toLowerCase(Locale.ROOT)));
    MigrationReport.write(migrations, run, response.getWriter());
  }

  @Operation(summary = "Chuyển những hồ sơ mà lần chạy thử thấy chuyển được")
  @PostMapping("/{id}/start")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ModelMigrations.Progress start(@PathVariable long id, @RequestBody Start start) {
    String person = administrators.require("MIGRATION_STARTED", "run " + id);
    migrations.start(id, start.fingerprint(), person);
    migrations.resume();
    return migrations.progress(id);
  }

  @Operation(
      summary = "Tiếp tục một lần bị gián đoạn; với lần đã xong: thử lại các hồ sơ không thành")
  @PostMapping("/{id}/resumption")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ModelMigrations.Progress resume(@PathVariable long id) {
    administrators.require("MIGRATION_RESUMED", "run " + id);
    if (migrations.progress(id).run().state() == MigrationRun.State.DONE) {
      migrations.retry(id);
    }
    migrations.resume();
    return migrations.progress(id);
  }

  @Operation(summary = "Bỏ một lần chạy thử")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(@PathVariable long id) {
    administrators.require("MIGRATION_DROPPED", "run " + id);
    migrations.drop(id);
  }
}
