package vn.thutuc.catalogue.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The one report to sign: a page that prints, in Vietnamese. */
final class DecreeReport {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <title>%1$s</title>
      <style>
      @page { size: A4 landscape; margin: 15mm; }
      body { font: 11pt/1.35 "Times New Roman", "Liberation Serif", serif; color: #000; }
      h1 { font-size: 15pt; text-align: center; margin: 0 0 4mm; }
      table { border-collapse: collapse; width: 100%%; }
      th, td { border: 1px solid #000; padding: 1.5mm 2mm; vertical-align: top; text-align: left; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      .warning { font-weight: bold; }
      .sign { display: flex; justify-content: space-around; margin-top: 12mm; text-align: center; break-inside: avoid; }
      .sign div { min-height: 35mm; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      """;

  private static final String SIGN =
      """
      <div class="sign">
      <div><strong>Người lập</strong><br><em>(ký, ghi rõ họ tên)</em></div>
      <div><strong>Người rà soát</strong><br><em>(ký, ghi rõ họ tên)</em></div>
      <div>……, ngày … tháng … năm ……<br><strong>Người phê duyệt</strong><br><em>(ký, ghi rõ họ tên)</em></div>
      </div>
      </body>
      </html>
      """;

  private final Decree.Plan plan;
  private final Map<String, RehearsalOf.Outcome> rehearsed;
  private final StringBuilder out = new StringBuilder();

  private DecreeReport(Decree.Plan plan, Map<String, RehearsalOf.Outcome> rehearsed) {
    this.plan = plan;
    this.rehearsed = rehearsed;
  }

  static String html(Decree.Plan plan, Map<String, RehearsalOf.Outcome> rehearsed, String table) {
    return new DecreeReport(plan, rehearsed).write(table);
  }

  private String write(String table) {
    out.append(HEAD.formatted("Báo cáo thay đổi dữ liệu thủ tục hành chính"));
    long passed = count(RehearsalOf.Verdict.PASSED);
    long mustChange = plan.planned().stream().filter(one -> !one.mustChange().isEmpty()).count();
    paragraph(
        "Bảng thay đổi: %s. Áp dụng cho hồ sơ tiếp nhận từ ngày %s; hồ sơ tiếp nhận trước ngày đó giữ thời hạn cũ."
            .formatted(table, day(plan.from())));
    paragraph(
        "%d thủ tục thay đổi; %d thủ tục phải sửa quy trình; chạy thử: %d đạt, %d không đạt, %d chưa có quy trình, %d chưa chạy thử."
            .formatted(
                plan.planned().size(),
                mustChange,
                passed,
                count(RehearsalOf.Verdict.FAILED),
                count(RehearsalOf.Verdict.NO_MODEL),
                count(RehearsalOf.Verdict.NOT_REHEARSED)));
    out.append("<table>\n<thead><tr>");
    for (String head :
        List.of("TT", "Mã", "Thủ tục", "Thay đổi", "Căn cứ", "Từ ngày", "Quy trình", "Chạy thử")) {
      out.append("<th>").append(head).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    int number = 0;
    for (Decree.Planned one : plan.planned()) {
      row(++number, one);
    }
    out.append("</tbody>\n</table>\n").append(SIGN);
    return out.toString();
  }

  private void row(int number, Decree.Planned one) {
    RehearsalOf.Outcome outcome = rehearsed.get(one.code());
    String model =
        one.mustChange().isEmpty()
            ? "Giữ nguyên"
            : "PHẢI SỬA: " + String.join("; ", one.mustChange());
    out.append("<tr>");
    cell(String.valueOf(number));
    cell(one.code());
    cell(one.title());
    out.append("<td>").append(changes(one)).append("</td>");
    cell(String.join("; ", one.sources()));
    cell(day(plan.from()));
    cell(model);
    cell(outcome.verdict().label() + (outcome.remark().isEmpty() ? "" : ": " + outcome.remark()));
    out.append("</tr>\n");
  }

  private static String changes(Decree.Planned one) {
    String facts =
        one.differences().stream()
            .filter(difference -> !difference.isBookkeeping())
            .map(difference -> escaped(difference.toString()))
            .collect(Collectors.joining("<br>"));
    String warnings =
        one.warnings().stream()
            .map(text -> "<br><span class=\"warning\">" + escaped(text) + "</span>")
            .collect(Collectors.joining());
    return facts + warnings;
  }

  private long count(RehearsalOf.Verdict verdict) {
    return rehearsed.values().stream().filter(one -> one.verdict() == verdict).count();
  }

  private void paragraph(String text) {
    out.append("<p>").append(escaped(text)).append("</p>\n");
  }

  private void cell(String text) {
    out.append("<td>").append(escaped(text)).append("</td>");
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
