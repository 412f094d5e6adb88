package vn.thutuc.postal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.outbound.ActState;
import vn.thutuc.tracking.TrackedThings;

/** A result goes by post: ordered once, followed, delivered, or back at the desk. */
class ParcelStories extends PostalCase {

  private long parcels() {
    return jdbc.sql(
            """
            select count(*) from parcel p join dossier d on d.id = p.dossier_id where d.number = ?
            """)
        .param(number)
        .query(Long.class)
        .single();
  }

  private List<String> states() {
    return whole(parcel().id()).events().stream()
        .filter(ParcelView.Said::moved)
        .map(ParcelView.Said::label)
        .toList();
  }

  @Autowired private TrackedThings tracked;

  @Test
  void fromTheOrderToTheApplicantTheProcessGoesOnByItself() {
    isBooked();
    assertThat(act().state()).isEqualTo(ActState.SENT);
    Map<String, Object> order =
        read(CARRIER.findAll(postRequestedFor(urlEqualTo("/postOrder"))).get(0).getBodyAsString());
    assertThat(order)
        .containsEntry("CustomerCode", "LS")
        .containsEntry("ReceiverName", "Công ty Nhận Thư")
        .containsEntry("ReceiverProvince", "25")
        .containsEntry("ReceiverAddress", "Thôn Thử Nghiệm, tỉnh Lạng Sơn")
        .containsEntry("SenderName", "Sở Xây dựng");

    calls("200", "2026-03-03T09:00:00");
    assertThat(play.openSteps(number)).as("nobody has to hand it over any more").isEmpty();
    calls("300", "2026-03-03T15:00:00");
    calls("500", "2026-03-04T10:00:00");

    assertThat(dossier().state().code()).isEqualTo("10");
    assertThat(act().state()).isEqualTo(ActState.DELIVERED);
    assertThat(act().deliveredAt()).isEqualTo("2026-03-04T03:00:00Z");
    assertThat(states())
        .containsExactlyInAnyOrder(
            "Bưu chính đã nhận yêu cầu", "Bưu tá đã nhận bưu gửi", "Đang vận chuyển", "Đã phát");
    assertThat(dossier().timeline())
        .extracting(DossierDocument.Event::label)
        .contains("Bưu chính: Gửi kết quả – Đã phát");
    assertThat(parcel().itemCode()).isEqualTo("DM000000001VN");
    assertThat(tracked.of(number))
        .as("what the applicant reads")
        .extracting(TrackedThings.Thing::what, TrackedThings.Thing::state)
        .containsExactly(
            tuple("Bưu gửi trả kết quả qua bưu chính công ích, số hiệu DM000000001VN", "Đã phát"));
  }

  @Test
  void anOrderWhoseAnswerWasLostIsOneParcel() {
    aResultGoesByPost();
    orders(okJson("{\"Status\":\"1\"}").withFixedDelay(11_000));
    drain.drain();
    assertThat(act().state()).isEqualTo(ActState.WRITTEN);
    assertThat(parcel().state()).isEqualTo("REQUESTED");

    orders(okJson("{\"Status\":\"2\",\"Message\":\"Số yêu cầu đã có\"}"));
    later(Duration.ofMinutes(1));
    drain.drain();

    assertThat(act().state()).isEqualTo(ActState.SENT);
    assertThat(parcel().state()).isEqualTo("BOOKED");
    assertThat(parcels()).isEqualTo(1);
    assertThat(orderNumbers()).hasSize(2).containsOnly(parcel().orderNumber());
    assertThat(whole(parcel().id()).events().get(0).message()).contains("từ trước");
  }

  @Test
  void aCarrierThatIsDownIsAskedAgainUntilItTakesTheOrder() {
    aResultGoesByPost();
    orders(broken());
    for (int i = 0; i < 3; i++) {
      drain.drain();
      later(Duration.ofMinutes(2));
    }
    assertThat(act().state()).isEqualTo(ActState.WRITTEN);
    assertThat(orderNumbers()).hasSize(3);

    orders(okJson("{\"Status\":\"1\"}"));
    drain.drain();

    assertThat(act().state()).isEqualTo(ActState.SENT);
    assertThat(act().attempts()).isEqualTo(4);
    assertThat(orderNumbers()).containsOnly(parcel().orderNumber());
    assertThat(parcels()).isEqualTo(1);
  }

  @Test
  void aRefusedOrderSaysWhyAndTheDeskCanStillHandItOver() {
    aResultGoesByPost();
    orders(okJson("{\"Status\":\"9\",\"Message\":\"Sai mã tỉnh\"}"));
    drain.drain();

    assertThat(act().state()).isEqualTo(ActState.FAILED);
    assertThat(act().words()).contains("Sai mã tỉnh");
    assertThat(parcel().problem()).contains("Sai mã tỉnh");
    does("Task_HandToPost", Map.of("parcelNumber", "VN123456789"));
    assertThat(play.openSteps(number)).isEmpty();
    long id = parcel().id();
    play.as(DESK, () -> desk.enter(id, "DELIVERED", "Đã hỏi bưu cục"));
    assertThat(dossier().state().code()).isEqualTo("10");
  }

  @Test
  void whatIsSaidTwiceOrLateChangesNothingAndIsKept() {
    isBooked();
    calls("500", "2026-03-04T10:00:00");
    assertThat(dossier().state().code()).as("delivered without a word before").isEqualTo("10");
    calls("500", "2026-03-04T10:00:00");
    calls("200", "2026-03-03T09:00:00");
    calls("300", "2026-03-03T15:00:00");
    calls("300", "2026-03-03T15:00:00");
    calls("400", "2026-03-04T08:00:00");

    assertThat(parcel().state()).isEqualTo("DELIVERED");
    List<ParcelView.Said> said =
        whole(parcel().id()).events().stream()
            .filter(one -> one.source().equals("CALLBACK"))
            .toList();
    assertThat(said).hasSize(4);
    assertThat(said).filteredOn(ParcelView.Said::moved).hasSize(1);
    assertThat(dossier().timeline().stream().filter(one -> one.event().equals("RETURNED")))
        .hasSize(1);
  }

  @Test
  void aForgedOrStaleCallIsRefusedAndLogged() {
    isBooked();
    long second = now.instant().getEpochSecond();
    String body = text(row(parcel().orderNumber(), "500", "2026-03-04T10:00:00"));
    assertThat(posts(body, null, null).statusCode()).isEqualTo(401);
    assertThat(posts(body, Long.toString(second), "00ff").statusCode()).isEqualTo(401);
    assertThat(callsWith("another-secret-altogether", second, "500", "2026-03-04T10:00:00"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(401));
    assertThat(callsWith(SECRET, second - 301, "500", "2026-03-04T10:00:00").statusCode())
        .isEqualTo(401);

    assertThat(parcel().state()).isEqualTo("BOOKED");
    assertThat(play.openSteps(number)).containsExactly("Task_HandToPost");
    assertThat(
            jdbc.sql("select count(*) from access_log where action = 'POSTAL_CALL_REFUSED'")
                .query(Long.class)
                .single())
        .isGreaterThanOrEqualTo(4);
    String nothing = "{}";
    byte[] signature = CarrierCalls.sign(SECRET, Long.toString(second), nothing.getBytes());
    assertThat(
            posts(nothing, Long.toString(second), java.util.HexFormat.of().formatHex(signature))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aCodeNobodyKnowsIsShownAndNeverGuessed() {
    isBooked();
    calls("777", "2026-03-03T11:00:00");
    assertThat(parcel().state()).isEqualTo("BOOKED");
    assertThat(whole(parcel().id()).events())
        .filteredOn(one -> "777".equals(one.code()))
        .singleElement()
        .satisfies(one -> assertThat(one.label()).isNull());
  }

  @Test
  void whatCannotBeDeliveredComesBackToTheDeskAndGoesOnceMore() {
    isBooked();
    calls("200", "2026-03-03T09:00:00");
    calls("400", "2026-03-04T10:00:00");
    assertThat(play.openSteps(number)).containsExactly("Task_FailedDelivery");
    ParcelView first = parcel();

    does(
        "Task_FailedDelivery",
        Map.of(
            "parcelDecision",
            "resend",
            "deliveryAddress",
            "Số 1 phố Mới, Hà Nội",
            "note",
            "Đã gọi"));
    drain.drain();

    assertThat(parcels()).isEqualTo(2);
    assertThat(parcel().orderNumber()).isNotEqualTo(first.orderNumber());
    assertThat(whole(parcel().id()).address()).isEqualTo("Số 1 phố Mới, Hà Nội");
    assertThat(play.openSteps(number)).containsExactly("Task_HandToPost");
    jdbc.sql("update parcel set to_tell = 'DELIVERED' where id = ?").param(first.id()).update();
    look.look();
    assertThat(dossier().state().code()).as("the old parcel speaks for nobody").isEqualTo("9");

    calls("200", "2026-03-05T09:00:00");
    calls("600", "2026-03-09T10:00:00");
    assertThat(play.openSteps(number)).containsExactly("Task_ReturnAtCounter");
  }

  @Test
  void aSecondAttemptOfTheCarrierEndsTheTaskOfTheDesk() {
    isBooked();
    calls("200", "2026-03-03T09:00:00");
    calls("400", "2026-03-04T10:00:00");
    assertThat(play.openSteps(number)).containsExactly("Task_FailedDelivery");
    calls("500", "2026-03-05T10:00:00");
    assertThat(dossier().state().code()).isEqualTo("10");
  }

  @Test
  void aDeskTakesAnOrderBackBeforeItIsCollectedAndNotAfter() {
    isBooked();
    long id = parcel().id();
    assertThatThrownBy(() -> play.as(DESK, () -> desk.cancel(id, " ")))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("Lý do hủy");
    assertThatThrownBy(() -> play.as("motcuatuphap", () -> desk.cancel(id, "Thử")))
        .hasMessageContaining("Không tìm thấy bưu gửi");
    play.as(DESK, () -> desk.cancel(id, "Người nhận xin nhận tại quầy"));
    CARRIER.verify(1, postRequestedFor(urlEqualTo("/cancelOrder")));
    assertThat(play.openSteps(number)).containsExactly("Task_FailedDelivery");
    does("Task_FailedDelivery", Map.of("parcelDecision", "counter", "note", "Đã hẹn"));
    assertThat(play.openSteps(number)).containsExactly("Task_ReturnAtCounter");
    assertThatThrownBy(() -> play.as(DESK, () -> desk.cancel(id, "Lần nữa")))
        .hasMessageContaining("không hủy được nữa");
  }

  @Test
  void whereTheCarrierIsSilentForDaysAnOfficerMaySayWhatBecameOfIt() {
    isBooked();
    calls("200", "2026-03-03T09:00:00");
    long id = parcel().id();
    assertThatThrownBy(() -> play.as(DESK, () -> desk.enter(id, "DELIVERED", "Đã gọi bưu cục")))
        .hasMessageContaining("vẫn đang báo");
    later(Duration.ofDays(3));
    play.as(DESK, () -> desk.enter(id, "DELIVERED", "Đã gọi bưu cục"));
    assertThat(dossier().state().code()).isEqualTo("10");
    assertThat(whole(id).events())
        .filteredOn(one -> one.source().equals("HAND"))
        .singleElement()
        .satisfies(one -> assertThat(one.by()).contains("Sở Xây dựng"));
  }

  @Test
  void whatTheProcessDoesNotWaitForIsKeptAndToldLaterOnce() {
    isBooked();
    jdbc.sql("update parcel set state = 'DELIVERED', to_tell = 'DELIVERED' where id = ?")
        .param(parcel().id())
        .update();
    look.look();
    assertThat(dossier().state().code()).isEqualTo("10");
    look.look();
    assertThat(
            jdbc.sql("select count(*) from parcel where to_tell is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void theListOfTheCarrierIsReadOnAndOnlyOnOneNode() {
    isBooked();
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(row(parcel().orderNumber(), "200", "2026-03-03T09:00:00"));
    rows.add(row(parcel().orderNumber(), "500", "2026-03-04T09:00:00"));
    rows.add(row("someone-elses", "500", "2026-03-04T09:00:00"));
    rows.add(Map.of("Id", 1_003, "OrderNumber", "broken"));
    for (int i = 0; i < 3; i++) {
      rows.get(i).put("Id", 1_000 + i);
    }
    CARRIER.stubFor(post("/getOrderTracking").willReturn(okJson(text(rows))));
    jdbc.sql("delete from carrier_cursor").update();

    assertThat(look.poll()).isEqualTo(6);
    play.settle();
    assertThat(dossier().state().code()).isEqualTo("10");
    assertThat(jdbc.sql("select last_id from carrier_cursor").query(Long.class).single())
        .isEqualTo(1_002);
    assertThat(whole(parcel().id()).events()).hasSize(3);

    jdbc.sql("update carrier_cursor set held_until = '2026-03-03T08:20+07:00'").update();
    assertThat(look.poll()).as("another node reads").isEqualTo(-1);
    later(Duration.ofMinutes(10));
    assertThat(look.poll()).as("that node has died").isNotEqualTo(-1);
  }

  @Test
  void otherDesksKnowNothingOfAParcel() {
    isBooked();
    long id = parcel().id();
    assertThatThrownBy(() -> play.as("motcuatuphap", () -> desk.whole(id)))
        .hasMessageContaining("Không tìm thấy");
    assertThat(
            play.as(
                    "motcuatuphap",
                    () -> desk.page(ParcelDesk.Box.OPEN, Direction.RETURN, null, 0, 100))
                .items())
        .isEmpty();
    assertThat(
            play.as(DESK, () -> desk.page(ParcelDesk.Box.OPEN, Direction.RETURN, "BOOKED", 0, 100))
                .items())
        .extracting(ParcelView::id)
        .contains(id);
    assertThatThrownBy(
            () ->
                play.as(DESK, () -> desk.page(ParcelDesk.Box.OPEN, Direction.RETURN, null, 0, 101)))
        .hasMessageContaining("Trang không hợp lệ");
  }
}
