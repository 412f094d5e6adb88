package vn.thutuc.dossier;

/**
 * What the applicant wishes to be told by, as asked at the desk. Where nothing was asked the house
 * chooses by what is recorded. A wish never keeps back what the applicant has to be told.
 */
public enum NoticeWish {
  EMAIL("Thư điện tử"),
  SMS("Tin nhắn SMS"),
  /** Consent to be found by telephone number at Zalo; never assumed. */
  ZALO("Zalo"),
  /** Nothing beyond what has to be told. */
  NECESSARY("Chỉ nhận thông báo bắt buộc");

  private final String label;

  NoticeWish(String label) {
    this.label = label;
  }

  /** Vietnamese label. */
  public String label() {
    return label;
  }
}
