package vn.thutuc.rehearsal;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.web.util.HtmlUtils;
import vn.thutuc.calendar.WorkingCalendar;

/** The report to be read, printed and signed: a table of all procedures, then each on its own. */
final class HtmlReport {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Báo cáo diễn tập quy trình</title>
      <style>
      body { font: 15px/1.5 "Noto Sans", "Segoe UI", Arial, sans-serif; color: #1a1a1a; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; border-top: 1px solid #999; padding-top: 1rem; }
      h3 { font-size: 1.05rem; margin-bottom: .3rem; }
      table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
      th, td { border: 1px solid #bbb; padding: .25rem .5rem; text-align: left; vertical-align: top; }
      th { background: #eef1f4; } td.n { text-align: right; white-space: nowrap; } td.t { white-space: nowrap; }
      .ok { color: #0b5d1e; font-weight: 600; } .bad { color: #a30f0f; font-weight: 600; } .none { color: #555; }
      code { font-size: .85em; overflow-wrap: anywhere; }
      tr.RUNG td, tr.LATE td, tr.WINDOW td { background: #fff6e0; } tr.PAPER td, tr.ACT td { background: #f1f7ff; }
      .sign { display: flex; gap: 4rem; margin-top: 3rem; } .sign div { flex: 1; text-align: center; min-height: 8rem; }
      @media print { body { margin: 0; max-width: none; font-size: 11pt; } h2 { break-before: page; } tr { break-inside: avoid; } }
      </style>
      </head>
      <body>
      """;

  private static final String SIGN =
      """
      <section class="sign">
      <div><strong>Người diễn tập</strong><br><em>(ký, ghi rõ họ tên)</em></div>
      <div><strong>Người soát xét</strong><br><em>(ký, ghi rõ họ tên)</em></div>
      </section>
      </body>
      </html>
      """;

  private final StringBuilder html = new StringBuilder(HEAD);

  /** The whole page. */
  String text(List<ProcedureReport> reports) {
    html.append("<h1>Báo cáo diễn tập quy trình</h1>\n");
    summary(reports);
    reports.forEach(this::procedure);
    return html.append(SIGN).toString();
  }

  private void summary(List<ProcedureReport> reports) {
    long passed = reports.stream().filter(ProcedureReport::ok).count();
    if (!reports.isEmpty()) {
      ProcedureReport first = reports.get(0);
      LocalDateTime made = LocalDateTime.ofInstant(first.made(), WorkingCalendar.ZONE);
      paragraph(
          "Lập lúc %s. Hồ sơ diễn tập nộp lúc %s. Lịch làm việc: %s."
              .formatted(Words.moment(made), Words.moment(first.received()), first.calendar()));
    }
    paragraph(
        "Đã diễn tập %d thủ tục, %d lượt: %d đạt, %d không đạt."
            .formatted(reports.size(), TextReport.walks(reports), passed, reports.size() - passed));
    html.append("<table>\n<thead><tr>");
    List.of("Mã", "Thủ tục", "Kết luận", "Lượt", "Ngày làm việc", "Nhánh đã qua", "Vướng mắc")
        .forEach(title -> html.append("<th scope=\"col\">").append(title).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    reports.forEach(this::row);
    html.append("</tbody>\n</table>\n");
  }

  private void row(ProcedureReport report) {
    html.append("<tr>");
    html.append("<td class=\"t\"><a href=\"#p")
        .append(text(report.code()))
        .append("\">")
        .append(text(report.code()))
        .append("</a></td>");
    cell("", report.title() == null ? report.file() : report.title());
    cell(report.ok() ? "ok" : "bad", report.ok() ? "Đạt" : "Không đạt");
    cell("n", String.valueOf(TextReport.walks(List.of(report))));
    cell(
        "n",
        report.paths().stream()
            .filter(path -> path.walked() != null)
            .findFirst()
            .map(path -> String.valueOf(path.walked().days()))
            .orElse("–"));
    cell(
        "n",
        report.coverage() == null
            ? "–"
            : report.coverage().taken() + "/" + report.coverage().flows());
    List<String> problems = report.allProblems();
    cell("", problems.isEmpty() ? "" : problems.get(0) + more(problems.size() - 1));
    html.append("</tr>\n");
  }

  private static String more(int others) {
    return others == 0 ? "" : " (và %d vướng mắc khác)".formatted(others);
  }

  private void procedure(ProcedureReport report) {
    html.append("<section>\n<h2 id=\"p").append(text(report.code())).append("\">");
    html.append(text(report.code()));
    if (report.title() != null) {
      html.append(" – ").append(text(report.title()));
    }
    html.append("</h2>\n<p>Mô hình <code>").append(text(report.file()));
    html.append("</code><br>SHA-256 <code>").append(text(report.sha256()));
    html.append("</code><br>Phiên bản dữ kiện <code>").append(text(report.version()));
    html.append("</code></p>\n");
    report.problems().forEach(this::bad);
    report.paths().forEach(this::path);
    if (report.coverage() != null) {
      coverage(report.coverage());
    }
    html.append("</section>\n");
  }

  private void path(PathResult result) {
    html.append("<h3>").append(text(result.label())).append(" <code>");
    html.append(text(result.path())).append("</code></h3>\n");
    Walked walked = result.walked();
    if (walked == null) {
      html.append("<p class=\"none\">").append(result.verdict().label()).append(": ");
      html.append(text(result.reason())).append("</p>\n");
      return;
    }
    html.append("<p>").append(text(Words.intake(walked.intake()))).append(". <span class=\"");
    html.append(result.ok() ? "ok" : "bad").append("\">").append(result.verdict().label());
    html.append("</span>: ").append(text(Words.outcome(walked)));
    html.append("; ").append(walked.days()).append(" ngày làm việc.</p>\n");
    result.problems().forEach(this::bad);
    if (!result.ok()) {
      paragraph("Các bước cuối: " + String.join(" → ", walked.lastSteps()));
      paragraph("Biến: " + walked.flags());
    }
    timeline(walked);
  }

  private void timeline(Walked walked) {
    html.append("<table>\n<thead><tr>");
    List.of("Lúc", "Loại", "Việc", "Ai", "Hạn", "Ghi chú")
        .forEach(title -> html.append("<th scope=\"col\">").append(title).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (Line line : walked.lines()) {
      html.append("<tr class=\"").append(line.kind()).append("\">");
      cell("t", Words.moment(line.at()));
      cell("t", line.kind().label());
      cell("", line.text());
      cell("", line.who());
      cell("t", Words.moment(line.due()));
      cell("", line.note());
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
    walked.explanation().forEach(line -> paragraph("Cách tính hạn – " + line));
  }

  private void coverage(Cover.Coverage coverage) {
    html.append("<h3>").append(PathKind.COVER.label()).append(" <code>cover</code></h3>\n");
    paragraph(
        "%d/%d nhánh của mô hình, %d/%d nhánh của các quy trình được gọi, %d lượt."
            .formatted(
                coverage.taken(),
                coverage.flows(),
                coverage.calledTaken(),
                coverage.calledFlows(),
                coverage.walks()));
    coverage.missing().forEach(flow -> bad("Nhánh chưa đi qua: " + flow));
    coverage.excused().forEach(flow -> paragraph("Chưa biết thời hạn nên chưa thể qua: " + flow));
    coverage.calledMissing().forEach(flow -> paragraph("Không đến từ mô hình này: " + flow));
  }

  private void bad(String problem) {
    html.append("<p class=\"bad\">").append(text(problem)).append("</p>\n");
  }

  private void paragraph(String text) {
    html.append("<p>").append(text(text)).append("</p>\n");
  }

  private void cell(String type, String text) {
    html.append(type.isEmpty() ? "<td>" : "<td class=\"" + type + "\">");
    html.append(text(text)).append("</td>");
  }

  private static String text(String text) {
    return text == null ? "" : HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
