package vn.thutuc.postal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.NoticeWish;
import vn.thutuc.dossier.Wishes;
import vn.thutuc.outbound.ActState;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.process.EnginePlay;

/** The applicant wants the result another way than was said at reception. */
class WishStories extends PostalCase {

  private static final String NEW_HOME = "Số 1 phố Mới, tỉnh Lạng Sơn";
  private static final String REASON = "Người nộp gọi điện đề nghị";

  @Autowired private Wishes wishes;
  @Autowired private RuntimeService runtime;
  @Autowired private EnginePlay people;

  private void isReceived(ReturnMethod way) {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    number =
        play.receives(
            DESK, DemoSubmissions.organisation("1.000028", "Công ty Đổi Ý").back(way).build());
  }

  private void isDecided() {
    does("Task_CheckPapers", Map.of("papersChecked", true, "checkResult", "complete"));
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of("opinion", "Đạt", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));
    play.does("truongphong", number, "Task_Review", Map.of("headDecision", "approve"));
    play.does("lanhdao", number, "Task_Sign", Map.of("leaderDecision", "approve"));
    play.does(
        "vanthu",
        number,
        "Task_Number",
        Map.of("resultNumber", "17/GPLHX", "resultDate", "2026-03-03"));
  }

  private void wishes(ReturnMethod way, String address) {
    changes(new Wishes.Change(way, address, null, REASON));
  }

  private void changes(Wishes.Change change) {
    play.as(
        DESK,
        () -> {
          wishes.change(number, change);
          return null;
        });
  }

  private Wishes.Wish wish() {
    return play.as(DESK, () -> wishes.of(number));
  }

  private List<Map<String, Object>> orders() {
    return CARRIER.findAll(postRequestedFor(urlEqualTo("/postOrder"))).stream()
        .map(request -> read(request.getBodyAsString()))
        .toList();
  }

  private List<ActState> posts() {
    return acts.of(number).stream()
        .filter(act -> act.kind().equals("POST"))
        .map(OutboundActs.Written::state)
        .toList();
  }

  @Test
  void changedFromTheDeskToPostAfterReceptionTheParcelIsBooked() {
    isReceived(ReturnMethod.COUNTER);
    wishes(ReturnMethod.POSTAL, NEW_HOME);
    isDecided();

    assertThat(play.openSteps(number)).containsExactly("Task_HandToPost");
    drain.drain();

    assertThat(parcel().state()).isEqualTo("BOOKED");
    assertThat(orders()).hasSize(1);
    assertThat(orders().get(0)).containsEntry("ReceiverAddress", NEW_HOME);
    assertThat(dossier().returnMethod().code()).isEqualTo("POSTAL");
    assertThat(dossier().timeline())
        .filteredOn(line -> line.event().equals("WISH_CHANGED"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.label())
                  .endsWith("Nhận tại quầy → Nhận qua bưu chính công ích; địa chỉ nhận mới");
              assertThat(line.reason()).isEqualTo(REASON);
            });
    assertThat(flags()).isNotEmpty().allSatisfy(flag -> assertThat(flag).isEqualTo("POSTAL"));
  }

  /** How the result goes, as the processes of the dossier have it. */
  private List<Object> flags() {
    return runtime
        .createVariableInstanceQuery()
        .variableName("returnMethod")
        .processInstanceIdIn(instances())
        .list()
        .stream()
        .map(VariableInstance::getValue)
        .toList();
  }

  private String[] instances() {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
        .map(instance -> instance.getId())
        .toArray(String[]::new);
  }

  @Test
  void aResultThatWaitsAtTheDeskGoesByPostAtOnce() {
    isReceived(ReturnMethod.COUNTER);
    isDecided();
    assertThat(play.openSteps(number)).containsExactly("Task_ReturnAtCounter");

    wishes(ReturnMethod.POSTAL, NEW_HOME);

    assertThat(play.openSteps(number)).containsExactly("Task_HandToPost");
    drain.drain();
    assertThat(parcel().state()).isEqualTo("BOOKED");
    calls("500", "2026-03-04T10:00:00");
    assertThat(dossier().state().code()).isEqualTo("10");
  }

  @Test
  void whatIsWrittenAndNotOrderedYetIsTakenBack() {
    aResultGoesByPost();

    wishes(ReturnMethod.COUNTER, null);
    drain.drain();

    assertThat(play.openSteps(number)).containsExactly("Task_ReturnAtCounter");
    assertThat(posts()).containsExactly(ActState.NEEDLESS);
    assertThat(orders()).isEmpty();
  }

  @Test
  void anOrderTheCarrierHasIsCancelledFirst() {
    isBooked();
    assertThat(wish().wayRefusal()).contains(parcel().orderNumber(), "Hãy hủy yêu cầu");
    assertThatThrownBy(() -> wishes(ReturnMethod.COUNTER, null))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("Bưu chính đã nhận yêu cầu");
    assertThat(dossier().returnMethod().code()).isEqualTo("POSTAL");

    long id = parcel().id();
    play.as(DESK, () -> desk.cancel(id, REASON));
    assertThat(play.openSteps(number)).containsExactly("Task_FailedDelivery");
    wishes(ReturnMethod.COUNTER, null);

    assertThat(play.openSteps(number)).containsExactly("Task_ReturnAtCounter");
  }

  @Test
  void anOrderTheCarrierRefusedGoesOutAnewToTheAddressThatIsRight() {
    aResultGoesByPost();
    orders(okJson("{\"Status\":\"9\",\"Message\":\"Sai địa chỉ\"}"));
    drain.drain();
    assertThat(posts()).containsExactly(ActState.FAILED);
    orders(okJson("{\"Status\":\"1\"}"));

    wishes(ReturnMethod.POSTAL, NEW_HOME);
    drain.drain();

    assertThat(posts()).containsExactly(ActState.NEEDLESS, ActState.SENT);
    assertThat(orders())
        .extracting(order -> order.get("ReceiverAddress"))
        .last()
        .isEqualTo(NEW_HOME);
    assertThat(play.as(DESK, () -> desk.of(number)))
        .extracting(ParcelView::state)
        .containsExactly("BOOKED", "CANCELLED");
    assertThat(play.openSteps(number)).containsExactly("Task_HandToPost");
  }

  @Test
  void whatTheCarrierHasCollectedGoesNoOtherWayButNoticesMay() {
    isBooked();
    calls("200", "2026-03-03T09:00:00");

    assertThatThrownBy(() -> wishes(ReturnMethod.COUNTER, null))
        .hasMessageContaining("đã bàn giao cho bưu chính");
    assertThatThrownBy(() -> wishes(ReturnMethod.POSTAL, NEW_HOME))
        .hasMessageContaining("đã bàn giao cho bưu chính");
    changes(new Wishes.Change(ReturnMethod.POSTAL, null, NoticeWish.NECESSARY, REASON));

    assertThat(wish().notices().code()).isEqualTo("NECESSARY");
    assertThat(wish().wayRefusal()).contains("DM000000001VN");
    calls("500", "2026-03-04T10:00:00");
    assertThat(wish().allowed()).isFalse();
    assertThat(wish().refusal()).contains("đã kết thúc");
    assertThatThrownBy(() -> wishes(ReturnMethod.COUNTER, null))
        .hasMessageContaining("đã kết thúc");
  }

  @Test
  void whatWasHandedOverByHandGoesNoOtherWay() {
    aResultGoesByPost();
    does("Task_HandToPost", Map.of("parcelNumber", "VN123456789"));

    assertThatThrownBy(() -> wishes(ReturnMethod.COUNTER, null))
        .hasMessageContaining("đã bàn giao cho bưu chính hoặc đã gửi bản điện tử");
  }

  @Test
  void whatCameBackGoesOutAgain() {
    isBooked();
    calls("200", "2026-03-03T09:00:00");
    calls("600", "2026-03-05T09:00:00");
    assertThat(play.openSteps(number)).containsExactly("Task_ReturnAtCounter");

    wishes(ReturnMethod.POSTAL, null);
    drain.drain();

    assertThat(play.openSteps(number)).containsExactly("Task_HandToPost");
    assertThat(orderNumbers()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void twoWishesAtOnceLeaveOneWayInDossierAndProcess() throws Exception {
    isReceived(ReturnMethod.COUNTER);
    isDecided();
    CyclicBarrier together = new CyclicBarrier(2);
    List<CompletableFuture<String>> both =
        Stream.of(
                new Wishes.Change(ReturnMethod.POSTAL, NEW_HOME, null, REASON),
                new Wishes.Change(ReturnMethod.ELECTRONIC, null, null, REASON))
            .map(change -> CompletableFuture.supplyAsync(() -> tries(change, together)))
            .toList();
    for (CompletableFuture<String> one : both) {
      assertThat(one.get(60, TimeUnit.SECONDS)).isIn("done", "result-is-out");
    }
    String way = dossier().returnMethod().code();
    assertThat(way).isNotEqualTo("COUNTER");
    assertThat(flags()).isNotEmpty().allSatisfy(flag -> assertThat(flag).isEqualTo(way));
    play.settle();
    assertThat(play.openSteps(number))
        .isEqualTo(way.equals("POSTAL") ? List.of("Task_HandToPost") : List.of());
  }

  private String tries(Wishes.Change change, CyclicBarrier together) {
    try {
      together.await(30, TimeUnit.SECONDS);
      // Without letting jobs run in between: both are to meet.
      return people.as(
          DESK,
          () -> {
            wishes.change(number, change);
            return "done";
          });
    } catch (DossierProblem refused) {
      return refused.code();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anotherDeskAndOtherOfficersChangeNothing() {
    isReceived(ReturnMethod.COUNTER);
    assertThatThrownBy(
            () ->
                play.as(
                    "truongphong",
                    () -> {
                      wishes.change(
                          number, new Wishes.Change(ReturnMethod.POSTAL, NEW_HOME, null, REASON));
                      return null;
                    }))
        .hasMessageContaining("Chỉ cán bộ Bộ phận Một cửa");
    assertThat(dossier().timeline())
        .extracting(DossierDocument.Event::event)
        .doesNotContain("WISH_CHANGED");
  }
}
