package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.collection.Reminders;
import vn.thutuc.collection.UncollectedResults;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.process.acts.StepReturn;

/** Results wait for their applicants: they are listed, and who does not come is reminded. */
@TestPropertySource(properties = "thutuc.test.own=collection")
class CollectionStories extends ActsStory {

  private static final String DESK = "motcua";

  @Autowired private UncollectedResults results;
  @Autowired private Reminders reminders;
  @Autowired private StepReturn returning;
  @Autowired private TransactionTemplate transaction;

  /** Each story counts what the house reminds of: nothing of another one waits. */
  @BeforeEach
  void nothingWaits() {
    jdbc.sql("update dossier set state = 10 where state = 9").update();
  }

  /** A permit whose result is ready on Tuesday, 3 March 2026. */
  private String aResult(ReturnMethod back) {
    itIs("2026-03-03T08:15");
    receives(DESK, DemoSubmissions.organisation("1.000028", "Công ty Chưa Đến").back(back).build());
    does(DESK, "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    does("chuyenvien", "Task_Appraise", grant());
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "15/GPLHX", "resultDate", "2026-03-03");
    return number;
  }

  private List<UncollectedResults.Uncollected> listed(String person, Integer days) {
    return play.as(person, () -> results.page(days, 0, 100)).items();
  }

  private List<String> numbers(String person, Integer days) {
    return listed(person, days).stream().map(UncollectedResults.Uncollected::number).toList();
  }

  private Reminders.Outcome reminds(String person, String dossier) {
    return play.as(person, () -> reminders.remind(List.of(dossier), "Đã gọi điện")).get(0);
  }

  private long notices(String dossier) {
    return jdbc.sql(
            """
            select count(*) from outbound_act a join dossier d on d.id = a.dossier_id
            where d.number = ? and a.kind = 'NOTICE' and a.event = 'not-collected'
            """)
        .param(dossier)
        .query(Long.class)
        .single();
  }

  @Test
  void aResultThatWaitsIsListedWithWhomToCallAndForHowLong() {
    String waiting = aResult(ReturnMethod.COUNTER);
    itIs("2026-03-07T10:00");
    assertThat(numbers(DESK, null)).as("four days").isEmpty();

    itIs("2026-03-08T07:00");
    UncollectedResults.Uncollected one = listed(DESK, null).get(0);

    assertThat(one.number()).isEqualTo(waiting);
    assertThat(one.days()).isEqualTo(5);
    assertThat(one.phone()).startsWith("0900");
    assertThat(one.owner()).isEqualTo("Công ty Chưa Đến");
    assertThat(one.readyAt()).isEqualTo("2026-03-03T08:15");
    assertThat(one.reminders()).isZero();
    assertThat(numbers(DESK, 6)).isEmpty();
    assertThat(numbers("truongphong", 0)).containsExactly(waiting);
    assertThat(numbers("motcuatuphap", 0)).as("another desk").isEmpty();
    assertThatThrownBy(() -> numbers("chuyenvien", 0)).hasMessageContaining("Bộ phận Một cửa");
    assertThatThrownBy(() -> numbers(DESK, -1)).hasMessageContaining("Số ngày");

    isReturnedAtTheCounter(DESK);
    assertThat(numbers(DESK, 0)).isEmpty();
  }

  @Test
  void whatGoesByPostWaitsForNobodyUntilItComesBack() {
    String posted = aResult(ReturnMethod.POSTAL);
    does(DESK, "Task_HandToPost", "parcelNumber", "VN123456789");
    itIs("2026-03-20T08:00");
    assertThat(numbers(DESK, 0)).isEmpty();
    assertThat(reminds(DESK, posted).reminded()).isFalse();

    does(DESK, "Task_ConfirmDelivery", "parcelOutcome", "returned", "note", "Không có người nhận");

    assertThat(listed(DESK, 0))
        .singleElement()
        .satisfies(one -> assertThat(one.cameBack()).isTrue());
  }

  /** The parcel of Tuesday, 3 March comes back on the 20th; returns the task that said so. */
  private String aParcelThatCameBack() {
    String posted = aResult(ReturnMethod.POSTAL);
    does(DESK, "Task_HandToPost", "parcelNumber", "VN123456789");
    itIs("2026-03-20T08:00");
    String task = task("Task_ConfirmDelivery").getId();
    does(DESK, "Task_ConfirmDelivery", "parcelOutcome", "returned", "note", "Không có người nhận");
    assertThat(numbers(DESK, 0)).containsExactly(posted);
    return task;
  }

  @Test
  void whatCameBackWaitsFromTheDayItCameBack() {
    aParcelThatCameBack();

    UncollectedResults.Uncollected one = listed(DESK, 0).get(0);
    assertThat(one.readyAt()).isEqualTo("2026-03-03T08:15");
    assertThat(one.since()).isEqualTo("2026-03-20T08:00");
    assertThat(one.days()).isZero();
    itIs("2026-03-24T23:00");
    assertThat(numbers(DESK, null)).as("four days").isEmpty();
    assertThat(play.as(DESK, () -> results.page(null, 0, 10)).total()).isZero();
    itIs("2026-03-25T06:00");
    assertThat(listed(DESK, null).get(0).days()).isEqualTo(5);
    itIs("2026-03-29T23:00");
    assertThat(reminders.remindDue()).as("nine days").isZero();
    itIs("2026-03-30T06:00");
    assertThat(reminders.remindDue()).isEqualTo(1);
  }

  @Test
  void aParcelThatWasSaidToBeBackByMistakeWaitsForNobody() {
    String task = aParcelThatCameBack();

    acts(DESK, () -> returning.takeBack(task, "Bấm nhầm, bưu gửi đang phát"));

    assertThat(numbers(DESK, 0)).isEmpty();
    assertThat(reminds(DESK, number).reminded()).isFalse();
    itIs("2026-04-20T08:00");
    assertThat(reminders.remindDue()).isZero();
    does(DESK, "Task_ConfirmDelivery", "parcelOutcome", "returned", "note", "Không có người nhận");
    assertThat(listed(DESK, 0).get(0).since()).isEqualTo("2026-04-20T08:00");
  }

  @Test
  void byHandTheApplicantIsRemindedOnceADayAndTheJournalSaysSo() {
    String waiting = aResult(ReturnMethod.COUNTER);
    itIs("2026-03-09T08:00");

    assertThat(reminds(DESK, waiting).reminded()).isTrue();
    assertThat(reminds(DESK, waiting).message()).contains("Đã nhắc trong ngày 09/03/2026");

    assertThat(notices(waiting)).isEqualTo(1);
    assertThat(last().event()).isEqualTo("APPLICANT_REMINDED");
    assertThat(last().label()).isEqualTo("Nhắc người nộp đến nhận kết quả: lần 1");
    assertThat(last().reason()).isEqualTo("Đã gọi điện");
    assertThat(listed(DESK, 0).get(0).reminders()).isEqualTo(1);
    itIs("2026-03-10T08:00");
    assertThat(reminds(DESK, waiting).reminded()).isTrue();
    assertThat(notices(waiting)).isEqualTo(2);
    assertThat(reminds("motcuatuphap", waiting).reminded()).as("another desk").isFalse();
    assertThatThrownBy(() -> reminds("chuyenvien", waiting)).hasMessageContaining("Một cửa");
    assertThatThrownBy(() -> play.as(DESK, () -> reminders.remind(List.of(), null)))
        .hasMessageContaining("từ 1 đến 100");
  }

  @Test
  void oneThatCannotBeRemindedStopsNoOther() {
    String waiting = aResult(ReturnMethod.COUNTER);
    itIs("2026-03-09T08:00");

    List<Reminders.Outcome> outcomes =
        play.as(DESK, () -> reminders.remind(List.of("H37.12-990101-0001", waiting), null));

    assertThat(outcomes).extracting(Reminders.Outcome::reminded).containsExactly(false, true);
    assertThat(outcomes.get(0).message()).contains("không chờ nhận kết quả");
  }

  @Test
  void oneThatFailsStopsNoOtherAndSaysSo() {
    String broken = aResult(ReturnMethod.COUNTER);
    String waiting = aResult(ReturnMethod.COUNTER);
    itIs("2026-03-13T08:00");
    nothingCanBeWrittenOf(broken);
    try {
      List<Reminders.Outcome> outcomes =
          play.as(DESK, () -> reminders.remind(List.of(broken, waiting), null));

      assertThat(outcomes).extracting(Reminders.Outcome::number).containsExactly(broken, waiting);
      assertThat(outcomes).extracting(Reminders.Outcome::reminded).containsExactly(false, true);
      assertThat(outcomes.get(0).message()).contains("hệ thống gặp lỗi").doesNotContain("broken");
      assertThat(notices(broken)).isZero();
    } finally {
      jdbc.sql("drop trigger broken on result_reminder").update();
      jdbc.sql("drop function broken_reminder()").update();
    }
    assertThat(reminds(DESK, broken).reminded()).as("mended").isTrue();
  }

  private void nothingCanBeWrittenOf(String dossier) {
    long id =
        jdbc.sql("select id from dossier where number = ?")
            .param(dossier)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            create function broken_reminder() returns trigger language plpgsql as
            'begin raise exception ''broken''; end'
            """)
        .update();
    jdbc.sql(
            """
            create trigger broken before insert on result_reminder
            for each row when (new.dossier_id = %d) execute function broken_reminder()
            """
                .formatted(id))
        .update();
  }

  @Test
  void nobodyIsRemindedOfWhatIsBeingHandedOver() throws Exception {
    String waiting = aResult(ReturnMethod.COUNTER);
    itIs("2026-03-13T06:00");
    ExecutorService house = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> reminded =
          transaction.execute(
              status -> {
                jdbc.sql("update dossier set state = 10 where number = ?").param(waiting).update();
                Future<Integer> looking = house.submit(reminders::remindDue);
                await().until(() -> looking.isDone() || somebodyWaitsForALock());
                return looking;
              });

      assertThat(reminded.get()).isZero();
    } finally {
      house.shutdownNow();
    }
    assertThat(notices(waiting)).isZero();
  }

  private boolean somebodyWaitsForALock() {
    return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void theHouseRemindsAfterTenDaysThenEveryTenThreeTimesInAll() {
    String waiting = aResult(ReturnMethod.COUNTER);
    String collected = aResult(ReturnMethod.COUNTER);
    isReturnedAtTheCounter(DESK);
    itIs("2026-03-12T23:00");
    assertThat(reminders.remindDue()).as("nine days").isZero();

    itIs("2026-03-13T06:00");
    assertThat(reminders.remindDue()).isEqualTo(1);
    assertThat(reminders.remindDue()).as("the next hour").isZero();
    itIs("2026-03-22T06:00");
    assertThat(reminders.remindDue()).as("within the interval").isZero();
    itIs("2026-03-23T06:00");
    assertThat(reminders.remindDue()).isEqualTo(1);
    itIs("2026-04-02T06:00");
    assertThat(reminders.remindDue()).isEqualTo(1);
    itIs("2026-05-04T06:00");
    assertThat(reminders.remindDue()).as("three times are enough").isZero();

    assertThat(notices(waiting)).isEqualTo(3);
    assertThat(notices(collected)).isZero();
    number = waiting;
    assertThat(lines("APPLICANT_REMINDED")).isEqualTo(3);
    assertThat(last().unit()).as("nobody's act").isNull();
  }

  @Test
  void aReminderByHandCountsForTheInterval() {
    String waiting = aResult(ReturnMethod.COUNTER);
    itIs("2026-03-12T08:00");
    reminds(DESK, waiting);
    itIs("2026-03-14T06:00");
    assertThat(reminders.remindDue()).isZero();
    itIs("2026-03-22T06:00");
    assertThat(reminders.remindDue()).isEqualTo(1);
    assertThat(notices(waiting)).isEqualTo(2);
  }

  @Test
  void twoNodesThatLookAtTheSameMomentRemindOnce() throws Exception {
    String waiting = aResult(ReturnMethod.COUNTER);
    itIs("2026-03-13T06:00");
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    int reminded = 0;
    try {
      List<Future<Integer>> both =
          IntStream.range(0, 2)
              .mapToObj(
                  node ->
                      nodes.submit(
                          () -> {
                            together.await();
                            return reminders.remindDue();
                          }))
              .toList();
      for (Future<Integer> node : both) {
        reminded += node.get();
      }
    } finally {
      nodes.shutdownNow();
    }

    assertThat(reminded).isEqualTo(1);
    assertThat(notices(waiting)).isEqualTo(1);
  }
}
