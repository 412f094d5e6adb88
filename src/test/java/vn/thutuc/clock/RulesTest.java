package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.thutuc.clock.ClockFixture.at;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class RulesTest {

  private static final LocalDateTime END = at("2026-03-09 17:30");
  private static final LocalDateTime BEFORE = at("2026-03-09 17:00");
  private static final LocalDateTime AFTER = at("2026-03-09 17:31");

  @Test
  void extendsOnceBeforeTheEndWithGroundAndApprover() {
    ExtensionRule rule = ExtensionRule.shipped();
    assertAllowed(rule.decide(BEFORE, END, 0, "hồ sơ phức tạp", "lãnh đạo"));
    assertRefused(rule.decide(AFTER, END, 0, "hồ sơ phức tạp", "lãnh đạo"), "đã quá hạn");
    assertRefused(rule.decide(BEFORE, END, 1, "hồ sơ phức tạp", "lãnh đạo"), "một lần");
    assertRefused(rule.decide(BEFORE, END, 0, " ", "lãnh đạo"), "căn cứ");
    assertRefused(rule.decide(BEFORE, END, 0, "hồ sơ phức tạp", null), "người phê duyệt");
    assertRefused(rule.decide(BEFORE, null, 0, "hồ sơ phức tạp", "lãnh đạo"), "tạm dừng");
  }

  @Test
  void appointsAgainOnceAfterTheEndWithTheApology() {
    ReAppointmentRule rule = ReAppointmentRule.shipped();
    assertAllowed(rule.decide(AFTER, END, 0, true));
    assertRefused(rule.decide(END, END, 0, true), "chưa quá hạn");
    assertRefused(rule.decide(AFTER, null, 0, true), "chưa quá hạn");
    assertRefused(rule.decide(AFTER, END, 1, true), "một lần");
    assertRefused(rule.decide(AFTER, END, 0, false), "phiếu xin lỗi");
  }

  @Test
  void asksForASupplementOnceUnlessTheProcedureAllowsMore() {
    assertAllowed(SupplementRule.shipped().decide(0, null));
    assertRefused(SupplementRule.shipped().decide(1, "luật cho phép"), "tối đa 1 lần");
  }

  @Test
  void warnsOfIndex766BeforeASecondSupplementAndWantsAGround() {
    SupplementRule twice = new SupplementRule(2, RuleSource.unverified("procedure"));
    assertRefused(twice.decide(1, ""), "ghi rõ căn cứ");
    assertThat(twice.decide(1, "luật cho phép").allowed()).isTrue();
    assertThat(twice.decide(1, "luật cho phép").reasonVi()).contains("766", "lần 2");
    assertRefused(twice.decide(2, "luật cho phép"), "tối đa 2 lần");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SupplementRule(0, RuleSource.unverified("procedure")));
  }

  @Test
  void answersWithTheSourceItWasGiven() {
    RuleSource checked = new RuleSource("the procedure's own text", true);
    Verdict verdict = new SupplementRule(1, checked).decide(0, null);
    assertThat(verdict.source()).isEqualTo("the procedure's own text");
    assertThat(verdict.verified()).isTrue();
  }

  @Test
  void keepsAGivenAppointmentWhenTheLegalEndBecomesLater() {
    var standing = Appointments.afterCalendarChange(END, AFTER);
    assertThat(standing).isEqualTo(new Appointments.Standing(END, AFTER, END, false, true));
  }

  @Test
  void showsBothAndFollowsTheEarlierWhenTheLegalEndBecomesEarlier() {
    var standing = Appointments.afterCalendarChange(END, BEFORE);
    assertThat(standing).isEqualTo(new Appointments.Standing(END, BEFORE, BEFORE, true, false));
  }

  @Test
  void keepsAGivenAppointmentWhileThereIsNoLegalEnd() {
    var standing = Appointments.afterCalendarChange(END, null);
    assertThat(standing).isEqualTo(new Appointments.Standing(END, null, null, false, false));
  }

  @Test
  void reissuesASlipOnlyForwardsAndWithinTheLegalEnd() {
    assertAllowed(Appointments.reissue(END, AFTER, AFTER));
    assertRefused(Appointments.reissue(END, BEFORE, BEFORE), "sớm hơn");
    assertRefused(Appointments.reissue(END, END, AFTER), "không được sau");
    assertRefused(Appointments.reissue(END, null, AFTER), "không được sau");
  }

  private static void assertAllowed(Verdict verdict) {
    assertThat(verdict.allowed()).isTrue();
    assertThat(verdict.verified()).isFalse();
    assertThat(verdict.source()).isNotBlank();
  }

  private static void assertRefused(Verdict verdict, String reason) {
    assertThat(verdict.allowed()).isFalse();
    assertThat(verdict.reasonVi()).contains(reason);
  }
}
