package vn.thutuc.catalogue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thutuc.catalogue.Paper;
import vn.thutuc.catalogue.ResultKind;

/** Papers and results of a row. */
final class RowPapers {

  private static final Pattern NUMBERING =
      Pattern.compile("^\\s*(?:[-+*•]|\\(?[a-zđ]\\d?[).]|\\(?\\d{1,2}(?:\\.\\d{1,2})*[).])\\s*");
  private static final Pattern NEGATIVE =
      Pattern.compile(
          "từ chối|không (?:cấp|chấp thuận|đồng ý|giải quyết|thực hiện|đủ điều kiện|được chấp)");
  private static final int MOST = 1000;

  /** The list often lost the last number of a title to the count behind it: a year or a form's. */
  private static final Pattern YEAR_AND_COUNT = Pattern.compile("((?:19|20)\\d\\d)(\\d{1,2})");

  private static final Pattern FORM_AND_COUNT = Pattern.compile("(\\d{1,2})(\\d)");
  private static final Pattern LOST_YEAR = Pattern.compile(".*(?:/|\\bnăm)$");
  private static final Pattern LOST_FORM = Pattern.compile(".*[Mm]ẫu(?: số)?$");
  private static final int LARGEST_COUNT = 20;

  private final RowFacts row;
  private final JsonNode node;

  RowPapers(RowFacts row, JsonNode node) {
    this.row = row;
    this.node = node;
  }

  List<Paper> papers() {
    List<Paper> papers = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    int uncounted = 0;
    for (JsonNode one : node.path("papers")) {
      String title = NUMBERING.matcher(RowFacts.text(one, "name")).replaceFirst("").strip();
      if (title.isEmpty()) {
        row.note(Finding.Kind.VALUE, "một giấy tờ không có tên bị bỏ qua");
        continue;
      }
      String[] split = split(title, one.path("original").asText("0"));
      title = split[0];
      int originals = count(split[1]);
      uncounted += one.path("original").isNumber() ? 0 : 1;
      papers.add(
          new Paper(
              free(keys, FileNames.slug(title), "-"),
              title.length() <= MOST ? title : title.substring(0, MOST) + "…",
              originals,
              count(one.path("copy").asText("0")),
              one.path("conditional").asBoolean() ? "Trường hợp nêu trong tên giấy tờ" : null));
    }
    if (papers.isEmpty()) {
      row.note(Finding.Kind.NO_PAPERS, "danh mục không ghi thành phần hồ sơ");
    } else if (uncounted > 0) {
      row.note(Finding.Kind.PAPER_COUNT, "%d giấy tờ không ghi số bản".formatted(uncounted));
    }
    return papers;
  }

  List<ResultKind> results() {
    List<ResultKind> results = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (JsonNode one : node.path("results")) {
      String title = RowFacts.text(one, "name");
      String code = RowFacts.text(one, "code");
      if (!title.isEmpty()) {
        String key = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        String start = key.matches("[A-Z][A-Z0-9_]*") ? key : "RESULT";
        results.add(
            new ResultKind(
                free(keys, start, "_"), title, code.isEmpty() ? null : code, isPositive(title)));
      }
    }
    if (results.stream().noneMatch(ResultKind::positive)) {
      row.note(
          Finding.Kind.NO_RESULT, "danh mục không ghi kết quả chấp thuận; tạm ghi kết quả chung");
      results.add(0, new ResultKind("RESULT_GRANTED", "Kết quả giải quyết thủ tục", null, true));
    }
    if (results.stream().allMatch(ResultKind::positive)) {
      results.add(new ResultKind("REFUSAL", "Văn bản từ chối, nêu rõ lý do", null, false));
    }
    return results;
  }

  private static boolean isPositive(String title) {
    String plain = title.toLowerCase(Locale.ROOT);
    return !NEGATIVE.matcher(plain).find() || plain.contains(" hoặc ") || plain.contains(";");
  }

  private static String free(Set<String> keys, String key, String joint) {
    String free = key;
    for (int i = 2; !keys.add(free); i++) {
      free = key + joint + i;
    }
    return free;
  }

  /** Title and count, with a year or the number of a form back where it was taken from. */
  private static String[] split(String title, String original) {
    Matcher year = YEAR_AND_COUNT.matcher(original);
    if (LOST_YEAR.matcher(title).matches() && year.matches()) {
      String joint = title.endsWith("/") ? "" : " ";
      return new String[] {title + joint + year.group(1), year.group(2)};
    }
    Matcher form = FORM_AND_COUNT.matcher(original);
    if (LOST_FORM.matcher(title).matches() && form.matches()) {
      return new String[] {title + " " + form.group(1), form.group(2)};
    }
    return new String[] {title, original};
  }

  /** A count nobody would ask for is none: the list says something else there. */
  private static int count(String text) {
    if (!text.matches("\\d{1,6}")) {
      return 0;
    }
    int count = Integer.parseInt(text);
    return count <= LARGEST_COUNT ? count : 0;
  }
}
