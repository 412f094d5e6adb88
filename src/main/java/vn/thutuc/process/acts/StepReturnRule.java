package vn.thutuc.process.acts;

import java.util.Optional;
import vn.thutuc.clock.Verdict;

/**
 * The rules of taking back a completed step. They are the house's own, from no article: each
 * answers with a reason for the officer.
 */
final class StepReturnRule {

  private StepReturnRule() {}

  /**
   * What is asked of the step itself; empty when it may go on.
   *
   * @param mine whether the caller completed it
   * @param who name of who did
   * @param first whether it was not taken back before
   * @param last whether no step of the dossier was completed since
   */
  static Optional<Verdict> before(boolean mine, String who, boolean first, boolean last) {
    if (!mine) {
      return Optional.of(
          no("Bước này do %s hoàn thành; chỉ người đó lấy lại được.".formatted(who)));
    }
    if (!first) {
      return Optional.of(no("Bước này đã được lấy lại. Hãy tải lại danh sách việc."));
    }
    return last
        ? Optional.empty()
        : Optional.of(
            no(
                "Sau bước này, hồ sơ đã có bước khác hoàn thành nên không lấy lại được. Hãy trao đổi"
                    + " với người đang xử lý để được trả lại theo quy trình."));
  }

  /** Something stands in the journal since. */
  static Verdict recorded(String what, String at) {
    return no(
        "Không lấy lại được: sau khi hoàn thành bước, hồ sơ đã ghi “%s” lúc %s."
            .formatted(what, at));
  }

  /** Something was written that leaves the house. */
  static Verdict left() {
    return no(
        "Không lấy lại được: bước đã làm phát sinh thông báo hoặc việc gửi ra ngoài cơ quan.");
  }

  /** The model draws no plain way from the step to what is open now. */
  static Verdict noHop() {
    return no(
        "Không lấy lại được: sau bước này quy trình không chuyển thẳng sang một bước của người khác"
            + " (hồ sơ đã được ghi nhận tự động, chia nhánh, hoặc sang quy trình khác).");
  }

  /** Somebody has the next task. */
  static Verdict taken(String next, String who) {
    return no(
        "Không lấy lại được: bước “%s” đã do %s nhận. Hãy trao đổi để được trả lại theo quy trình."
            .formatted(next, who));
  }

  /** Somebody who may do the next task has looked at it. */
  static Verdict opened(String next, String who, String at) {
    return no(
        "Không lấy lại được: %s đã mở bước “%s” lúc %s. Hãy trao đổi để được trả lại theo quy trình."
            .formatted(who, next, at));
  }

  /** Nothing stands in the way. */
  static Verdict allowed(String next) {
    return TaskRule.yes(
        "Lấy lại được: bước “%s” chưa có ai mở; nội dung đã nhập được giữ nguyên.".formatted(next));
  }

  /** Whether the caller still holds the role of the step. */
  static Verdict entitled(boolean entitled) {
    return entitled
        ? TaskRule.yes("")
        : no("Anh/chị không còn giữ vai trò của bước này nên không lấy lại được.");
  }

  private static Verdict no(String reason) {
    return TaskRule.no(reason);
  }
}
