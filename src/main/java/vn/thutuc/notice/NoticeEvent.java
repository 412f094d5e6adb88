package vn.thutuc.notice;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a notice to the applicant can tell. How long each is worth sending is the house's own choice
 * and no rule of law; a province sets its own.
 */
public enum NoticeEvent {
  RECEIVED("received", "đã tiếp nhận, hẹn trả kết quả", Duty.LEGAL, 3, "01"),
  NOT_RECEIVED("not-received", "từ chối tiếp nhận", Duty.LEGAL, 30, "03"),
  SUPPLEMENT_ASKED("supplement-asked", "yêu cầu bổ sung hồ sơ", Duty.LEGAL, 30, "02"),
  REVISION_ASKED("revision-asked", "yêu cầu hoàn thiện hồ sơ", Duty.LEGAL, 30, "02"),
  REMEDY_ASKED("remedy-asked", "nội dung phải khắc phục sau kiểm tra", Duty.NEEDED, 30, null),
  FEE_DUE("fee-due", "nghĩa vụ tài chính", Duty.NEEDED, 30, null),
  DRAFT_TO_CONFIRM("draft-to-confirm", "kiểm tra biểu mẫu điện tử", Duty.NEEDED, 7, null),
  EXAMINATION("examination", "lịch sát hạch, kiểm tra", Duty.NEEDED, 30, null),
  MEETING("meeting", "giấy mời họp, làm việc", Duty.NEEDED, 30, null),
  TOLD("told", "thông báo của cơ quan giải quyết", Duty.LEGAL, 30, null),
  NEAR("near", "sắp đến ngày hẹn trả", Duty.SERVICE, 1, null),
  APOLOGY("apology", "xin lỗi và hẹn lại ngày trả", Duty.LEGAL, 10, "04"),
  APPOINTMENT_CHANGED("appointment-changed", "giấy hẹn trả kết quả mới", Duty.LEGAL, 10, "01"),
  READY("ready", "đã có kết quả", Duty.LEGAL, 10, null),
  NOT_COLLECTED("not-collected", "nhắc đến nhận kết quả", Duty.SERVICE, 5, null),
  RETURNED("returned", "đã trả kết quả", Duty.SERVICE, 2, null),
  REFUSED("refused", "từ chối giải quyết", Duty.LEGAL, 30, null),
  STOPPED("stopped", "dừng giải quyết", Duty.LEGAL, 30, "05"),
  WITHDRAWN("withdrawn", "đã rút hồ sơ", Duty.SERVICE, 7, null);

  /** Whether a notice may be left out when the applicant wishes so. Officers never choose. */
  public enum Duty {
    /** Taken to be asked for by law; no article is at hand that was read (unverified). */
    LEGAL("Bắt buộc theo quy định (chưa kiểm chứng điều luật)"),
    /** The procedure waits for what the applicant does next. */
    NEEDED("Cần thiết: người nộp phải làm tiếp"),
    /** A service of the house. */
    SERVICE("Tiện ích: người nộp có thể không nhận");

    private final String label;

    Duty(String label) {
      this.label = label;
    }

    /** Vietnamese label. */
    public String label() {
      return label;
    }
  }

  private final String key;
  private final String label;
  private final Duty duty;
  private final Duration worth;
  private final String form;

  NoticeEvent(String key, String label, Duty duty, int days, String form) {
    this.key = key;
    this.label = label;
    this.duty = duty;
    this.worth = Duration.ofDays(days);
    this.form = form;
  }

  /** How models and services name it. */
  public String key() {
    return key;
  }

  /** What it tells, in Vietnamese. */
  public String label() {
    return label;
  }

  /** Whether it may be left out. */
  public Duty duty() {
    return duty;
  }

  /** How long after it was written it is still worth sending, unless the province says else. */
  Duration worth() {
    return worth;
  }

  /** Number of the printed form that goes along by mail when it was issued; null for none. */
  String form() {
    return form;
  }

  /** Name of its template. */
  String template() {
    return key + ".ftl";
  }

  /** The event of a name; empty when there is none. */
  public static Optional<NoticeEvent> of(String key) {
    return Arrays.stream(values()).filter(event -> event.key.equals(key)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(NoticeEvent::key).collect(Collectors.joining(", "));
  }
}
