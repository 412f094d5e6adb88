package vn.thutuc.web;

import java.io.PrintWriter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import vn.thutuc.process.migration.DateWords;
import vn.thutuc.process.migration.MigrationItem;
import vn.thutuc.process.migration.MigrationRun;
import vn.thutuc.process.migration.ModelMigrations;

/** The report of a migration as a table: one line for each date of each dossier. */
final class MigrationReport {

  private static final int PAGE = 500;

  private MigrationReport() {}

  /** Writes it page by page, so that 100,000 dossiers need no memory. */
  static void write(ModelMigrations migrations, MigrationRun run, PrintWriter out) {
    // Spreadsheets take a file for UTF-8 only when it begins so.
    out.print('\uFEFF');
    line(out, "Mã hồ sơ", "Kết quả", "Đang ở", "Lý do", "Thời hạn", "Trước", "Sau", "Có đổi");
    long after = 0;
    List<MigrationItem> page;
    do {
      page = migrations.items(run.id(), null, after, PAGE);
      page.forEach(item -> write(item, out));
      after = page.isEmpty() ? after : page.get(page.size() - 1).id();
    } while (page.size() == PAGE);
    out.flush();
  }

  private static void write(MigrationItem item, PrintWriter out) {
    if (item.before().isEmpty()) {
      line(out, item, "", "", "", "");
    }
    TreeSet<String> dates = new TreeSet<>(item.before().keySet());
    dates.addAll(item.after().keySet());
    for (String date : dates) {
      String before = DateWords.when(item.before().get(date));
      String after = item.after().isEmpty() ? "" : DateWords.when(item.after().get(date));
      String changed = after.isEmpty() ? "" : after.equals(before) ? "không" : "CÓ";
      line(out, item, DateWords.what(date), before, after, changed);
    }
    added(item.added(), item, out);
  }

  private static void added(SortedMap<String, String> added, MigrationItem item, PrintWriter out) {
    added.forEach(
        (what, when) ->
            line(out, item, DateWords.what(what), "", DateWords.when(when), "mốc mới thêm"));
  }

  private static void line(PrintWriter out, MigrationItem item, String... date) {
    line(
        out,
        item.number(),
        item.state().label(),
        item.place(),
        item.reason(),
        date[0],
        date[1],
        date[2],
        date[3]);
  }

  private static void line(PrintWriter out, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      out.print(i == 0 ? "" : ",");
      out.print(cell(cells[i]));
    }
    out.print("\r\n");
  }

  /** Quoted, and never a formula to the spreadsheet that opens it. */
  private static String cell(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String safe = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
