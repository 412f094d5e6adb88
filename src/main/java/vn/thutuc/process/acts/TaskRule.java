package vn.thutuc.process.acts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.thutuc.clock.Verdict;

/**
 * The rules of acts on tasks. They are the house's own, from no article: each answers with a reason
 * for the officer.
 */
final class TaskRule {

  /** A task without a term can be put back this many days. */
  static final int MOST_DAYS_BACK = 60;

  private static final String SOURCE = "Quy tắc của hệ thống";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private TaskRule() {}

  /**
   * Handing a task to a colleague: by who has it, to somebody else of the same unit and role.
   *
   * @param mine whether the caller has the task
   * @param taken whether anybody has it
   * @param holder name of who has it
   * @param sameRole whether the colleague holds, in the same unit, a role of the task the caller
   *     holds; true while no colleague is named
   * @param self whether the colleague is the caller
   */
  static Verdict handOver(
      boolean mine, boolean taken, String holder, boolean sameRole, boolean self) {
    if (!taken) {
      return no("Hãy nhận việc trước, rồi mới chuyển cho đồng nghiệp.");
    }
    if (!mine) {
      return no(
          "Việc này đang do %s xử lý; chỉ người đang giữ việc được chuyển.".formatted(holder));
    }
    if (self) {
      return no("Anh/chị đang giữ việc này. Hãy chọn một đồng nghiệp khác.");
    }
    return sameRole
        ? yes("Chuyển được cho đồng nghiệp cùng đơn vị, cùng vai trò.")
        : no("Chỉ chuyển được cho đồng nghiệp cùng đơn vị và cùng vai trò của bước này.");
  }

  /** Taking back: by who handed it over, while the colleague has not completed it. */
  static Verdict takeBack(boolean handedByMe, boolean stillEntitled) {
    if (!handedByMe) {
      return no("Việc này không phải do anh/chị chuyển đi nên không lấy lại được.");
    }
    return stillEntitled
        ? yes("Lấy lại được khi đồng nghiệp chưa hoàn thành.")
        : no("Anh/chị không còn giữ vai trò của bước này.");
  }

  /** Assigning: by the head of a unit of the task, to who holds its role, or back to the queue. */
  static Verdict assign(boolean head, boolean toQueue, boolean entitled) {
    if (!head) {
      return no("Chỉ trưởng đơn vị (hoặc người thay) được phân công việc này.");
    }
    return toQueue || entitled
        ? yes("Phân công được cho người giữ vai trò của bước trong đơn vị.")
        : no("Người được phân công không giữ vai trò của bước này trong đơn vị.");
  }

  /** Standing in: the deputy takes what the principal has. */
  static Verdict standIn(boolean taken, boolean mine, boolean standsIn, String holder) {
    if (mine) {
      return no("Anh/chị đang giữ việc này.");
    }
    if (!taken) {
      return no(
          "Việc chưa có người nhận: nếu anh/chị thay người có quyền nhận, hãy bấm Nhận việc.");
    }
    return standsIn
        ? yes("Anh/chị đang thay %s theo phân công.".formatted(holder))
        : no("Anh/chị không được giao thay %s hôm nay.".formatted(holder));
  }

  /**
   * Putting back: by who has it, until a day ahead, and never past the legal end, which stays where
   * it is.
   *
   * @param until first day it is to be seen again; null while none is named
   * @param end legal end of the dossier; null while paused or without a term
   */
  static Verdict putBack(
      boolean mine, LocalDate today, LocalDate until, LocalDateTime end, boolean late) {
    if (!mine) {
      return no("Chỉ người đang giữ việc được tạm cất.");
    }
    if (late) {
      return no("Hồ sơ đã quá hạn: không tạm cất được.");
    }
    if (end != null && !end.toLocalDate().isAfter(today)) {
      return no("Hồ sơ hết hạn hôm nay: không tạm cất được.");
    }
    if (until == null) {
      return yes("Tạm cất không làm thay đổi thời hạn của hồ sơ; việc tự trở lại đúng ngày.");
    }
    if (!until.isAfter(today)) {
      return no("Ngày trở lại phải sau hôm nay (%s).".formatted(DAY.format(today)));
    }
    if (end != null && until.isAfter(end.toLocalDate())) {
      return no(
          "Hồ sơ hết hạn ngày %s: việc phải trở lại không muộn hơn ngày đó."
              .formatted(DAY.format(end)));
    }
    return until.isAfter(today.plusDays(MOST_DAYS_BACK))
        ? no("Chỉ tạm cất được tối đa %d ngày.".formatted(MOST_DAYS_BACK))
        : yes("Việc tự trở lại ngày %s.".formatted(DAY.format(until)));
  }

  static Verdict yes(String reason) {
    return new Verdict(true, reason, SOURCE, false);
  }

  static Verdict no(String reason) {
    return new Verdict(false, reason, SOURCE, false);
  }
}
