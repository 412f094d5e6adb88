package vn.thutuc.notice;

/** A way by which a notice reaches somebody. */
public enum Medium {
  EMAIL("Thư điện tử"),
  SMS("Tin nhắn SMS"),
  ZALO("Zalo");

  private final String label;

  Medium(String label) {
    this.label = label;
  }

  /** Vietnamese label. */
  public String label() {
    return label;
  }
}
