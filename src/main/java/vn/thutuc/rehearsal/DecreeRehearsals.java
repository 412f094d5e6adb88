package vn.thutuc.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import vn.thutuc.catalogue.intake.RehearsalOf;
import vn.thutuc.catalogue.intake.Rehearsals;

/** Walks the procedures a decree changes as they will be on its day, on one throw-away engine. */
public final class DecreeRehearsals implements Rehearsals {

  /** Reception at an hour at which every desk is open. */
  private static final int HOUR = 8;

  @Override
  public RehearsalOf open(Path folder, LocalDate received) {
    if (!Files.isDirectory(folder.resolve("forms"))) {
      return code ->
          new RehearsalOf.Outcome(
              RehearsalOf.Verdict.NOT_REHEARSED, "không có thư mục forms cạnh danh mục");
    }
    RehearsalRun run = RehearsalRun.open(folder, null, false);
    return new RehearsalOf() {
      @Override
      public Outcome rehearse(String code) {
        return run.folder()
            .procedure(code)
            .map(file -> outcome(run.rehearse(file, Wanted.happy(received.atTime(HOUR, 0)))))
            .orElseGet(() -> new Outcome(Verdict.NO_MODEL, ""));
      }

      @Override
      public void close() {
        run.close();
      }
    };
  }

  private static RehearsalOf.Outcome outcome(ProcedureReport report) {
    return report.ok()
        ? new RehearsalOf.Outcome(
            RehearsalOf.Verdict.PASSED, "%d lượt".formatted(report.paths().size()))
        : new RehearsalOf.Outcome(
            RehearsalOf.Verdict.FAILED, String.join(" ", report.allProblems()));
  }
}
