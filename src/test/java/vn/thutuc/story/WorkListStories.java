package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.ClockRepair;
import vn.thutuc.dossier.DossierList;
import vn.thutuc.dossier.DueFill;
import vn.thutuc.dossier.DueList;
import vn.thutuc.process.EnginePlay;

/** The lists by the dossier's clock: Tasklist's filters, and the same lists of dossiers. */
class WorkListStories extends Story {

  private static final String DESK = "motcuadongkinh";
  private static final String SPECIALIST = "chuyenviendongkinh";
  private static final String HEAD = "truongphongdongkinh";

  @Autowired private EnginePlay people;
  @Autowired private DossierList list;
  @Autowired private DueFill fill;
  @Autowired private ClockRepair repair;

  /** Only time passes: no job runs. */
  private void onlyTheClockSays(String localTime) {
    now.moveTo(LocalDateTime.parse(localTime).atZone(WorkingCalendar.ZONE).toInstant());
  }

  private FilterService filters() {
    return engine.getFilterService();
  }

  private String filter(String name) {
    return filters().createFilterQuery().filterName(name).singleResult().getId();
  }

  /** How many tasks of this dossier a person finds in a filter. */
  private long found(String person, String filter) {
    return people.as(
        person,
        () ->
            filters()
                .count(
                    filter(filter),
                    engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number)));
  }

  private boolean isListed(String person, DueList wanted) {
    return people.as(
        person,
        () ->
            list.page(null, wanted, number, 0, 100).items().stream()
                .anyMatch(card -> card.number().equals(number)));
  }

  private void landIsAccepted(String caseCode) {
    itIs("2026-03-02T09:00");
    receives(
        DESK,
        DemoSubmissions.organisation("1.012753", "Hợp tác xã Danh Sách")
            .at("H37.201")
            .of(caseCode, "USUAL")
            .build());
    does(
        DESK,
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "complete",
        "caseCode",
        caseCode,
        "areaClass",
        "USUAL",
        "originalsAtReturn",
        true);
  }

  private void landIsInspected(boolean leased, boolean obligation) {
    does(
        SPECIALIST,
        "Task_Inspect",
        "inspectionDate",
        "2026-03-04",
        "inspectionSummary",
        "Ranh giới rõ ràng",
        "proposal",
        "grant",
        "leased",
        leased,
        "obligation",
        obligation);
  }

  private void permitIsAccepted() {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Danh Sách").build());
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private void permitIsReady() {
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Đủ",
        "proposal",
        "grant",
        "resultKind",
        "PERMIT_TRACKED");
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "15/GPLHX", "resultDate", "2026-03-03");
  }

  @Test
  void aDossierComesNearAndLateByTheClockAloneAlsoWhenNoJobHasRun() {
    landIsAccepted("REGISTRATION_ONLY");
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-25T17:30"));
    assertThat(found(SPECIALIST, "Chờ nhận của đơn vị")).isOne();

    onlyTheClockSays("2026-03-24T17:29");
    assertThat(found(SPECIALIST, "Sắp đến hạn")).isZero();
    assertThat(isListed(SPECIALIST, DueList.NEAR)).isFalse();

    onlyTheClockSays("2026-03-24T17:30");
    assertThat(found(SPECIALIST, "Sắp đến hạn")).isOne();
    assertThat(isListed(SPECIALIST, DueList.NEAR)).isTrue();

    onlyTheClockSays("2026-03-25T17:30");
    assertThat(found(SPECIALIST, "Sắp đến hạn")).isOne();
    assertThat(found(SPECIALIST, "Quá hạn")).isZero();

    onlyTheClockSays("2026-03-25T17:31");
    assertThat(found(SPECIALIST, "Sắp đến hạn")).isZero();
    assertThat(found(SPECIALIST, "Quá hạn")).isOne();
    assertThat(isListed(SPECIALIST, DueList.LATE)).isTrue();
    assertThat(journal()).doesNotContain("NEAR", "LATE");
  }

  @Test
  void whatIsClaimedStaysOnTheListOfWhoMayWorkOnItAndOfTheHead() {
    landIsAccepted("REGISTRATION_ONLY");
    people.as(
        SPECIALIST,
        () -> {
          engine.getTaskService().claim(task("Task_Inspect").getId(), SPECIALIST);
          return null;
        });
    onlyTheClockSays("2026-03-26T09:00");

    assertThat(found(SPECIALIST, "Việc của tôi")).isOne();
    assertThat(found(SPECIALIST, "Quá hạn")).isOne();
    assertThat(found(DESK, "Quá hạn")).as("no step of the desk").isZero();
    assertThat(found(HEAD, "Quá hạn")).as("no step of the head yet").isZero();
    assertThat(found(HEAD, "Quá hạn (cả cơ quan)")).isOne();
  }

  @Test
  void aDossierThatWaitsForItsApplicantIsPausedWithoutATaskAndFoundAmongTheDossiers() {
    permitIsAccepted();
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Thiếu",
        "proposal",
        "supplement",
        "resultKind",
        "PERMIT_TRACKED",
        "missingPapers",
        "Báo cáo khảo sát",
        "reason",
        "Cầu yếu");
    onlyTheClockSays("2026-03-20T09:00");

    assertThat(openSteps()).isEmpty();
    assertThat(isListed("chuyenvien", DueList.PAUSED)).isTrue();
    assertThat(isListed("chuyenvien", DueList.LATE)).isFalse();
    assertThat(found("truongphong", "Tất cả việc của đơn vị")).isZero();

    acts("motcua", () -> acts.supplementReceived(number, "Báo cáo khảo sát"));
    assertThat(isListed("chuyenvien", DueList.PAUSED)).isFalse();
    assertThat(found("chuyenvien", "Chờ nhận của đơn vị")).isOne();
  }

  @Test
  void whileAnObligationIsWaitedForItsTaskIsOnThePausedListAndNeverLate() {
    landIsAccepted("WITH_CERTIFICATE");
    landIsInspected(false, true);
    does("lanhdaodongkinh", "Task_Decide", "leaderDecision", "approve");
    does(
        "vanthudongkinh",
        "Task_NumberDecision",
        "resultNumber",
        "20/QĐ",
        "resultDate",
        "2026-03-05");
    itIs("2026-03-10T09:00");
    does(SPECIALIST, "Task_TransferForm", "opinion", "Diện tích 500 m2");
    onlyTheClockSays("2026-06-01T09:00");

    assertThat(found(SPECIALIST, "Tạm dừng")).isOne();
    assertThat(found(HEAD, "Tạm dừng (cả cơ quan)")).isOne();
    assertThat(found(HEAD, "Quá hạn (cả cơ quan)")).isZero();
    assertThat(isListed(DESK, DueList.PAUSED)).isTrue();
  }

  @Test
  void aResultIsHandedOverOnTheDayItIsReadyAndOnTheDayOfTheAppointment() {
    permitIsAccepted();
    assertThat(found("motcua", "Trả kết quả hôm nay")).isZero();
    permitIsReady();
    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));

    assertThat(found("motcua", "Trả kết quả hôm nay")).isOne();
    onlyTheClockSays("2026-03-04T00:00");
    assertThat(found("motcua", "Trả kết quả hôm nay")).isOne();
    assertThat(isListed("motcua", DueList.RETURN_TODAY)).isTrue();
    onlyTheClockSays("2026-03-04T23:59");
    assertThat(found("motcua", "Trả kết quả hôm nay")).isOne();
    onlyTheClockSays("2026-03-05T00:00");
    assertThat(found("motcua", "Trả kết quả hôm nay")).isZero();

    onlyTheClockSays("2026-03-04T09:00");
    isReturnedAtTheCounter("motcua");
    assertThat(isListed("motcua", DueList.RETURN_TODAY)).isFalse();
    assertThat(rows()).as("a finished dossier has no row").isEmpty();
  }

  @Test
  void anExtensionAWithdrawalAndAStopTakeTheDossierOffItsList() {
    landIsAccepted("REGISTRATION_ONLY");
    itIs("2026-03-25T09:00");
    assertThat(found(SPECIALIST, "Sắp đến hạn")).isOne();
    acts("lanhdaodongkinh", () -> acts.extend(number, "5wd", "Đo đạc lại"));
    assertThat(found(SPECIALIST, "Sắp đến hạn")).isZero();
    assertThat(isListed(SPECIALIST, DueList.NEAR)).isFalse();

    itIs("2026-04-10T09:00");
    assertThat(isListed(SPECIALIST, DueList.LATE)).isTrue();
    acts(DESK, () -> acts.withdraw(number, "Không làm nữa"));
    does(DESK, "Task_ConfirmWithdrawal", "reason", "Không làm nữa", "note", "Đã trả");
    assertThat(isListed(SPECIALIST, DueList.LATE)).isFalse();
    assertThat(rows()).isEmpty();
  }

  @Test
  void anotherAgencyThatActsFindsItsOwnTaskAndNobodyElseAnything() {
    landIsAccepted("WITH_CERTIFICATE");
    landIsInspected(true, false);
    onlyTheClockSays("2026-06-01T09:00");

    assertThat(found("chuyenvientnmt", "Quá hạn")).isOne();
    assertThat(found("truongphongtnmt", "Quá hạn (cả cơ quan)")).isOne();
    assertThat(found(HEAD, "Quá hạn (cả cơ quan)")).as("the task is another agency's").isZero();
    assertThat(isListed(HEAD, DueList.LATE)).as("the dossier is theirs").isTrue();
    assertThat(isListed("chuyenvientnmt", DueList.LATE)).isTrue();
    for (String stranger : List.of("truongphongmauson", "truongphong", "truongphongyte")) {
      assertThat(found(stranger, "Quá hạn (cả cơ quan)")).isZero();
      assertThat(isListed(stranger, DueList.LATE)).isFalse();
    }
  }

  /** Every dossier stands in exactly the filter of the word that its card says. */
  @Test
  void theFiltersSayOfEveryDossierWhatItsCardSays() {
    List<String> numbers = new ArrayList<>();
    landIsAccepted("REGISTRATION_ONLY");
    numbers.add(number);
    landIsAccepted("WITH_CERTIFICATE");
    numbers.add(number);
    landIsAccepted("WITH_CERTIFICATE");
    landIsInspected(false, true);
    does("lanhdaodongkinh", "Task_Decide", "leaderDecision", "approve");
    does(
        "vanthudongkinh",
        "Task_NumberDecision",
        "resultNumber",
        "20/QĐ",
        "resultDate",
        "2026-03-05");
    does(SPECIALIST, "Task_TransferForm", "opinion", "Diện tích 500 m2");
    numbers.add(number);

    Map<String, String> filterOf =
        Map.of(
            "NEAR", "Sắp đến hạn (cả cơ quan)",
            "LATE", "Quá hạn (cả cơ quan)",
            "PAUSED", "Tạm dừng (cả cơ quan)");
    for (String time :
        List.of("2026-03-03T09:00", "2026-03-25T09:00", "2026-03-27T09:00", "2026-04-10T09:00")) {
      onlyTheClockSays(time);
      for (String one : numbers) {
        number = one;
        String card = documents.card(one).clock().code();
        filterOf.forEach(
            (state, filter) ->
                assertThat(found(HEAD, filter) > 0)
                    .as("%s at %s is %s; %s", one, time, card, filter)
                    .isEqualTo(state.equals(card)));
      }
    }
  }

  @Test
  void theCountIsWhatPagingFindsInEveryFilter() {
    landIsAccepted("REGISTRATION_ONLY");
    landIsAccepted("REGISTRATION_ONLY");
    landIsAccepted("WITH_CERTIFICATE");
    onlyTheClockSays("2026-03-27T09:00");

    for (String person : List.of(SPECIALIST, HEAD, DESK)) {
      for (Filter filter : people.as(person, () -> filters().createFilterQuery().list())) {
        List<String> ids = people.as(person, () -> paged(filter.getId()));
        assertThat(ids).as(filter.getName()).doesNotHaveDuplicates();
        long count = people.as(person, () -> filters().count(filter.getId()));
        assertThat(count).as(filter.getName() + " of " + person).isEqualTo(ids.size());
      }
    }
    assertThat(people.as(HEAD, () -> filters().count(filter("Quá hạn (cả cơ quan)"))))
        .isGreaterThanOrEqualTo(2);
  }

  private List<String> paged(String filter) {
    List<String> ids = new ArrayList<>();
    List<Task> page;
    do {
      page =
          filters()
              .listPage(
                  filter,
                  engine.getTaskService().createTaskQuery().orderByTaskCreateTime().desc(),
                  ids.size(),
                  2);
      page.forEach(task -> ids.add(task.getId()));
    } while (!page.isEmpty());
    return ids;
  }

  @Test
  void theRowsCanBeDerivedAnewAndAreTheSame() {
    landIsAccepted("REGISTRATION_ONLY");
    Map<String, String> before = rows();
    assertThat(before).isNotEmpty();

    jdbc.sql("delete from dossier_due").update();
    assertThat(fill.fill()).isPositive();
    assertThat(rows()).isEqualTo(before);
    assertThat(fill.fill()).isZero();

    jdbc.sql("update dossier_due set near_at = null, end_at = null, paused = true").update();
    repair.repair(number);
    assertThat(rows()).isEqualTo(before);
  }

  private Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    jdbc.sql(
            """
            select q.agency, concat_ws(' ', q.number, q.paused, q.near_at, q.end_at, q.appointment,
              q.ready_at) said
            from dossier_due q join dossier d on d.id = q.dossier_id where d.number = ?
            """)
        .param(number)
        .query((row, index) -> rows.put(row.getString("agency"), row.getString("said")))
        .list();
    return rows;
  }
}
