package vn.thutuc.printing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import vn.thutuc.dossier.CaseFile;
import vn.thutuc.dossier.DossierDocument;

/** Files of dossiers that the forms are made from, without a database. */
final class CaseSamples {

  static final ObjectMapper JSON =
      new ObjectMapper()
          .findAndRegisterModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  static final Letterhead DESK =
      new Letterhead(
          "H37.12",
          "Ủy ban nhân dân tỉnh Lạng Sơn",
          "Sở Xây dựng",
          "Bộ phận Tiếp nhận và Trả kết quả",
          "Lạng Sơn",
          null);

  static final Letterhead AGENCY =
      new Letterhead(
          "H37.12",
          "Ủy ban nhân dân tỉnh Lạng Sơn",
          "Sở Xây dựng",
          null,
          "Lạng Sơn",
          "02053000001");

  private static final String DOCUMENT =
      """
      {"number": "H37.12-260303-0001",
       "procedure": {"code": "1.000028",
         "title": "Cấp giấy phép lưu hành xe quá tải trọng, xe quá khổ giới hạn", "field": "Đường bộ"},
       "state": {"code": "4", "label": "Đang xử lý"},
       "clock": {"code": "IN_TIME", "label": "đúng hạn"},
       "channel": {"code": "COUNTER", "label": "Trực tiếp"},
       "returnMethod": {"code": "COUNTER", "label": "Nhận tại quầy"},
       "receivedAt": "2026-03-03T08:15:00",
       "firstAppointment": "2026-03-04T17:30:00",
       "appointment": "2026-03-04T17:30:00",
       "deskUnit": {"id": "H37.12", "name": "Sở Xây dựng"},
       "competentUnit": {"id": "H37.12", "name": "Sở Xây dựng"},
       "returnUnit": {"id": "H37.12", "name": "Sở Xây dựng"},
       "owner": {"kind": "ORGANISATION", "name": "Công ty TNHH Vận tải Đường Trường Ngọc Quỳnh",
         "idNumber": "4900000001", "phone": "0900000001", "email": "vantai@example.invalid",
         "address": "Số 1, đường Thử Nghiệm, phường Đông Kinh, tỉnh Lạng Sơn"},
       "papers": [
         {"key": "application", "title": "Đơn đề nghị cấp giấy phép lưu hành", "originals": 1,
          "copies": 0, "received": true},
         {"key": "registration", "title": "Giấy đăng ký xe hoặc giấy hẹn cấp", "originals": 0,
          "copies": 1, "received": true},
         {"key": "survey", "title": "Báo cáo kết quả khảo sát", "originals": 0,
          "copies": 0, "received": false}],
       "phases": [
         {"id": "settlement", "name": "Giải quyết", "term": "02 ngày làm việc",
          "startedAt": "2026-03-03T09:00:00", "end": "2026-03-04T17:30:00",
          "clock": {"code": "IN_TIME", "label": "đúng hạn"}, "explanation": []}],
       "pauses": [], "results": [],
       "timeline": [
         {"at": "2026-03-03T08:15:00", "actor": "Cán bộ một cửa A", "unit": "Sở Xây dựng",
          "event": "RECEIVED", "label": "Tiếp nhận hồ sơ từ người nộp"},
         {"at": "2026-03-03T09:00:00", "actor": "Cán bộ một cửa A", "unit": "Sở Xây dựng",
          "event": "STEP_DONE", "label": "Kiểm tra thành phần hồ sơ"},
         {"at": "2026-03-03T09:00:00", "actor": "Hệ thống", "event": "ACCEPTED",
          "label": "Tiếp nhận chính thức, hẹn trả kết quả"}]}
      """;

  private ObjectNode document = read(DOCUMENT);
  private boolean reAppointed;
  private LocalDateTime acceptedAt = at("2026-03-03T09:00");
  private LocalDateTime binding = at("2026-03-04T17:30");
  private LocalDateTime settledAt;
  private LocalDateTime returnedAt;
  private List<CaseFile.Request> requests = List.of();
  private String lateReason;
  private String lateUnit;

  static CaseSamples permit() {
    return new CaseSamples();
  }

  static LocalDateTime at(String local) {
    return LocalDateTime.parse(local);
  }

  CaseSamples with(Consumer<ObjectNode> change) {
    change.accept(document);
    return this;
  }

  /** Before the desk has accepted it. */
  CaseSamples notAccepted() {
    acceptedAt = null;
    binding = null;
    return with(
        node -> {
          state(node, 1, "Mới đăng ký");
          node.putNull("firstAppointment").putNull("appointment");
          node.putArray("phases");
        });
  }

  CaseSamples in(int state, String label) {
    return with(node -> state(node, state, label));
  }

  CaseSamples journal(String at, String actor, String event, String label, String reason) {
    ((ArrayNode) document.get("timeline"))
        .addObject()
        .put("at", at)
        .put("actor", actor)
        .put("unit", actor.equals("Hệ thống") ? null : "Sở Xây dựng")
        .put("event", event)
        .put("label", label)
        .put("reason", reason);
    return this;
  }

  CaseSamples asks(CaseFile.Request... asked) {
    requests = List.of(asked);
    return this;
  }

  CaseSamples reAppointed(String newAppointment, String reason, String unit) {
    reAppointed = true;
    lateReason = reason;
    lateUnit = unit;
    return with(node -> node.put("appointment", newAppointment));
  }

  CaseSamples returned(String settled, String returned) {
    settledAt = at(settled);
    returnedAt = at(returned);
    return this;
  }

  CaseFile build() {
    return new CaseFile(
        document(),
        binding,
        reAppointed,
        acceptedAt,
        settledAt,
        returnedAt,
        requests,
        lateReason,
        lateUnit,
        null);
  }

  private DossierDocument document() {
    try {
      return JSON.treeToValue(document, DossierDocument.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void state(ObjectNode node, int code, String label) {
    node.putObject("state").put("code", Integer.toString(code)).put("label", label);
  }

  private static ObjectNode read(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return (ObjectNode) node;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
