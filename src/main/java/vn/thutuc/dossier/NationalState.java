package vn.thutuc.dossier;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The ten states a dossier has for the national portal, with the one table of allowed transitions.
 *
 * <p>Codes and Vietnamese labels are those of the national portal as used by provincial systems;
 * the transition table is ours and not taken from a legal text (unverified).
 */
public enum NationalState {
  REGISTERED(1, "Mới đăng ký"),
  RECEIVED(2, "Được tiếp nhận"),
  NOT_RECEIVED(3, "Không được tiếp nhận"),
  PROCESSING(4, "Đang xử lý"),
  SUPPLEMENT_ASKED(5, "Yêu cầu bổ sung giấy tờ"),
  OBLIGATION_ASKED(6, "Yêu cầu thực hiện nghĩa vụ tài chính"),
  WITHDRAWN(7, "Công dân yêu cầu rút hồ sơ"),
  STOPPED(8, "Dừng xử lý"),
  READY(9, "Đã xử lý xong"),
  RETURNED(10, "Đã trả kết quả");

  private static final Map<NationalState, Set<NationalState>> NEXT =
      new EnumMap<>(NationalState.class);

  static {
    NEXT.put(REGISTERED, EnumSet.of(RECEIVED, NOT_RECEIVED, SUPPLEMENT_ASKED, WITHDRAWN, STOPPED));
    NEXT.put(RECEIVED, EnumSet.of(PROCESSING, SUPPLEMENT_ASKED, WITHDRAWN, STOPPED, READY));
    NEXT.put(PROCESSING, EnumSet.of(SUPPLEMENT_ASKED, OBLIGATION_ASKED, WITHDRAWN, STOPPED, READY));
    NEXT.put(
        SUPPLEMENT_ASKED,
        EnumSet.of(REGISTERED, RECEIVED, PROCESSING, NOT_RECEIVED, WITHDRAWN, STOPPED));
    NEXT.put(OBLIGATION_ASKED, EnumSet.of(PROCESSING, WITHDRAWN, STOPPED));
    NEXT.put(READY, EnumSet.of(RETURNED));
    for (NationalState last : EnumSet.of(NOT_RECEIVED, WITHDRAWN, STOPPED, RETURNED)) {
      NEXT.put(last, EnumSet.noneOf(NationalState.class));
    }
  }

  private final int code;
  private final String label;

  NationalState(int code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The portal's code, 1 to 10. */
  public int code() {
    return code;
  }

  /** The Vietnamese label as officers and applicants read it. */
  public String label() {
    return label;
  }

  /** Whether nothing can follow: not received, withdrawn, stopped or returned. */
  public boolean isLast() {
    return NEXT.get(this).isEmpty();
  }

  /** Whether settlement is over, well or not: no term runs any more. */
  public boolean isSettled() {
    return isLast() || this == READY;
  }

  /** Whether the table allows going from this state to another. */
  public boolean canBecome(NationalState next) {
    return NEXT.get(this).contains(next);
  }

  /**
   * The state of a portal code.
   *
   * @throws IllegalArgumentException for a code outside 1 to 10
   */
  public static NationalState of(int code) {
    return Arrays.stream(values())
        .filter(state -> state.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No national state " + code));
  }
}
