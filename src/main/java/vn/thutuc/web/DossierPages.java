package vn.thutuc.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.process.security.AccessLog;

/**
 * A dossier with the acts that leave the house and the rules of its procedure, as one page; every
 * reading is logged.
 */
@Component
class DossierPages {

  private final DossierDocuments documents;
  private final Catalogue catalogue;
  private final OutboundActs acts;
  private final AccessLog log;
  private final CurrentActor actor;

  DossierPages(
      DossierDocuments documents,
      Catalogue catalogue,
      OutboundActs acts,
      AccessLog log,
      CurrentActor actor) {
    this.documents = documents;
    this.catalogue = catalogue;
    this.acts = acts;
    this.log = log;
    this.actor = actor;
  }

  record Page(
      @JsonUnwrapped DossierDocument dossier, List<ActView> outbound, List<RuleLines.Line> rules) {}

  record ActView(
      long id, String kind, String event, String label, String state, LocalDateTime at) {}

  Page of(String number) {
    DossierDocument document = documents.read(number);
    log.write(actor.get().personId(), "READ_DOSSIER", number);
    return new Page(
        document, acts.of(number).stream().map(DossierPages::view).toList(), rules(document));
  }

  /** The rules of the version the dossier was received under. */
  private List<RuleLines.Line> rules(DossierDocument document) {
    return catalogue
        .find(document.procedure().code(), document.receivedAt())
        .map(RuleLines::of)
        .orElse(List.of());
  }

  private static ActView view(OutboundActs.Written act) {
    return new ActView(
        act.id(),
        act.kind(),
        act.event(),
        label(act.kind(), act.event()),
        "Đã ghi, chưa gửi",
        LocalDateTime.ofInstant(act.writtenAt(), WorkingCalendar.ZONE).withNano(0));
  }

  private static String label(String kind, String event) {
    return switch (kind) {
      case "NOTICE" -> "Thông báo cho người nộp: " + notice(event);
      case "POST" -> "Gửi kết quả qua bưu chính công ích";
      case "ELECTRONIC_RETURN" -> "Gửi kết quả bản điện tử";
      case "FORWARD" -> "Chuyển hồ sơ, thông tin đến cơ quan liên quan";
      case "LOOK_UP" -> "Tra cứu cơ sở dữ liệu quốc gia";
      case "PUBLISH" -> "Công khai kết quả";
      case "COPY" -> "Gửi bản sao kết quả đến cơ quan liên quan";
      default -> "Cảnh báo nội bộ";
    };
  }

  private static String notice(String event) {
    return switch (event) {
      case "received" -> "đã tiếp nhận, hẹn trả kết quả";
      case "supplement-asked" -> "yêu cầu bổ sung hồ sơ";
      case "not-received" -> "từ chối tiếp nhận";
      case "draft-to-confirm" -> "kiểm tra biểu mẫu điện tử";
      case "fee-due" -> "nghĩa vụ tài chính";
      case "apology" -> "xin lỗi và hẹn lại ngày trả";
      case "ready" -> "đã có kết quả";
      case "not-collected" -> "nhắc đến nhận kết quả";
      case "refused" -> "từ chối giải quyết";
      case "stopped" -> "dừng giải quyết";
      case "appointment-changed" -> "giấy hẹn trả kết quả mới";
      case "remedy-asked" -> "nội dung phải khắc phục sau kiểm tra";
      case "revision-asked" -> "yêu cầu hoàn thiện hồ sơ";
      case "examination" -> "lịch sát hạch, kiểm tra";
      case "meeting" -> "giấy mời họp, làm việc";
      case "told" -> "thông báo của cơ quan giải quyết";
      case "withdrawn" -> "đã rút hồ sơ";
      default -> event;
    };
  }
}
