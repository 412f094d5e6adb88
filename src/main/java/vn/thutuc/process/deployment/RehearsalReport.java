package vn.thutuc.process.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.modelling.ModelIdentity;

/** The report of a rehearsal as a reviewer attaches it: is it about this file, and is it green? */
final class RehearsalReport {

  private static final int LARGEST = 1_900_000;

  private RehearsalReport() {}

  /**
   * Refuses a report that does not carry the draft.
   *
   * @return hash of the report
   */
  static String check(Draft draft, String text) {
    List<JsonNode> rehearsed = rehearsed(read(text));
    JsonNode report =
        rehearsed.stream()
            .filter(one -> draft.sha256().equalsIgnoreCase(hash(one)))
            .findFirst()
            .orElseThrow(() -> another(draft, hash(rehearsed.get(0))));
    if (!report.path("ok").asBoolean(false)) {
      throw refused(
          "report-not-ok",
          "Báo cáo cho thấy diễn tập chưa đạt. Hãy sửa mô hình, triển khai lại bản dự thảo và diễn"
              + " tập lại.");
    }
    if (StreamSupport.stream(report.path("paths").spliterator(), false)
        .allMatch(path -> path.path("verdict").asText().equals("NOT_APPLICABLE"))) {
      throw refused(
          "report-empty",
          "Báo cáo không có đường đi nào được diễn tập. Hãy diễn tập mọi đường đi của mô hình.");
    }
    return ModelIdentity.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A report holds one or more procedures; each names the file it was rehearsed from. */
  private static List<JsonNode> rehearsed(JsonNode report) {
    List<JsonNode> all = new ArrayList<>();
    report.path("procedures").forEach(all::add);
    all.removeIf(one -> hash(one).isEmpty() || !one.has("ok") || !one.path("paths").isArray());
    if (all.isEmpty()) {
      throw refused(
          "report-unreadable",
          "Tệp này không phải báo cáo diễn tập (thiếu procedures với model.sha256, ok, paths). Hãy"
              + " chạy lệnh rehearse với tệp mô hình này, --format json, và tải lên tệp mà lệnh ghi"
              + " ra.");
    }
    return all;
  }

  private static String hash(JsonNode procedure) {
    return procedure.path("model").path("sha256").asText("");
  }

  private static DossierProblem another(Draft draft, String about) {
    return refused(
        "report-of-another-file",
        "Báo cáo này diễn tập một tệp khác (mã băm %s…), không phải bản dự thảo (%s…). Hãy tải bản dự thảo về, diễn tập lại rồi gửi báo cáo mới."
            .formatted(
                about.substring(0, Math.min(12, about.length())), draft.sha256().substring(0, 12)));
  }

  private static JsonNode read(String text) {
    if (text == null || text.isBlank()) {
      throw refused(
          "report-missing",
          "Chưa có báo cáo diễn tập. Hãy chạy lệnh rehearse với tệp này và tải báo cáo JSON lên.");
    }
    if (text.length() > LARGEST) {
      throw refused("report-too-large", "Báo cáo lớn hơn mức cho phép. Hãy kiểm tra lại tệp.");
    }
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw refused(
          "report-unreadable",
          "Báo cáo không phải JSON hợp lệ. Hãy tải lên đúng tệp mà lệnh rehearse ghi ra.");
    }
  }

  private static DossierProblem refused(String code, String message) {
    return new DossierProblem(DossierProblem.Kind.INVALID, code, "report", message);
  }
}
