package vn.thutuc.postal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a parcel stands. It only goes forward: what the carrier says late, twice or in another
 * order changes nothing, and what it has ended with stays.
 */
public enum ParcelState {
  REQUESTED("Chờ bưu chính nhận yêu cầu", 0),
  BOOKED("Bưu chính đã nhận yêu cầu", 1),
  COLLECTED("Bưu tá đã nhận bưu gửi", 2),
  IN_TRANSIT("Đang vận chuyển", 3),
  /** An attempt to deliver failed; the carrier may try again. */
  FAILED("Phát không thành công", 4),
  DELIVERED("Đã phát", 5),
  RETURNED("Đã chuyển hoàn", 5),
  CANCELLED("Đã hủy", 5);

  private static final int LAST = 5;

  private final String label;
  private final int rank;

  ParcelState(String label, int rank) {
    this.label = label;
    this.rank = rank;
  }

  /** Vietnamese label of a result under way; a fetched dossier has words of its own. */
  public String label(Direction direction) {
    if (direction == Direction.PICKUP) {
      switch (this) {
        case COLLECTED -> {
          return "Bưu tá đã nhận hồ sơ của người nộp";
        }
        case FAILED -> {
          return "Không lấy hoặc không chuyển được hồ sơ";
        }
        case DELIVERED -> {
          return "Đã đến Bộ phận Một cửa";
        }
        case RETURNED -> {
          return "Đã trả lại người nộp";
        }
        default -> {
          return label;
        }
      }
    }
    return label;
  }

  /** Whether nothing more can happen to it. */
  public boolean isLast() {
    return rank == LAST;
  }

  /** Whether it may be told off before the carrier has it. */
  boolean isBeforeCollection() {
    return this == REQUESTED || this == BOOKED;
  }

  boolean mayBecome(ParcelState next) {
    return next.rank > rank;
  }

  /** What the process is told: the states it goes on by. */
  boolean isTold() {
    return this == COLLECTED || this == FAILED || isLast();
  }

  /** The value of the flag {@code parcelOutcome}. */
  String flag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state a table of codes names, as {@code in-transit}; empty for any other text. */
  static Optional<ParcelState> named(String text) {
    return Arrays.stream(values())
        .filter(state -> state.name().equalsIgnoreCase(text.strip().replace('-', '_')))
        .findFirst();
  }

  /** Those of parcels that are under way. */
  static List<ParcelState> open() {
    return Arrays.stream(values()).filter(state -> !state.isLast()).toList();
  }
}
