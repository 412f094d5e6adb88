package vn.thutuc.printing;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the house prints: the forms of appendix I to TT 03/2025/TT-VPCP, by its numbers, and a list
 * of its own. The list of the seven forms is second-hand; the fields of the 2025 forms were not
 * obtained: forms 01 to 04, 06 and 07 have those of TT 01/2018/TT-VPCP, form 05 what a notice of
 * that purpose has to say (unverified; see docs/decisions).
 */
public enum FormKind {
  RECEIPT("01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
  SUPPLEMENT("02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
  REFUSAL("03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ"),
  APOLOGY("04", "Phiếu xin lỗi và hẹn lại ngày trả kết quả"),
  STOP("05", "Thông báo dừng giải quyết hồ sơ"),
  CONTROL("06", "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
  REGISTER("07", "Sổ theo dõi hồ sơ"),
  /** No form of the circular: the list two units sign when papers change hands. */
  HANDOVER("BG", "Danh sách bàn giao hồ sơ"),
  /** No form of the circular: the label of a parcel. */
  PARCEL("PG", "Phiếu gửi bưu chính công ích");

  private final String code;
  private final String title;

  FormKind(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /** Number of the form in the appendix, two digits; of our own list two letters. */
  public String code() {
    return code;
  }

  /** Vietnamese title. */
  public String title() {
    return title;
  }

  /** Whether it is a form of one dossier, issued and kept with it. */
  boolean isOfOneDossier() {
    return this != REGISTER && this != HANDOVER && this != PARCEL;
  }

  /** Whether the applicant takes it home and finds on it where to look. */
  boolean leadsToTracking() {
    return this == RECEIPT || this == APOLOGY;
  }

  /** File name of its template. */
  String template() {
    return code + ".ftlx";
  }

  /** The form of this number; empty when there is none. */
  static Optional<FormKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
