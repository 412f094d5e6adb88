package vn.thutuc.postal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.Reception;
import vn.thutuc.dossier.ReceptionDrafts;

/** A dossier is fetched from the applicant's home and received when it has reached the desk. */
class PickupStories extends PostalCase {

  private static final String PAPERS = "Đơn đề nghị, bản sao đăng ký xe";

  @Autowired private Pickups pickups;
  @Autowired private ReceptionDrafts drafts;
  @Autowired private Reception reception;

  private static Pickups.Request request(UUID id) {
    return new Pickups.Request(
        id,
        null,
        "1.000028",
        "Người Ở Xa",
        "000000000077",
        "0900000077",
        "Thôn Xa, tỉnh Lạng Sơn",
        PAPERS);
  }

  private ParcelView orders() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    long id = play.as(DESK, () -> pickups.order(request(UUID.randomUUID()))).parcel().id();
    look.look();
    return parcelOf(id);
  }

  private ParcelView parcelOf(long id) {
    return whole(id).parcel();
  }

  private void calls(ParcelView parcel, String code, String time) {
    String body = text(row(parcel.orderNumber(), code, time));
    String second = Long.toString(now.instant().getEpochSecond());
    byte[] signature = CarrierCalls.sign(SECRET, second, body.getBytes(StandardCharsets.UTF_8));
    assertThat(posts(body, second, HexFormat.of().formatHex(signature)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aFetchedDossierIsReceivedWhenItReachesTheDeskAndNeverEarlier() {
    ParcelView parcel = orders();
    assertThat(parcel.state()).isEqualTo("BOOKED");
    assertThat(whole(parcel.id()).papers()).isEqualTo(PAPERS);
    assertThat(
            read(
                CARRIER
                    .findAll(postRequestedFor(urlEqualTo("/postOrder")))
                    .get(0)
                    .getBodyAsString()))
        .containsEntry("SenderName", "Người Ở Xa")
        .containsEntry("SenderAddress", "Thôn Xa, tỉnh Lạng Sơn")
        .containsEntry("ReceiverName", "Sở Xây dựng");
    calls(parcel, "200", "2026-03-03T14:00:00");
    assertThatThrownBy(() -> play.as(DESK, () -> pickups.open(parcel.id())))
        .hasMessageContaining("chưa đến Bộ phận Một cửa");
    calls(parcel, "500", "2026-03-05T09:00:00");
    play.to(LocalDateTime.parse("2026-03-06T10:00"));
    assertThat(arrived()).extracting(ParcelView::id).contains(parcel.id());
    assertThat(arrived().get(0).label()).isEqualTo("Đã đến Bộ phận Một cửa");

    UUID sheet = play.as(DESK, () -> pickups.open(parcel.id()));

    assertThat(play.as(DESK, () -> pickups.open(parcel.id()))).isEqualTo(sheet);
    ReceptionDrafts.Draft draft = play.as(DESK, () -> drafts.mine(sheet));
    assertThat(draft.procedure()).isEqualTo("1.000028");
    assertThat(draft.fields().path("values").path("channel").asText()).isEqualTo("POSTAL");
    assertThat(draft.fields().path("values").path("owner.name").asText()).isEqualTo("Người Ở Xa");

    number =
        play.as(
            DESK,
            () ->
                reception.receive(
                    DemoSubmissions.person("1.000028", "Người Ở Xa").by(Channel.POSTAL).build(),
                    sheet));
    look.look();

    assertThat(documents.read(number).receivedAt()).isEqualTo("2026-03-06T10:00");
    assertThat(arrived()).extracting(ParcelView::id).doesNotContain(parcel.id());
    assertThat(parcel()).extracting(ParcelView::id).isEqualTo(parcel.id());
    jdbc.sql("delete from reception_draft where id = ?").param(sheet).update();
    assertThatThrownBy(() -> play.as(DESK, () -> pickups.open(parcel.id())))
        .hasMessageContaining("đã được tiếp nhận, số " + number);
  }

  private List<ParcelView> arrived() {
    return play.as(DESK, () -> desk.page(ParcelDesk.Box.ARRIVED, Direction.PICKUP, null, 0, 100))
        .items();
  }

  @Test
  void aFetchingWhoseAnswerWasLostIsOrderedOnceMoreUnderTheSameNumber() {
    orders(okJson("{\"Status\":\"1\"}").withFixedDelay(11_000));
    ParcelView parcel = orders();
    assertThat(parcel.state()).isEqualTo("REQUESTED");
    assertThat(parcel.problem()).contains("chưa trả lời");

    orders(okJson("{\"Status\":\"2\"}"));
    look.look();
    assertThat(parcelOf(parcel.id()).state()).as("its turn has not come").isEqualTo("REQUESTED");
    later(Duration.ofMinutes(1));
    look.look();

    assertThat(parcelOf(parcel.id()).state()).isEqualTo("BOOKED");
    assertThat(orderNumbers()).hasSize(2).containsOnly(parcel.orderNumber());
  }

  @Test
  void theSameRequestSentTwiceIsOneOrder() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    UUID id = UUID.randomUUID();
    long one = play.as(DESK, () -> pickups.order(request(id))).parcel().id();
    long other = play.as(DESK, () -> pickups.order(request(id))).parcel().id();
    assertThat(other).isEqualTo(one);
  }

  @Test
  void whatIsMissingOrWrongIsNamed() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    UUID id = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                play.as(
                    DESK,
                    () ->
                        pickups.order(
                            new Pickups.Request(
                                id, null, "1.000028", "A", null, "không có", "B", null))))
        .hasMessageContaining("Số điện thoại \"không có\" chưa đúng");
    assertThatThrownBy(
            () ->
                play.as(
                    DESK,
                    () ->
                        pickups.order(
                            new Pickups.Request(
                                id, null, "9.999999", "A", null, "0900000001", "B", null))))
        .hasMessageContaining("Không có thủ tục mang mã");
    assertThatThrownBy(() -> play.as("chuyenvien", () -> pickups.order(request(id))))
        .hasMessageContaining("Chỉ cán bộ Bộ phận Một cửa");
  }

  private long keptOf(long parcel) {
    return jdbc.sql(
            """
            select num_nonnulls(name, id_number, phone, address, papers) from pickup
            where parcel_id = ?
            """)
        .param(parcel)
        .query(Long.class)
        .single();
  }

  @Test
  void whatWasSaidForAnOrderThatWasCancelledIsRemovedNinetyDaysLater() {
    ParcelView parcel = orders();
    play.as(DESK, () -> desk.cancel(parcel.id(), "Người nộp tự mang đến"));
    later(Duration.ofDays(89));
    look.removeOld();
    assertThat(keptOf(parcel.id())).isEqualTo(5);

    later(Duration.ofDays(2));
    assertThat(look.removeOld()).isPositive();

    assertThat(keptOf(parcel.id())).isZero();
    ParcelView.Whole left = whole(parcel.id());
    assertThat(left.parcel().person()).isNull();
    assertThat(left.address()).isNull();
    assertThat(left.events()).as("the parcel's own story stays").isNotEmpty();
    assertThatThrownBy(() -> play.as(DESK, () -> desk.label(parcel.id())))
        .hasMessageContaining("đã xóa khi hết thời hạn lưu");
    assertThat(look.removeOld()).as("once").isZero();
  }

  @Test
  void whatIsReceivedIsRemovedAndWhatWaitsAtTheDeskIsKept() {
    ParcelView received = orders();
    ParcelView waiting = orders();
    calls(received, "500", "2026-03-03T09:00:00");
    calls(waiting, "500", "2026-03-03T09:00:00");
    UUID sheet = play.as(DESK, () -> pickups.open(received.id()));
    number =
        play.as(
            DESK,
            () ->
                reception.receive(
                    DemoSubmissions.person("1.000028", "Người Ở Xa").by(Channel.POSTAL).build(),
                    sheet));
    look.look();
    later(Duration.ofDays(91));

    look.removeOld();

    assertThat(keptOf(received.id())).isZero();
    assertThat(keptOf(waiting.id())).isEqualTo(5);
    assertThat(whole(received.id()).parcel().number()).isEqualTo(number);
    assertThat(arrived()).extracting(ParcelView::person).contains("Người Ở Xa");
  }
}
