package vn.thutuc.dossier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the journal records; the label is what an officer reads in the timeline. */
public enum JournalEvent {
  RECEIVED("Tiếp nhận hồ sơ từ người nộp"),
  ENTERED_AFTERWARDS("Nhập bổ sung hồ sơ đã tiếp nhận"),
  ACCEPTED("Tiếp nhận chính thức, hẹn trả kết quả"),
  APPOINTMENT_GIVEN("Hẹn trả kết quả"),
  APPOINTMENT_REISSUED("Cấp lại giấy hẹn do thời hạn thay đổi"),
  EXTENDED("Gia hạn thời gian giải quyết"),
  CALENDAR_CHANGED("Thời hạn thay đổi theo lịch làm việc mới"),
  MODEL_CHANGED("Chuyển sang phiên bản mô hình mới"),
  FACTS_CHANGED("Chuyển sang quy định mới của thủ tục"),
  PHASE_STARTED("Bắt đầu tính thời hạn"),
  PHASE_ENDED("Kết thúc thời hạn"),
  STEP_DONE("Hoàn thành bước"),
  STEP_TAKEN_BACK("Lấy lại bước đã hoàn thành"),
  SUPPLEMENT_ASKED("Yêu cầu bổ sung, hoàn thiện hồ sơ"),
  SUPPLEMENT_RECEIVED("Đã nhận hồ sơ bổ sung"),
  CLOCK_PAUSED("Tạm dừng tính thời hạn"),
  CLOCK_RESUMED("Tiếp tục tính thời hạn"),
  OBLIGATION_ASKED("Yêu cầu thực hiện nghĩa vụ tài chính"),
  OBLIGATION_MET("Đã hoàn thành nghĩa vụ tài chính"),
  NEAR("Sắp đến hạn"),
  LATE("Quá hạn"),
  ESCALATED("Báo cấp trên"),
  ASSIGNED("Phân công việc"),
  HANDED_OVER("Chuyển việc cho đồng nghiệp"),
  TAKEN_BACK("Lấy lại việc đã chuyển"),
  STOOD_IN("Nhận việc thay"),
  WORK_RETURNED("Trả lại việc khi hết thời gian thay"),
  OPINION_ASKED("Lấy ý kiến"),
  OPINION_GIVEN("Ý kiến của đơn vị được hỏi"),
  WISH_CHANGED("Người nộp đổi cách nhận kết quả, thông báo"),
  SENT_ON("Chuyển đến cơ quan có thẩm quyền"),
  UNIT_SUCCEEDED("Chuyển giao do sáp nhập, tổ chức lại đơn vị"),
  PAPERS_SENT("Bàn giao hồ sơ giấy"),
  PAPERS_RECEIVED("Đã nhận hồ sơ giấy"),
  PAPERS_MISSING("Chưa nhận được hồ sơ giấy"),
  PAPERS_WITHDRAWN("Rút hồ sơ giấy khỏi danh sách bàn giao"),
  PUT_BACK("Tạm cất việc đến ngày"),
  TAKEN_UP_AGAIN("Lấy lại việc đã tạm cất"),
  LATENESS_EXPLAINED("Nêu lý do quá hạn"),
  RE_APPOINTED("Xin lỗi và hẹn lại ngày trả kết quả"),
  FEE_TAKEN("Thu phí, lệ phí"),
  SIGNATURE_REGISTERED("Ghi nhận chữ ký trên giấy"),
  REGISTERED("Ghi vào sổ"),
  RESULT_ISSUED("Ban hành kết quả"),
  REFUSED("Từ chối giải quyết"),
  READY("Đã có kết quả"),
  APPLICANT_REMINDED("Nhắc người nộp đến nhận kết quả"),
  RETURNED("Đã trả kết quả"),
  APPLICANT_RATED("Người nộp đánh giá sự hài lòng"),
  NOT_RECEIVED("Từ chối tiếp nhận"),
  WITHDRAWAL_ASKED("Người nộp đề nghị rút hồ sơ"),
  WITHDRAWN("Đã rút hồ sơ"),
  STOP_PROPOSED("Đề nghị dừng giải quyết"),
  STOP_NOT_APPROVED("Không đồng ý dừng giải quyết"),
  STOP_DECIDED("Quyết định dừng giải quyết"),
  STOPPED("Đã dừng giải quyết"),
  VERIFICATION_ASKED("Đề nghị xác minh"),
  DOCUMENT_ADDED("Thêm tệp"),
  DOCUMENT_REPLACED("Thay tệp bằng phiên bản mới"),
  DOCUMENT_REMOVED("Xóa tệp"),
  DOCUMENT_EXPUNGED("Quản trị viên xóa tệp tải nhầm"),
  DOCUMENT_REFUSED("Từ chối tệp có mã độc"),
  PAPER_MARKED("Ghi nhận giấy tờ"),
  PAPER_UNMARKED("Bỏ ghi nhận giấy tờ"),
  NOTE_ADDED("Viết trao đổi nội bộ"),
  NOTE_WITHDRAWN("Rút lời trao đổi nội bộ"),
  OUTBOUND("Việc gửi ra ngoài"),
  PARCEL_MOVED("Bưu chính"),
  RESULT_SENT("Trả kết quả bản điện tử"),
  FORM_ISSUED("Cấp biểu mẫu"),
  RESULT_DRAFTED("Lưu dự thảo kết quả"),
  RESULT_DRAFT_DROPPED("Bỏ dự thảo kết quả"),
  RESULT_DRAFT_PASSED("Cho ý kiến về dự thảo kết quả"),
  RESULT_SIGNED("Ký duyệt dự thảo kết quả"),
  RESULT_NUMBERED("Cấp số văn bản kết quả");

  private static final Pattern STEP = Pattern.compile("\"step\"\\s*:\\s*\"([^\"]*)\"");
  private static final Pattern FORM = Pattern.compile("\"form\"\\s*:\\s*\"([^\"]*)\"");

  /** What a line says beyond its event: about which file or paper, from whom to whom. */
  private static final Pattern WHAT =
      Pattern.compile("\"(?:about|what)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final String label;

  JournalEvent(String label) {
    this.label = label;
  }

  /** Vietnamese label. */
  public String label() {
    return label;
  }

  /**
   * The label; of a completed step the step's own name, of a printed form with the form's, of other
   * acts with what they say.
   */
  String label(String data) {
    String text = data == null ? "" : data;
    if (this == FORM_ISSUED) {
      Matcher form = FORM.matcher(text);
      return form.find() ? "Cấp " + form.group(1) : label;
    }
    Matcher step = STEP.matcher(text);
    if (this == STEP_DONE && step.find()) {
      return step.group(1);
    }
    Matcher what = WHAT.matcher(text);
    return what.find() ? label + ": " + what.group(1).replaceAll("\\\\(.)", "$1") : label;
  }
}
