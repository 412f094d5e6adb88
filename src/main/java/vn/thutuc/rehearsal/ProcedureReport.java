package vn.thutuc.rehearsal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What the rehearsal of one procedure showed.
 *
 * @param code national code
 * @param title short title; null when the catalogue lacks the procedure
 * @param file the model's file
 * @param sha256 hash of the model's bytes
 * @param version version of the facts; null when the catalogue lacks the procedure
 * @param calendar name of the calendar that counted
 * @param made when it was made, in real time
 * @param received when the rehearsed dossiers were received
 * @param problems what kept it from being rehearsed at all; empty when nothing did
 * @param paths what each path showed
 * @param coverage which flows were taken; null unless asked for
 * @param millis how long it took
 */
record ProcedureReport(
    String code,
    String title,
    String file,
    String sha256,
    String version,
    String calendar,
    Instant made,
    LocalDateTime received,
    List<String> problems,
    List<PathResult> paths,
    Cover.Coverage coverage,
    long millis) {

  /** Whether everything that applies passed, and every own flow was taken where that was asked. */
  boolean ok() {
    return problems.isEmpty()
        && paths.stream().allMatch(PathResult::ok)
        && (coverage == null || coverage.missing().isEmpty());
  }

  /** Everything wrong, each thing once. */
  List<String> allProblems() {
    java.util.Set<String> all = new java.util.LinkedHashSet<>(problems);
    paths.forEach(path -> all.addAll(path.problems()));
    if (coverage != null) {
      coverage.missing().forEach(flow -> all.add("Nhánh chưa đi qua: " + flow));
    }
    return List.copyOf(all);
  }
}
