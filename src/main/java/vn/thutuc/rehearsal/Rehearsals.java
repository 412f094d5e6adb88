package vn.thutuc.rehearsal;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Rehearsals for other commands: never inside a server, each call with a house of its own. */
public final class Rehearsals {

  private Rehearsals() {}

  /**
   * How the rehearsal of one procedure ended.
   *
   * @param ok whether every case came to its result
   * @param outcome state and result of the first case, in Vietnamese
   * @param days working days the first case took
   * @param walks how many dossiers were walked
   * @param problems what is wrong, in Vietnamese; empty when all is well
   */
  public record Outcome(boolean ok, String outcome, int days, int walks, List<String> problems) {}

  /**
   * Walks the straight way of procedures, in every case and area class.
   *
   * @param codes national codes; each needs a model and facts
   * @param models folder with processes/ and forms/; null for what came with the program
   * @param received when the dossiers are received, local time
   * @return an outcome for every code, in order of the codes
   * @throws IllegalStateException inside a serving process
   */
  public static Map<String, Outcome> happy(
      Collection<String> codes, Path models, LocalDateTime received) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    try (RehearsalRun run = RehearsalRun.open(models, null, false)) {
      for (String code : new TreeSet<>(codes)) {
        outcomes.put(
            code,
            run.folder()
                .procedure(code)
                .map(file -> outcome(run.rehearse(file, Wanted.happy(received))))
                .orElseGet(
                    () -> new Outcome(false, "", 0, 0, List.of("Không có mô hình của thủ tục."))));
      }
    }
    return outcomes;
  }

  private static Outcome outcome(ProcedureReport report) {
    Walked first =
        report.paths().stream()
            .map(PathResult::walked)
            .filter(walked -> walked != null)
            .findFirst()
            .orElse(null);
    return new Outcome(
        report.ok(),
        first == null ? "" : Words.outcome(first),
        first == null ? 0 : first.days(),
        report.paths().size(),
        report.allProblems());
  }
}
