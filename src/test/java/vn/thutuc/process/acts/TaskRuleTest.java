package vn.thutuc.process.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import vn.thutuc.clock.Verdict;

/** The rules of acts on tasks, each with its reason. */
class TaskRuleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
  private static final LocalDateTime END = LocalDateTime.of(2026, 3, 10, 17, 30);

  private static void refused(Verdict verdict, String words) {
    assertThat(verdict.allowed()).as(verdict.reasonVi()).isFalse();
    assertThat(verdict.reasonVi()).contains(words);
  }

  private static void allowed(Verdict verdict) {
    assertThat(verdict.allowed()).as(verdict.reasonVi()).isTrue();
  }

  @Test
  void onlyWhoHasATaskHandsItOverAndOnlyToTheSameRoleOfTheSameUnit() {
    allowed(TaskRule.handOver(true, true, "A", true, false));
    refused(TaskRule.handOver(false, false, null, true, false), "Hãy nhận việc trước");
    refused(TaskRule.handOver(false, true, "Chuyên viên A", true, false), "Chuyên viên A");
    refused(TaskRule.handOver(true, true, "A", false, false), "cùng vai trò");
    refused(TaskRule.handOver(true, true, "A", true, true), "đồng nghiệp khác");
  }

  @Test
  void onlyWhoHandedItOverTakesItBackWhileTheyHoldTheRole() {
    allowed(TaskRule.takeBack(true, true));
    refused(TaskRule.takeBack(false, true), "không phải do anh/chị chuyển");
    refused(TaskRule.takeBack(true, false), "không còn giữ vai trò");
  }

  @Test
  void onlyAHeadAssignsAndOnlyToWhoHoldsTheRoleOrToTheQueue() {
    allowed(TaskRule.assign(true, false, true));
    allowed(TaskRule.assign(true, true, false));
    refused(TaskRule.assign(false, false, true), "trưởng đơn vị");
    refused(TaskRule.assign(true, false, false), "không giữ vai trò");
  }

  @Test
  void aDeputyTakesWhatThePrincipalHas() {
    allowed(TaskRule.standIn(true, false, true, "A"));
    refused(TaskRule.standIn(true, false, false, "Lãnh đạo A"), "thay Lãnh đạo A");
    refused(TaskRule.standIn(false, false, true, null), "Nhận việc");
    refused(TaskRule.standIn(true, true, true, "A"), "đang giữ");
  }

  @Test
  void aTaskIsPutBackAheadButNeverPastTheLegalEnd() {
    allowed(TaskRule.putBack(true, TODAY, null, END, false));
    allowed(TaskRule.putBack(true, TODAY, TODAY.plusDays(1), END, false));
    allowed(TaskRule.putBack(true, TODAY, END.toLocalDate(), END, false));
    refused(TaskRule.putBack(true, TODAY, TODAY, END, false), "phải sau hôm nay");
    refused(TaskRule.putBack(true, TODAY, LocalDate.of(2026, 3, 11), END, false), "10/03/2026");
    refused(TaskRule.putBack(false, TODAY, TODAY.plusDays(1), END, false), "người đang giữ");
    refused(TaskRule.putBack(true, TODAY, TODAY.plusDays(1), END, true), "quá hạn");
    refused(
        TaskRule.putBack(true, TODAY, TODAY.plusDays(1), TODAY.atTime(17, 30), false), "hôm nay");
  }

  @Test
  void withoutATermATaskIsPutBackSixtyDaysAtMost() {
    allowed(TaskRule.putBack(true, TODAY, TODAY.plusDays(60), null, false));
    refused(TaskRule.putBack(true, TODAY, TODAY.plusDays(61), null, false), "60 ngày");
  }
}
