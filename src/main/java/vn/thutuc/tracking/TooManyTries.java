package vn.thutuc.tracking;

import java.time.Duration;

/** Somebody asks faster than is allowed; says in Vietnamese how long to wait. */
public class TooManyTries extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long seconds;

  TooManyTries(Duration wait) {
    super(
        "Đã tra cứu quá nhiều lần. Vui lòng thử lại sau %s. Nếu cần gấp, hãy liên hệ nơi đã tiếp nhận hồ sơ."
            .formatted(words(seconds(wait))));
    seconds = seconds(wait);
  }

  /** Whole seconds to wait, at least 1. */
  public long seconds() {
    return seconds;
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  private static String words(long seconds) {
    return seconds < 60 ? seconds + " giây" : (seconds + 59) / 60 + " phút";
  }
}
