package vn.thutuc.process.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
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
    JsonNode report = read(text);
    String about = report.path("model").path("sha256").asText("");
    if (about.isEmpty() || !report.has("ok") || !report.path("paths").isArray()) {
      throw refused(
          "report-unreadable",
          "Tệp này không phải báo cáo diễn tập (thiếu model.sha256, ok hoặc paths). Hãy chạy lệnh"
              + " rehearse với tệp mô hình này và tải lên tệp JSON mà lệnh ghi ra.");
    }
    if (!about.equalsIgnoreCase(draft.sha256())) {
      throw refused(
          "report-of-another-file",
          "Báo cáo này diễn tập một tệp khác (mã băm %s…), không phải bản dự thảo (%s…). Hãy tải bản dự thảo về, diễn tập lại rồi gửi báo cáo mới."
              .formatted(
                  about.substring(0, Math.min(12, about.length())),
                  draft.sha256().substring(0, 12)));
    }
    if (!report.path("ok").isBoolean() || !report.path("ok").booleanValue()) {
      throw refused(
          "report-not-ok",
          "Báo cáo cho thấy diễn tập chưa đạt. Hãy sửa mô hình, triển khai lại bản dự thảo và diễn tập lại.");
    }
    if (report.path("paths").isEmpty()) {
      throw refused(
          "report-empty",
          "Báo cáo không có đường đi nào được diễn tập. Hãy diễn tập mọi đường đi của mô hình.");
    }
    return ModelIdentity.sha256(text.getBytes(StandardCharsets.UTF_8));
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
