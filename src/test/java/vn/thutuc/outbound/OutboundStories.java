package vn.thutuc.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.DossierProblem;

/** Acts leave the house: once each, in order, again when they must, and never unseen. */
@HouseTest
@Import(OtherSide.Connected.class)
class OutboundStories {

  private static final String DESK = "motcua";

  @Autowired private OutboundActs acts;
  @Autowired private OutboundDrain drain;
  @Autowired private OutboundDesk desk;
  @Autowired private OtherSide other;
  @Autowired private FailedActs failed;
  @Autowired private OutboundRows rows;
  @Autowired private OutboundSettings settings;
  @Autowired private Channels channels;
  @Autowired private ActWords labels;
  @Autowired private ObjectProvider<Incidents> incidents;
  @Autowired private Play play;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;
  @Autowired private Now now;
  @Autowired private PlatformTransactionManager transactions;

  private String number;

  @BeforeEach
  void aDossier() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    number =
        play.receives(DESK, DemoSubmissions.organisation("1.000028", "Công ty Gửi Đi").build());
    nothingWaits();
    runtime
        .createIncidentQuery()
        .incidentType("outbound")
        .list()
        .forEach(incident -> runtime.resolveIncident(incident.getId()));
    other.begins();
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private void nothingWaits() {
    jdbc.sql("update outbound_act set state = 'NEEDLESS' where state in ('WRITTEN', 'FAILED')")
        .update();
  }

  private void writes(String... events) {
    for (String event : events) {
      acts.write(new OutboundActs.Act(number, "FORWARD", event, "Task_Test", "turn-" + event));
    }
  }

  private OutboundActs.Written act(String event) {
    return acts.of(number).stream()
        .filter(one -> one.event().equals(event))
        .findFirst()
        .orElseThrow();
  }

  private void later(Duration by) {
    play.to(now.local().plus(by));
  }

  private <T> T as(String person, Callable<T> work) {
    return play.as(
        person,
        () -> {
          try {
            return work.call();
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private List<Incident> incidents() {
    return runtime.createIncidentQuery().incidentType("outbound").list();
  }

  @Test
  void whatIsWrittenIsSentOnceAndKeptWithItsReference() {
    writes("tax");
    writes("tax");
    drain.drain();
    drain.drain();
    assertThat(other.events()).containsExactly("tax");
    assertThat(act("tax").state()).isEqualTo(ActState.SENT);
    assertThat(other.endings()).containsExactly(ActState.SENT);
    assertThat(
            jdbc.sql("select reference from outbound_act where id = ?")
                .param(act("tax").id())
                .query()
                .singleValue())
        .isEqualTo("ref-" + act("tax").id());
  }

  @Test
  void whatRollsBackIsNeverSent() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              writes("undone");
              status.setRollbackOnly();
            });
    drain.drain();
    assertThat(other.events()).isEmpty();
  }

  @Test
  void nothingIsSentInsideATransaction() {
    assertThatThrownBy(
            () ->
                new TransactionTemplate(transactions).executeWithoutResult(status -> drain.drain()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anActWithoutAChannelIsKeptAsNotConnected() {
    Channels none = new Channels(new StaticListableBeanFactory().getBeanProvider(Channel.class));
    OutboundActs alone = new OutboundActs(jdbc, none, rows, labels, incidents, now);
    alone.write(new OutboundActs.Act(number, "FORWARD", "tax", "Task_Test", "1"));
    assertThat(alone.isConnected("FORWARD")).isFalse();
    assertThat(act("tax").state()).isEqualTo(ActState.UNCONNECTED);
    drain.drain();
    assertThat(other.events()).as("connected later, it is not sent by itself").isEmpty();
    as(
        "quantri",
        () -> {
          desk.retry(act("tax").id());
          return null;
        });
    drain.drain();
    assertThat(act("tax").state()).isEqualTo(ActState.SENT);
  }

  @Test
  void aSystemThatIsDownForAnHourGetsEverythingInOrderWhenItIsBack() {
    other.behaves(act -> Outcome.later("Hệ thống nhận đang bảo trì."));
    writes("first", "second", "third");
    for (int minute = 0; minute < 60; minute++) {
      drain.drain();
      later(Duration.ofMinutes(1));
    }
    assertThat(other.events()).isNotEmpty().containsOnly("first");
    assertThat(act("first").words()).isEqualTo("Hệ thống nhận đang bảo trì.");
    assertThat(
            jdbc.sql("select count(distinct due_at) from outbound_act where id in (:acts)")
                .param("acts", List.of(act("first").id(), act("second").id(), act("third").id()))
                .query(Long.class)
                .single())
        .as("what waits for the first is not looked at before it is")
        .isOne();
    other.begins();
    later(Duration.ofMinutes(30));
    drain.drain();
    assertThat(other.events()).containsExactly("first", "second", "third");
    assertThat(incidents()).isEmpty();
  }

  @Test
  void aPoisonActBlocksOnlyItself() {
    other.behaves(
        act ->
            act.event().equals("poison")
                ? Outcome.refused("Cơ quan nhận từ chối: sai mã đơn vị.")
                : OtherSide.takes(act));
    writes("before", "poison", "after");
    drain.drain();
    assertThat(other.events()).containsExactly("before", "poison", "after");
    assertThat(act("poison").state()).isEqualTo(ActState.FAILED);
    assertThat(act("after").state()).isEqualTo(ActState.SENT);
  }

  @Test
  void aFailedActIsAnIncidentUntilItIsSentAgain() {
    other.behaves(act -> Outcome.refused("Cơ quan nhận từ chối: sai mã đơn vị."));
    writes("tax");
    drain.drain();
    assertThat(incidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.getIncidentMessage()).contains("sai mã đơn vị");
              assertThat(incident.getConfiguration()).isEqualTo(String.valueOf(act("tax").id()));
            });
    other.behaves(OtherSide::takes);
    String incident = incidents().get(0).getId();
    as(
        "quantri",
        () -> {
          desk.retryIncident(incident);
          return null;
        });
    assertThat(incidents()).isEmpty();
    drain.drain();
    assertThat(act("tax").state()).isEqualTo(ActState.SENT);
    assertThat(as("quantri", () -> desk.attempts(act("tax").id())))
        .extracting(OutboundDesk.Attempt::outcome)
        .containsExactly("FAILED", "RETRIED", "SENT");
  }

  @Test
  void anIncidentThatLeftWithItsStepIsRaisedAgain() {
    other.behaves(act -> Outcome.refused("Không nhận."));
    writes("tax");
    drain.drain();
    incidents().forEach(incident -> runtime.resolveIncident(incident.getId()));
    assertThat(failed.look()).isEqualTo(1);
    assertThat(failed.look()).isZero();
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void anActIsGivenUpAfterADay() {
    other.behaves(act -> Outcome.later("Không kết nối được."));
    writes("tax");
    for (int hour = 0; hour < 25; hour++) {
      drain.drain();
      later(Duration.ofHours(1));
    }
    assertThat(act("tax").state()).isEqualTo(ActState.FAILED);
    assertThat(act("tax").words()).startsWith("Đã thử ").endsWith("Không kết nối được.");
  }

  @Test
  void anExpiredActIsNotSent() {
    acts.write(
        new OutboundActs.Act(
            number, "FORWARD", "stale", "Task_Test", "1", null, now.instant().plusSeconds(60)));
    later(Duration.ofMinutes(2));
    drain.drain();
    assertThat(other.events()).isEmpty();
    assertThat(act("stale").state()).isEqualTo(ActState.EXPIRED);
  }

  @Test
  void aNodeThatDiedWhileSendingLeavesTheActToAnother() {
    other.behaves(
        act -> {
          throw new Killed();
        });
    writes("tax");
    assertThatThrownBy(drain::drain).isInstanceOf(Killed.class);
    other.behaves(OtherSide::takes);
    drain.drain();
    assertThat(act("tax").state()).as("the lease still stands").isEqualTo(ActState.WRITTEN);
    later(settings.lease().plusSeconds(1));
    anotherNode().drain();
    assertThat(act("tax").state()).isEqualTo(ActState.SENT);
    assertThat(other.keys())
        .hasSize(2)
        .as("the other side can tell")
        .containsOnly(other.keys().get(0));
  }

  /** What a kill looks like from inside: nothing after it is done. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  @Test
  void whatFollowsFromASentActIsNotLostUnseen() {
    other.losesTheEnd(true);
    writes("tax");
    drain.drain();
    assertThat(act("tax").state()).isEqualTo(ActState.FAILED);
    assertThat(act("tax").words()).contains("Đã gửi đi");
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void sentDeliveredAndOpenedAreThreeThings() {
    writes("tax");
    drain.drain();
    long id = act("tax").id();
    acts.proof(id, OutboundActs.Proof.DELIVERED, now.instant(), "Đã đến.");
    acts.proof(id, OutboundActs.Proof.DELIVERED, now.instant(), "Đã đến.");
    assertThat(act("tax").state()).isEqualTo(ActState.DELIVERED);
    acts.proof(id, OutboundActs.Proof.OPENED, now.instant(), null);
    assertThat(act("tax").state()).isEqualTo(ActState.OPENED);
    acts.proof(id, OutboundActs.Proof.DELIVERED, now.instant(), "Muộn.");
    assertThat(act("tax").state()).isEqualTo(ActState.OPENED);
    assertThat(as("quantri", () -> desk.attempts(id)))
        .extracting(OutboundDesk.Attempt::outcome)
        .containsExactly("SENT", "DELIVERED", "OPENED");
  }

  @Test
  void anOfficerOfAnotherUnitLooksAfterNothingHere() {
    other.behaves(act -> Outcome.refused("Không nhận."));
    writes("tax");
    drain.drain();
    long id = act("tax").id();
    assertThat(as(DESK, () -> desk.page(OutboundDesk.Wanted.FAILED, null)))
        .extracting(OutboundDesk.Row::id)
        .contains(id);
    assertThat(as("motcuatnmt", () -> desk.page(OutboundDesk.Wanted.FAILED, null)))
        .extracting(OutboundDesk.Row::id)
        .doesNotContain(id);
    assertThatThrownBy(() -> as("motcuatnmt", () -> desk.attempts(id)))
        .isInstanceOf(DossierProblem.class);
    assertThatThrownBy(() -> as("thietke", () -> desk.page(OutboundDesk.Wanted.FAILED, null)))
        .isInstanceOf(DossierProblem.class);
  }

  @Test
  void whatWasSettledAnotherWayIsClosedWithAReason() {
    other.behaves(act -> Outcome.refused("Không nhận."));
    writes("tax");
    drain.drain();
    long id = act("tax").id();
    assertThatThrownBy(() -> closes(id, " ")).isInstanceOf(DossierProblem.class);
    closes(id, "Đã gọi điện cho cơ quan thuế.");
    assertThat(act("tax").state()).isEqualTo(ActState.NEEDLESS);
    assertThat(incidents()).isEmpty();
    assertThat(other.endings()).containsExactly(ActState.FAILED, ActState.NEEDLESS);
    assertThatThrownBy(() -> closes(id, "Hai lần")).isInstanceOf(DossierProblem.class);
  }

  private void closes(long id, String reason) {
    as(
        DESK,
        () -> {
          desk.close(id, reason);
          return null;
        });
  }

  @Test
  void theOldestUnsentActHasAnAge() {
    assertThat(rows.oldest("BODY")).isEmpty();
    other.behaves(act -> Outcome.later("Chờ."));
    writes("tax");
    later(Duration.ofMinutes(5));
    assertThat(rows.oldest("BODY")).contains(now.instant().minus(Duration.ofMinutes(5)));
  }

  @Test
  void twoNodesBringOutFiveThousandActsOnceEachAndInOrder() throws Exception {
    List<String> numbers = new ArrayList<>(List.of(number));
    IntStream.range(1, 50)
        .forEach(
            i ->
                numbers.add(
                    play.receives(
                        DESK, DemoSubmissions.organisation("1.000028", "Công ty " + i).build())));
    nothingWaits();
    for (int turn = 0; turn < 100; turn++) {
      for (String one : numbers) {
        acts.write(new OutboundActs.Act(one, "FORWARD", "e%03d".formatted(turn), "Task_Test", "1"));
      }
    }
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> tried =
          List.of(
              nodes.submit(() -> drain.drain("BODY")),
              nodes.submit(() -> anotherNode().drain("BODY")));
      int sum = 0;
      for (Future<Integer> one : tried) {
        sum += one.get();
      }
      // A node may find the last ones taken by the other and go home before they are sent.
      sum += drain.drain("BODY");
      assertThat(sum).isEqualTo(5_000);
    } finally {
      nodes.shutdown();
    }
    assertThat(other.keys()).hasSize(5_000).doesNotHaveDuplicates();
    numbers.forEach(one -> assertThat(other.eventsOf(one)).hasSize(100).isSorted());
  }

  private OutboundDrain anotherNode() {
    return new OutboundDrain(channels, rows, settings, failed, now, transactions);
  }
}
