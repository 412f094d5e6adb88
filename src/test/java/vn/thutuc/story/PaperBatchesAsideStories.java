package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.handover.HandoverBatch;
import vn.thutuc.handover.HandoverLine;
import vn.thutuc.handover.HandoverLists;
import vn.thutuc.handover.HandoverMaking;
import vn.thutuc.handover.HandoverTaking;
import vn.thutuc.process.acts.StepReturn;

/** Lists of papers beside units that end, steps that are taken back, and colleagues. */
class PaperBatchesAsideStories extends ActsStory {

  private static final String DESK = "motcuattpvhcc";
  private static final String DESK_UNIT = "H37.02";
  private static final String DEPARTMENT = "H37.12";
  private static final String TAKER = "chuyenvien";
  private static final String ADMINISTRATOR = "quantri";

  @Autowired private HandoverMaking making;
  @Autowired private HandoverTaking taking;
  @Autowired private HandoverLists lists;
  @Autowired private StepReturn returning;
  @Autowired private EntityManagerFactory entities;

  private String aPermit(String owner) {
    itIs("2026-03-03T08:15");
    receives(DESK, DemoSubmissions.organisation("1.000028", owner).build());
    return number;
  }

  private static String request() {
    return UUID.randomUUID().toString();
  }

  private long aList(String person, String from, String... numbers) {
    long list = play.as(person, () -> making.open(request(), from, DEPARTMENT)).id();
    for (String one : numbers) {
      acts(person, () -> making.add(list, one));
    }
    return list;
  }

  private long aSentList(String person, String from, String... numbers) {
    long list = aList(person, from, numbers);
    acts(person, () -> making.send(list, numbers.length));
    return list;
  }

  private void confirms(long list, Long... received) {
    acts(TAKER, () -> taking.confirm(list, request(), List.of(received)));
  }

  private HandoverLine only(String person, long list) {
    return play.as(person, () -> lists.whole(list)).lines().get(0);
  }

  private List<Long> box(String person, HandoverLists.Box box) {
    return play.as(person, () -> lists.page(box, 0, 100)).items().stream()
        .map(HandoverBatch::id)
        .toList();
  }

  private void refuses(String code, String words, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            DossierProblem.class, problem -> assertThat(problem.code()).isEqualTo(code))
        .hasMessageContaining(words);
  }

  /** The desk's unit is merged: nobody has a post there any more. */
  private void theDeskHasEnded(Runnable story) {
    jdbc.sql("update org_unit set until_date = '2026-03-03' where id = ?")
        .param(DESK_UNIT)
        .update();
    List<Long> posts =
        jdbc.sql("select id from org_post where unit_id = ? and until_date is null")
            .param(DESK_UNIT)
            .query(Long.class)
            .list();
    jdbc.sql("update org_post set until_date = '2026-03-03' where id in (:posts)")
        .param("posts", posts)
        .update();
    try {
      story.run();
    } finally {
      jdbc.sql("update org_unit set until_date = null where id = ?").param(DESK_UNIT).update();
      jdbc.sql("update org_post set until_date = null where id in (:posts)")
          .param("posts", posts)
          .update();
    }
  }

  @Test
  void whatAUnitLeftOpenAtItsEndIsTakenBackByAnAdministrator() {
    String sent = aPermit("Công ty Đang Gửi");
    long list = aSentList(DESK, DESK_UNIT, sent);
    long line = only(DESK, list).id();
    refuses(
        "not-the-giver",
        "Chỉ người của bên giao",
        () -> acts(ADMINISTRATOR, () -> taking.withdraw(line, "Thử")));
    assertThat(box(ADMINISTRATOR, HandoverLists.Box.OUTGOING)).doesNotContain(list);

    theDeskHasEnded(
        () -> {
          refuses(
              "not-the-giver",
              "quản trị viên rút",
              () -> acts(TAKER, () -> taking.withdraw(line, "Thử")));
          refuses(
              "not-the-giver",
              "đã kết thúc hoạt động",
              () -> acts("thanhtra", () -> taking.withdraw(line, "Thử")));
          assertThat(box(ADMINISTRATOR, HandoverLists.Box.OUTGOING)).contains(list);
          assertThat(only(ADMINISTRATOR, list).mayGive()).isTrue();

          confirms(list);
          assertThat(play.as(ADMINISTRATOR, () -> lists.missing(0, 100)).items())
              .extracting(HandoverLine::id)
              .contains(line);
          acts(ADMINISTRATOR, () -> taking.withdraw(line, "Bên giao đã sáp nhập"));
        });

    assertThat(only(DESK, list).state()).isEqualTo(HandoverLine.State.WITHDRAWN);
    number = sent;
    assertThat(last().event()).isEqualTo("PAPERS_WITHDRAWN");
    assertThat(last().reason()).isEqualTo("Bên giao đã sáp nhập");
    assertThat(aList(DESK, DESK_UNIT, sent)).as("it goes with the next list").isPositive();
  }

  @Test
  void aListThatAnEndedUnitWasMakingIsDroppedByAnAdministratorAndNotSent() {
    String mine = aPermit("Công ty Đang Lập");
    long list = aList(DESK, DESK_UNIT, mine);
    refuses(
        "not-the-giver",
        "Chỉ người của bên giao",
        () -> acts(ADMINISTRATOR, () -> making.drop(list)));

    theDeskHasEnded(
        () -> {
          assertThat(box(ADMINISTRATOR, HandoverLists.Box.DRAFT)).contains(list);
          HandoverBatch seen = play.as(ADMINISTRATOR, () -> lists.whole(list)).batch();
          assertThat(seen.mayGive()).isFalse();
          assertThat(seen.mayTakeBack()).isTrue();
          refuses(
              "not-the-giver",
              "đã kết thúc hoạt động",
              () -> acts(ADMINISTRATOR, () -> making.send(list, 1)));
          refuses(
              "not-the-giver",
              "đã kết thúc hoạt động",
              () -> acts("thanhtra", () -> making.drop(list)));

          acts(ADMINISTRATOR, () -> making.drop(list));
          acts(ADMINISTRATOR, () -> making.drop(list));
        });

    assertThat(box(DESK, HandoverLists.Box.DRAFT)).doesNotContain(list);
    assertThat(aList(DESK, DESK_UNIT, mine)).as("it goes with the next list").isPositive();
  }

  @Test
  void aListThatAColleagueChangedIsNotSentUnseen() {
    String mine = aPermit("Công ty Của Tôi");
    String theirs = aPermit("Công ty Của Đồng Nghiệp");
    long list = aList(DESK, DESK_UNIT, mine, theirs);

    refuses(
        "handover-changed",
        "hiện có 2 hồ sơ, không phải 1",
        () -> acts(DESK, () -> making.send(list, 1)));
    assertThat(only(DESK, list).state()).isEqualTo(HandoverLine.State.LISTED);

    acts(DESK, () -> making.send(list, 2));
    refuses(
        "handover-changed",
        "đã được gửi với 2 hồ sơ, không phải 1",
        () -> acts(DESK, () -> making.send(list, 1)));
    assertThat(only(DESK, list).state()).isEqualTo(HandoverLine.State.SENT);
  }

  @Test
  void papersThatWentWithListsDoNotStandInTheWayOfTakingAStepBack() {
    aPermitAtTheSpecialist();
    String appraise = task("Task_Appraise").getId();
    does("chuyenvien", "Task_Appraise", grant());
    long missed = aSentList("motcua", DEPARTMENT, number);
    confirms(missed);
    long line = only("motcua", missed).id();
    acts("motcua", () -> taking.withdraw(line, "Còn ở quầy"));
    long taken = aSentList("motcua", DEPARTMENT, number);
    confirms(taken, only("motcua", taken).id());
    assertThat(journal())
        .contains("PAPERS_SENT", "PAPERS_MISSING", "PAPERS_WITHDRAWN", "PAPERS_RECEIVED");

    acts("chuyenvien", () -> returning.takeBack(appraise, "Bấm nhầm"));

    assertThat(openSteps()).containsExactly("Task_Appraise");
  }

  @Test
  void aLongListIsReadWithNoMoreQueriesThanAShortOne() {
    long one = aConfirmedList(1);
    long many = aConfirmedList(4);

    assertThat(statements(() -> lists.whole(many))).isEqualTo(statements(() -> lists.whole(one)));
  }

  private long aConfirmedList(int length) {
    List<String> numbers = new ArrayList<>();
    for (int at = 1; at <= length; at++) {
      numbers.add(aPermit("Công ty Thứ " + at));
    }
    long list = aSentList(DESK, DESK_UNIT, numbers.toArray(String[]::new));
    confirms(list);
    return list;
  }

  /** How many statements Hibernate sends, which all about people and units goes through. */
  private long statements(Runnable read) {
    Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    try {
      return play.as(
          DESK,
          () -> {
            statistics.clear();
            read.run();
            return statistics.getPrepareStatementCount();
          });
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }
}
