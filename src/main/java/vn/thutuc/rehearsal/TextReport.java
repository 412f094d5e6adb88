package vn.thutuc.rehearsal;

import java.io.PrintStream;
import java.util.List;

/** The report as a terminal shows it. */
final class TextReport {

  private final PrintStream out;

  TextReport(PrintStream out) {
    this.out = out;
  }

  void print(List<ProcedureReport> reports) {
    boolean few = reports.size() == 1;
    for (ProcedureReport report : reports) {
      if (few) {
        whole(report);
      } else {
        brief(report);
      }
    }
    long failed = reports.stream().filter(report -> !report.ok()).count();
    if (!few) {
      out.printf(
          "%nĐã diễn tập %d thủ tục, %d lượt: %d đạt, %d không đạt.%n",
          reports.size(), walks(reports), reports.size() - failed, failed);
    }
  }

  static long walks(List<ProcedureReport> reports) {
    return reports.stream()
        .mapToLong(
            report ->
                report.paths().stream().filter(path -> path.walked() != null).count()
                    + (report.coverage() == null ? 0 : report.coverage().walks()))
        .sum();
  }

  private void brief(ProcedureReport report) {
    out.printf(
        "%-9s %s  %s  (%d lượt, %d ms)%n",
        report.ok() ? "Đạt" : "KHÔNG ĐẠT",
        report.code(),
        report.title() == null ? report.file() : report.title(),
        walks(List.of(report)),
        report.millis());
    report.allProblems().forEach(problem -> out.println("          - " + problem));
  }

  private void whole(ProcedureReport report) {
    out.printf("Thủ tục %s – %s%n", report.code(), report.title());
    out.printf("Mô hình %s%n        sha256 %s%n", report.file(), report.sha256());
    out.printf("Dữ kiện %s, lịch %s%n", report.version(), report.calendar());
    report.problems().forEach(problem -> out.println("KHÔNG ĐẠT: " + problem));
    report.paths().forEach(this::path);
    if (report.coverage() != null) {
      coverage(report.coverage());
    }
    out.printf("%n%s%n", report.ok() ? "ĐẠT" : "KHÔNG ĐẠT");
  }

  private void path(PathResult result) {
    out.printf("%n== %s: %s%n", result.path(), result.label());
    if (result.walked() == null) {
      out.printf("   %s: %s%n", result.verdict().label(), result.reason());
      return;
    }
    Walked walked = result.walked();
    out.printf("   %s%n", Words.intake(walked.intake()));
    walked.lines().forEach(this::line);
    walked.explanation().forEach(line -> out.println("   Cách tính: " + line));
    out.printf(
        "   %s: %s; %d ngày làm việc%n",
        result.verdict().label(), Words.outcome(walked), walked.days());
    result.problems().forEach(problem -> out.println("   - " + problem));
    if (result.verdict() == PathResult.Verdict.FAILED) {
      out.println("   Các bước cuối: " + String.join(" → ", walked.lastSteps()));
      out.println("   Biến: " + walked.flags());
    }
  }

  private void line(Line line) {
    out.printf(
        "   %s  %-11s %s%s%s%s%n",
        Words.moment(line.at()),
        line.kind().label(),
        line.text(),
        line.who() == null ? "" : " | " + line.who(),
        line.due() == null ? "" : " | hạn " + Words.moment(line.due()),
        line.note() == null ? "" : " | " + line.note());
  }

  private void coverage(Cover.Coverage coverage) {
    out.printf(
        "%n== Đi qua mọi nhánh: %d/%d nhánh của mô hình, %d/%d nhánh của quy trình được gọi, %d lượt%n",
        coverage.taken(),
        coverage.flows(),
        coverage.calledTaken(),
        coverage.calledFlows(),
        coverage.walks());
    coverage.missing().forEach(flow -> out.println("   Chưa đi qua: " + flow));
    coverage
        .excused()
        .forEach(flow -> out.println("   Chưa biết thời hạn nên chưa thể qua: " + flow));
    coverage.calledMissing().forEach(flow -> out.println("   Không đến từ mô hình này: " + flow));
  }
}
