package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.process.acts.DeputyAppointments;
import vn.thutuc.process.acts.DeputyDays;
import vn.thutuc.process.acts.StepReturn;

/** Somebody stands in for somebody else for some days, also for signing; the trace shows both. */
class DeputyStories extends ActsStory {

  private static final String DOCUMENT = "Văn bản ủy quyền số 12/UQ-SXD";

  @Autowired private DeputyAppointments appointments;
  @Autowired private DeputyDays days;
  @Autowired private StepReturn returning;

  @AfterEach
  void nobodyIsAwayAnyMore() {
    jdbc.sql("delete from org_deputy").update();
    days.turn();
  }

  private void appoints(
      String by, String principal, String deputy, String from, String to, boolean signing) {
    acts(
        by,
        () ->
            appointments.appoint(
                new DeputyAppointments.Wanted(
                    principal,
                    deputy,
                    LocalDate.parse(from),
                    LocalDate.parse(to),
                    signing,
                    signing ? DOCUMENT : null)));
  }

  @Test
  void theDeputySignsOnBehalfOfTheLeaderAndEveryLineShowsBoth() {
    aPermitAtTheLeader();
    appoints("lanhdao", null, "truongphong", "2026-03-03", "2026-03-04", true);
    Task sign = task("Task_Sign");
    assertThat(filtered("truongphong", "Chờ nhận của đơn vị")).contains(sign.getId());

    does("truongphong", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "15/GPLHX", "resultDate", "2026-03-04");

    assertThat(dossier().timeline())
        .anySatisfy(
            line -> {
              assertThat(line.label()).isEqualTo("Lãnh đạo Sở ký giấy phép");
              assertThat(line.actor())
                  .isEqualTo("Trưởng phòng A – Sở Xây dựng (thay Lãnh đạo A – Sở Xây dựng)");
            });
    assertThat(dossier().results().get(0).signer())
        .isEqualTo("Trưởng phòng A – Sở Xây dựng (ký thay Lãnh đạo A – Sở Xây dựng)");
    assertThat(dossier().timeline())
        .filteredOn(line -> line.label().equals("Văn thư cấp số, đóng dấu"))
        .allSatisfy(line -> assertThat(line.actor()).doesNotContain("thay"));
  }

  @Test
  void withoutAnAppointmentOrOutsideItsDaysNobodySignsForTheLeader() {
    aPermitAtTheLeader();
    Task sign = task("Task_Sign");
    assertThatThrownBy(() -> claims("truongphong", sign))
        .isInstanceOf(AuthorizationException.class);

    appoints("lanhdao", null, "truongphong", "2026-03-04", "2026-03-05", true);
    assertThatThrownBy(() -> claims("truongphong", sign))
        .isInstanceOf(AuthorizationException.class);
    itIs("2026-03-04T00:01");
    claims("truongphong", sign);
    itIs("2026-03-05T23:59");
    days.turn();
    assertThat(again(sign).getAssignee()).isEqualTo("truongphong");

    itIs("2026-03-06T00:00");
    assertThatThrownBy(() -> does("truongphong", "Task_Sign", "leaderDecision", "approve"))
        .isInstanceOf(AuthorizationException.class);
    days.turn();
    assertThat(again(sign).getAssignee()).isEqualTo("lanhdao");
    assertThat(filtered("truongphong", "Chờ nhận của đơn vị")).doesNotContain(sign.getId());
    assertThat(journal()).contains("WORK_RETURNED");
    days.turn();
    assertThat(lines("WORK_RETURNED")).isEqualTo(1);
  }

  @Test
  void anOfficersDeputyTakesWhatTheOfficerHas() {
    aPermitAtTheSpecialist();
    Task appraise = task("Task_Appraise");
    claims("chuyenvien", appraise);
    assertThatThrownBy(() -> acts("chuyenvien2", () -> taskActs.standIn(appraise.getId())))
        .hasMessageContaining("không được giao thay Chuyên viên A");

    appoints("truongphong", "chuyenvien", "chuyenvien2", "2026-03-03", "2026-03-03", false);
    acts("chuyenvien2", () -> taskActs.standIn(appraise.getId()));

    assertThat(mine("chuyenvien2")).contains(appraise.getId());
    does("chuyenvien2", "Task_Appraise", grant());
    assertThat(dossier().timeline())
        .filteredOn(line -> line.label().equals("Chuyên viên thẩm định hồ sơ"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.actor())
                    .isEqualTo("Chuyên viên B – Sở Xây dựng (thay Chuyên viên A – Sở Xây dựng)"));
  }

  @Test
  void theDeputyCompletesThePrincipalsTaskWhereItLies() {
    aPermitAtTheSpecialist();
    Task appraise = task("Task_Appraise");
    claims("chuyenvien", appraise);
    appoints("chuyenvien", null, "chuyenvien2", "2026-03-03", "2026-03-03", false);

    acts(
        "chuyenvien2",
        () ->
            engine
                .getFormService()
                .submitTaskForm(
                    appraise.getId(),
                    java.util.Map.of(
                        "opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_TRACKED")));

    assertThat(openSteps()).containsExactly("Task_Review");
    assertThat(dossier().timeline())
        .anySatisfy(line -> assertThat(line.actor()).contains("(thay Chuyên viên A"));
  }

  @Test
  void whatIsTakenBackEndsAtOnceAndTheWorkGoesBack() {
    aPermitAtTheSpecialist();
    Task appraise = task("Task_Appraise");
    claims("chuyenvien", appraise);
    appoints("chuyenvien", null, "chuyenvien2", "2026-03-03", "2026-03-09", false);
    acts("chuyenvien2", () -> taskActs.standIn(appraise.getId()));
    long id = jdbc.sql("select id from org_deputy").query(Long.class).single();

    assertThatThrownBy(() -> acts("chuyenvien2", () -> appointments.revoke(id)))
        .hasMessageContaining("Không có lần giao thay");
    acts("chuyenvien", () -> appointments.revoke(id));
    days.turn();

    assertThat(again(appraise).getAssignee()).isEqualTo("chuyenvien");
  }

  @Test
  void peopleAppointForThemselvesHeadsForOfficersAndOnlyLeadersGiveTheirSignature() {
    itIs("2026-03-03T08:15");
    assertThatThrownBy(
            () ->
                appoints("truongphong", "lanhdao", "truongphong", "2026-03-03", "2026-03-04", true))
        .hasMessageContaining("trừ lãnh đạo");
    assertThatThrownBy(
            () ->
                appoints(
                    "chuyenvien2", "chuyenvien", "chuyenvien2", "2026-03-03", "2026-03-04", false))
        .hasMessageContaining("chỉ giao thay được cho chính mình");
    assertThatThrownBy(
            () -> appoints("lanhdao", null, "chuyenvien", "2026-03-03", "2026-03-04", true))
        .hasMessageContaining("Chỉ lãnh đạo hoặc trưởng phòng");
    assertThatThrownBy(
            () ->
                appoints("lanhdao", null, "truongphongtaichinh", "2026-03-03", "2026-03-04", true))
        .hasMessageContaining("cùng cơ quan");

    appoints("quantri", "lanhdao", "truongphong", "2026-03-03", "2026-03-04", true);
    assertThatThrownBy(
            () -> appoints("lanhdao", null, "truongphong", "2026-03-04", "2026-03-05", true))
        .hasMessageContaining("đã giao cho Trưởng phòng A");
    assertThatThrownBy(
            () -> appoints("truongphong", null, "chuyenvien", "2026-03-04", "2026-03-04", false))
        .hasMessageContaining("đang được giao thay Lãnh đạo A");
  }

  @Test
  void theDeputyOfALeaderExtendsAndTheJournalSaysForWhom() {
    aPermitAtTheSpecialist();
    assertThatThrownBy(() -> acts("truongphong", () -> acts.extend(number, "2wd", REASON)))
        .hasMessageContaining("Chỉ lãnh đạo");
    appoints("lanhdao", null, "truongphong", "2026-03-03", "2026-03-03", true);

    acts("truongphong", () -> acts.extend(number, "2wd", REASON));

    assertThat(dossier().timeline())
        .anySatisfy(
            line -> {
              assertThat(line.event()).isEqualTo("EXTENDED");
              assertThat(line.actor()).contains("thay Lãnh đạo A");
            });
  }

  @Test
  void whatADeputyTakesBackIsForThePrincipalOnlyAsLongAsTheyStandIn() {
    aPermitAtTheSpecialist();
    Task appraise = task("Task_Appraise");
    claims("chuyenvien", appraise);
    appoints("chuyenvien", null, "chuyenvien2", "2026-03-03", "2026-03-03", false);
    acts("chuyenvien2", () -> taskActs.standIn(appraise.getId()));
    does("chuyenvien2", "Task_Appraise", grant());
    String again =
        play.as("chuyenvien2", () -> returning.takeBack(appraise.getId(), "Bấm nhầm khi thay"));
    assertThat(task("Task_Appraise").getOwner()).isEqualTo("chuyenvien");
    assertThat(last().actor()).contains("thay Chuyên viên A");
    does("chuyenvien2", "Task_Appraise", grant());

    itIs("2026-03-04T08:00");
    days.turn();
    play.as("chuyenvien2", () -> returning.takeBack(again, "Bấm nhầm, nay không còn thay"));

    assertThat(task("Task_Appraise").getAssignee()).isEqualTo("chuyenvien2");
    assertThat(task("Task_Appraise").getOwner()).isNull();
    assertThat(last().event()).isEqualTo("STEP_TAKEN_BACK");
    assertThat(last().actor()).isEqualTo("Chuyên viên B – Sở Xây dựng");
  }

  @Test
  void everythingADeputyTookGoesBack() {
    List<String> taken = new ArrayList<>();
    aPermitAtTheSpecialist();
    taken.add(task("Task_Appraise").getId());
    for (int i = 0; i < 4; i++) {
      anotherPermitAtTheSpecialist();
      taken.add(task("Task_Appraise").getId());
    }
    taken.forEach(id -> acts("chuyenvien", () -> engine.getTaskService().claim(id, "chuyenvien")));
    appoints("truongphong", "chuyenvien", "chuyenvien2", "2026-03-03", "2026-03-03", false);
    taken.forEach(id -> acts("chuyenvien2", () -> taskActs.standIn(id)));
    itIs("2026-03-04T00:01");
    days.turn();

    assertThat(mine("chuyenvien")).containsAll(taken);
    assertThat(mine("chuyenvien2")).doesNotContainAnyElementsOf(taken);
  }
}
