package vn.thutuc.outbound;

/** Where an act is that leaves the house. Sent, delivered and opened are three different things. */
public enum ActState {
  /** Written with the step, waits for its turn or for the next attempt. */
  WRITTEN("Chờ gửi"),
  /** No channel to that system was connected when it was written; it is not sent by itself. */
  UNCONNECTED("Chưa kết nối kênh gửi"),
  /** The other side has taken it. */
  SENT("Đã gửi"),
  /** It has reached whom it was for. */
  DELIVERED("Đã đến nơi"),
  /** Whom it was for has opened it. */
  OPENED("Người nhận đã mở"),
  /** Refused, or not to be brought out in the time given; somebody has to look. */
  FAILED("Không gửi được"),
  /** Nothing was to be sent, or somebody closed it with a reason. */
  NEEDLESS("Không gửi"),
  /** Its time was over before it could be sent. */
  EXPIRED("Quá hạn gửi");

  private final String label;

  ActState(String label) {
    this.label = label;
  }

  /** Vietnamese label. */
  public String label() {
    return label;
  }
}
