package vn.thutuc.catalogue.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.thutuc.catalogue.Choice;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.Procedure;

/** What the keys of the facts are called in Vietnamese. */
final class Labels {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("title", "Tên"),
          Map.entry("shortTitle", "Tên ngắn"),
          Map.entry("field", "Lĩnh vực"),
          Map.entry("levels", "Cấp thực hiện"),
          Map.entry("settled", "Nơi giải quyết"),
          Map.entry("settledBy", "Cơ quan bên ngoài giải quyết"),
          Map.entry("decision", "Quyết định công bố"),
          Map.entry("effective", "Hiệu lực"),
          Map.entry("from", "từ"),
          Map.entry("until", "đến"),
          Map.entry("transition", "Chuyển tiếp"),
          Map.entry("competent", "Cơ quan giải quyết"),
          Map.entry("competences", "Thẩm quyền"),
          Map.entry("bodies", "Cơ quan tham gia"),
          Map.entry("outside", "Cơ quan bên ngoài"),
          Map.entry("cases", "Trường hợp"),
          Map.entry("areas", "Địa bàn"),
          Map.entry("channels", "Hình thức nộp"),
          Map.entry("returnMethods", "Hình thức trả"),
          Map.entry("phases", "Giai đoạn"),
          Map.entry("starts", "bắt đầu tính"),
          Map.entry("condition", "điều kiện"),
          Map.entry("terms", "điều kiện thời hạn"),
          Map.entry("term", "thời hạn"),
          Map.entry("source", "nguồn"),
          Map.entry("verified", "đã đối chiếu"),
          Map.entry("windows", "Thời gian chờ"),
          Map.entry("unanswered", "hết hạn không trả lời"),
          Map.entry("supplement", "Bổ sung hồ sơ"),
          Map.entry("times", "số lần"),
          Map.entry("mode", "cách tính"),
          Map.entry("papers", "Giấy tờ"),
          Map.entry("originals", "bản chính"),
          Map.entry("copies", "bản sao"),
          Map.entry("fees", "Phí, lệ phí"),
          Map.entry("amount", "mức thu"),
          Map.entry("per", "tính cho"),
          Map.entry("exemptions", "miễn, giảm"),
          Map.entry("setBy", "cơ quan quy định"),
          Map.entry("validity", "áp dụng"),
          Map.entry("results", "Kết quả"),
          Map.entry("positive", "chấp thuận"),
          Map.entry("originalsAtReturn", "Nộp bản chính khi nhận kết quả"),
          Map.entry("silence", "Im lặng"),
          Map.entry("silenceArticle", "Điều luật về im lặng"),
          Map.entry("quick", "Giải quyết ngay"),
          Map.entry("retention", "Lưu trữ"),
          Map.entry("years", "số năm"),
          Map.entry("stages", "Bước"),
          Map.entry("after", "Sau khi có kết quả"),
          Map.entry("branches", "nhánh"),
          Map.entry("block", "khối"),
          Map.entry("name", "tên"),
          Map.entry("by", "nơi thực hiện"),
          Map.entry("phase", "giai đoạn"),
          Map.entry("stopsClock", "dừng đồng hồ"),
          Map.entry("article", "điều luật"),
          Map.entry("detail", "nội dung"),
          Map.entry("failing", "khi không đạt"),
          Map.entry("question", "câu hỏi"),
          Map.entry("within", "làm xong trong"),
          Map.entry("unclear", "chưa rõ"),
          Map.entry("rules", "Quy định theo bước"),
          Map.entry("at", "ở bước"),
          Map.entry("kind", "loại"),
          Map.entry("who", "của ai"),
          Map.entry("text", "nội dung"),
          Map.entry("refusal", "kết quả khi từ chối"),
          Map.entry("remedy", "cho khắc phục"),
          Map.entry("paper", "giấy yêu cầu"),
          Map.entry("approvedSteps", "Quy trình nội bộ"),
          Map.entry("steps", "bước"),
          Map.entry("days", "số ngày"),
          Map.entry("label", "tên gọi"),
          Map.entry("notes", "Ghi chú"));

  private static final Pattern TERM = Pattern.compile("phases/([^/]+)/terms/([^/]+)/term");

  private Labels() {}

  /** What a path is called, terms by the names of their phase and conditions. */
  static String of(String path, Procedure procedure) {
    Matcher term = TERM.matcher(path);
    if (!term.matches()) {
      return of(path);
    }
    String phase = procedure.phase(term.group(1)).map(Phase::name).orElse(term.group(1));
    List<String> conditions = new ArrayList<>();
    for (String code : term.group(2).split(", ")) {
      if (!code.equals("*")) {
        conditions.add(condition(code, procedure));
      }
    }
    return "Thời hạn “"
        + phase
        + "”"
        + (conditions.isEmpty() ? "" : " (" + String.join("; ", conditions) + ")");
  }

  private static String condition(String code, Procedure procedure) {
    return Stream.of(
            procedure.cases().stream(),
            procedure.areas().stream(),
            procedure.channels().stream().map(one -> new Choice(one.name(), one.label())))
        .flatMap(choices -> choices)
        .filter(choice -> choice.code().equals(code))
        .map(Choice::label)
        .findFirst()
        .orElse(code);
  }

  private static String of(String path) {
    List<String> words = new ArrayList<>();
    for (String part : path.split("/")) {
      words.add(part.equals("*") ? "chung" : NAMES.getOrDefault(part, part));
    }
    return String.join(" › ", words);
  }
}
