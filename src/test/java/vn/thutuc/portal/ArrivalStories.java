package vn.thutuc.portal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.Play;
import vn.thutuc.document.Documents;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.outbound.OutboundDrain;

/** Dossiers submitted at the portal arrive once, with their papers, and wait for their desk. */
@HouseTest
class ArrivalStories {

  private static final PortalDouble PORTAL = new PortalDouble();
  private static final String MACHINE = "congdvc";
  private static final String DESK = "motcua";
  private static int count;

  @Autowired private TestRestTemplate http;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcClient jdbc;
  @Autowired private Play play;
  @Autowired private Now now;
  @Autowired private DossierDocuments dossiers;
  @Autowired private Documents documents;
  @Autowired private ArrivalFetch fetch;
  @Autowired private OutboundDrain drain;

  private String portalNumber;

  @DynamicPropertySource
  static void connected(DynamicPropertyRegistry registry) {
    PORTAL.connects(registry);
    registry.add("thutuc.documents.max-size", () -> "100KB");
  }

  @BeforeEach
  void itIsMondayMorning() {
    PORTAL.begins();
    PORTAL.offers("/tep/don.pdf", PortalDouble.PDF);
    portalNumber = "G22.99-260228-%04d".formatted(++count);
    play.to(LocalDateTime.parse("2026-03-02T08:00"));
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private ObjectNode permit() {
    ObjectNode message = json.createObjectNode();
    message.put("MaHoSo", portalNumber);
    message.put("MaTTHC", "1.000028");
    message.put("KenhThucHien", "2");
    message.put("DonViXuLy", "H37.12");
    message.put("ChuHoSo", "Công ty Gửi Qua Cổng");
    message.put("LoaiDoiTuong", "1");
    message.put("MaDoiTuong", "0000000042");
    message.put("SoDienThoai", "0900000042");
    message.put("HinhThuc", "1");
    message.put("NgayNopHoSo", "20260228201500");
    ObjectNode file = message.putArray("TaiLieuNop").addObject();
    file.put("TenTepDinhKem", "Đơn đề nghị.pdf");
    file.put("MaThanhPhanHoSo", "application");
    file.put("DuongDanTaiTepTin", PORTAL.address("/tep/don.pdf"));
    return message;
  }

  private ResponseEntity<JsonNode> sends(String person, Object body) {
    return send(person, HttpMethod.POST, "/api/portal/dossiers", body.toString());
  }

  private ResponseEntity<JsonNode> send(
      String person, HttpMethod method, String path, String body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return http.withBasicAuth(person, "thutuc")
        .exchange(path, method, new HttpEntity<>(body, headers), JsonNode.class);
  }

  private String arrives() {
    ResponseEntity<JsonNode> answer = sends(MACHINE, permit());
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
    return answer.getBody().path("number").asText();
  }

  private void refuses(Object message, int status, String code, String field) {
    int before = everything();
    ResponseEntity<JsonNode> answer = sends(MACHINE, message);
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(status);
    assertThat(answer.getBody().path("code").asText()).isEqualTo(code);
    assertThat(answer.getBody().path("field").asText(null)).isEqualTo(field);
    assertThat(everything()).as("nothing half-done is left").isEqualTo(before);
  }

  /** Dossiers, files, contents, instances, arrivals: what a half-done arrival would leave. */
  private int everything() {
    return jdbc.sql(
            """
            select (select count(*) from dossier) + (select count(*) from document)
              + (select count(*) from document_content) + (select count(*) from act_ru_execution)
              + (select count(*) from portal_arrival) + (select count(*) from outbound_act)
            """)
        .query(Integer.class)
        .single();
  }

  private DossierDocument dossier(String number) {
    return dossiers.read(number);
  }

  private JsonNode waitingAt(String person) {
    return send(person, HttpMethod.GET, "/api/portal/arrivals?size=100", null).getBody();
  }

  private static List<String> numbers(JsonNode page) {
    return page.path("items").findValuesAsText("portalNumber");
  }

  @Test
  void aDossierSubmittedOnSaturdayEveningCountsFromMondayAndWaitsAtItsDesk() {
    String number = arrives();

    DossierDocument dossier = dossier(number);
    assertThat(dossier.state().label()).isEqualTo("Mới đăng ký");
    assertThat(dossier.channel().code()).isEqualTo("ONLINE");
    assertThat(dossier.returnMethod().code()).isEqualTo("POSTAL");
    assertThat(dossier.owner().kind()).isEqualTo("ORGANISATION");
    assertThat(dossier.deskUnit().id()).isEqualTo("H37.12");
    assertThat(dossier.receivedAt()).isEqualTo("2026-02-28T20:15:00");
    assertThat(dossier.end()).isEqualTo("2026-03-04T17:30:00");
    assertThat(play.openSteps(number)).containsExactly("Task_CheckPapers");
    assertThat(documents.list(number).papers().get(0).files())
        .singleElement()
        .matches(file -> file.name().equals("Đơn đề nghị.pdf"));
    assertThat(numbers(waitingAt(DESK))).contains(portalNumber);
    assertThat(numbers(waitingAt("motcuatnmt"))).doesNotContain(portalNumber);
    assertThat(send("chuyenvien", HttpMethod.GET, "/api/portal/arrivals", null).getStatusCode())
        .matches(status -> status.value() == 403);
  }

  @Test
  void aCommunesDossierWaitsAtTheCommunesServiceCentre() {
    ObjectNode birth = permit();
    birth.put("MaTTHC", "1.001193").put("DonViXuLy", "H37.202").put("LoaiDoiTuong", "0");
    birth.put("HinhThuc", "0").remove("TaiLieuNop");

    String number = sends(MACHINE, birth).getBody().path("number").asText();

    assertThat(dossier(number).deskUnit().id()).isEqualTo("H37.202.01");
    assertThat(dossier(number).competentUnit().id()).isEqualTo("H37.202");
  }

  @Test
  void theSameDossierAgainIsAnsweredAndAnotherContentUnderItsNumberRefused() {
    String number = arrives();
    int before = everything();

    ResponseEntity<JsonNode> again = sends(MACHINE, permit().put("TrangThaiHoSo", "1"));

    assertThat(again.getStatusCode().value()).isEqualTo(200);
    assertThat(again.getBody().path("number").asText()).isEqualTo(number);
    assertThat(everything()).isEqualTo(before);
    refuses(permit().put("ChuHoSo", "Người Khác"), 409, "same-number-other-content", null);
  }

  @Test
  void theSameDossierSentTwiceAtOnceIsReceivedOnce() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Callable<ResponseEntity<JsonNode>> sending = () -> sends(MACHINE, permit());
      List<ResponseEntity<JsonNode>> answers =
          both.invokeAll(List.of(sending, sending)).stream()
              .map(
                  one -> {
                    try {
                      return one.get();
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .toList();
      assertThat(answers)
          .extracting(answer -> answer.getStatusCode().value())
          .containsExactlyInAnyOrder(200, 201);
      assertThat(answers)
          .extracting(answer -> answer.getBody().path("number").asText())
          .containsOnly(answers.get(0).getBody().path("number").asText());
    } finally {
      both.shutdownNow();
    }
    assertThat(
            jdbc.sql("select count(*) from dossier where external_id = ?")
                .param(portalNumber)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatIsWrongIsRefusedByItsFieldAndLeavesNothing() {
    refuses(permit().put("MaTTHC", "9.999999"), 422, "procedure-unknown", "procedure");
    refuses(permit().put("DonViXuLy", "H99.01"), 422, "unit-unknown", "DonViXuLy");
    refuses(permit().put("DonViXuLy", "H37.901"), 422, "unit-without-desk", "DonViXuLy");
    refuses(permit().put("HinhThuc", "7"), 422, "code-unknown", "HinhThuc");
    refuses(permit().put("NgayNopHoSo", "28/02/2026"), 422, "date-malformed", "NgayNopHoSo");
    refuses(
        permit().put("NgayNopHoSo", "20270101000000"), 422, "submission-in-future", "NgayNopHoSo");
    refuses(permit().put("ChuHoSo", " "), 422, "field-missing", "ChuHoSo");
    refuses(permit().put("ChuHoSo", "A".repeat(301)), 422, "field-too-long", "owner.name");
    refuses(permit().put("MaHoSo", ""), 422, "field-missing", "MaHoSo");
    refuses(permit().put("TrangThaiHoSo", "9"), 409, "not-newly-submitted", null);
    refuses("không phải JSON", 422, "request-malformed", null);
    refuses("[1]", 422, "request-malformed", null);
  }

  @Test
  void aFileThatCannotBeTakenRefusesTheWholeDossier() {
    PORTAL.offers("/tep/lon.pdf", PortalDouble.PDF + " ".repeat(200 * 1024));
    PORTAL.offers("/tep/la.pdf", "MZ\0\0 không phải giấy tờ");
    refuses(withFile(PORTAL.address("/tep/lon.pdf")), 422, "file-too-large", "TaiLieuNop[2]");
    refuses(withFile(PORTAL.address("/tep/la.pdf")), 422, "file-type-refused", "TaiLieuNop[2]");
    refuses(withFile(PORTAL.address("/tep/khong-co.pdf")), 409, "portal-down", null);
    for (String elsewhere :
        List.of(
            "http://169.254.169.254/latest/meta-data",
            "file:///etc/passwd",
            "http://localhost:1@" + PORTAL.address("/x").substring(7),
            "không phải địa chỉ")) {
      refuses(withFile(elsewhere), 422, "file-address-refused", "TaiLieuNop[2]");
    }
    assertThat(arrives()).as("the same number is free for a good one").isNotBlank();
  }

  private ObjectNode withFile(String address) {
    ObjectNode message = permit();
    message
        .withArray("TaiLieuNop")
        .addObject()
        .put("TenTepDinhKem", "Báo cáo.pdf")
        .put("DuongDanTaiTepTin", address);
    return message;
  }

  @Test
  void onlyTheMachineAccountSendsAndItCanDoNothingElse() {
    assertThat(sends(DESK, permit()).getStatusCode().value()).isEqualTo(403);
    assertThat(sends("quantri", permit()).getStatusCode().value()).isEqualTo(403);
    String number = arrives();

    for (String path :
        List.of("/api/dossiers/" + number, "/api/dossiers/%s/documents".formatted(number))) {
      assertThat(send(MACHINE, HttpMethod.GET, path, null).getStatusCode().value())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(send(MACHINE, HttpMethod.GET, "/api/portal/arrivals", null).getStatusCode().value())
        .isEqualTo(403);
    assertThat(send(MACHINE, HttpMethod.GET, "/api/portal/checks", null).getStatusCode().value())
        .isEqualTo(403);
    assertThat(send(MACHINE, HttpMethod.GET, "/api/dossiers", null).getBody().path("items"))
        .isEmpty();
    assertThat(send(MACHINE, HttpMethod.GET, "/engine-rest/task", null).getBody()).isEmpty();
  }

  @Test
  void anAcceptedDossierIsReceivedAndThePortalIsTold() {
    String number = arrives();
    drain.drain("PORTAL");

    act(DESK, number, "acceptance", "{\"note\": null}", 204);
    drain.drain("PORTAL");

    assertThat(dossier(number).appointment()).isEqualTo("2026-03-03T17:30:00");
    assertThat(numbers(waitingAt(DESK))).doesNotContain(portalNumber);
    assertThat(PORTAL.told(portalNumber)).containsExactly("True 1", "True 4");
    act(DESK, number, "acceptance", "{}", 409);
  }

  @Test
  void aRefusedDossierGetsItsFormAndThePortalIsToldWhy() {
    String number = arrives();
    act(DESK, number, "refusal", "{\"reason\": \" \"}", 422);
    act("motcuatnmt", number, "refusal", "{\"reason\": \"Không phải của mình\"}", 404);

    act(DESK, number, "refusal", "{\"reason\": \"Xe không thuộc diện cấp phép\"}", 204);
    drain.drain("PORTAL");

    assertThat(dossier(number).state().label()).isEqualTo("Không được tiếp nhận");
    JsonNode forms =
        send(DESK, HttpMethod.GET, "/api/dossiers/%s/forms".formatted(number), null).getBody();
    assertThat(forms.toString()).contains("từ chối");
    JsonNode last = PORTAL.sent("DongBoHoSoMC").get(PORTAL.sent("DongBoHoSoMC").size() - 1);
    assertThat(last.path("data").path(0).path("TrangThaiHoSo").asText()).isEqualTo("3");
    assertThat(last.path("data").path(0).path("NgayTuChoi").asText()).isEqualTo("20260302080000");
    assertThat(last.path("data").path(0).path("GhiChu").asText())
        .isEqualTo("Xe không thuộc diện cấp phép");
  }

  private void act(String person, String number, String what, String body, int status) {
    ResponseEntity<JsonNode> answer =
        send(person, HttpMethod.POST, "/api/portal/arrivals/%s/%s".formatted(number, what), body);
    play.settle();
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(status);
  }

  @Test
  void aNumberAloneIsAskedForAndThenReceived() {
    ResponseEntity<JsonNode> answer =
        sends(MACHINE, json.createObjectNode().put("MaHoSo", portalNumber));
    assertThat(answer.getStatusCode().value()).isEqualTo(202);
    PORTAL.answers("TraCuuHoSo", aResponse().withStatus(503));
    assertThat(fetch.fetchDue()).isZero();
    assertThat(untaken().path("problem").asText()).contains("HTTP 503");

    PORTAL.begins();
    PORTAL.offers("/tep/don.pdf", PortalDouble.PDF);
    PORTAL.holds(permit().put("TrangThaiHoSo", "1"));
    assertThat(fetch.fetchDue()).as("not before its turn").isZero();
    play.to(now.local().plusMinutes(3));

    assertThat(fetch.fetchDue()).isEqualTo(1);
    assertThat(numbers(waitingAt(DESK))).contains(portalNumber);
    assertThat(sends(MACHINE, permit()).getStatusCode().value()).isEqualTo(200);
  }

  @Test
  void aNumberThatCannotBeReceivedIsListedUntilSomebodyHasItAskedForAgain() {
    sends(MACHINE, json.createObjectNode().put("MaHoSo", portalNumber));
    PORTAL.holds(permit().put("DonViXuLy", "H99"));
    fetch.fetchDue();
    assertThat(untaken().path("refused").asBoolean()).isTrue();
    assertThat(untaken().path("problem").asText()).contains("H99");

    PORTAL.holds(permit());
    String again = json.createObjectNode().put("portalNumber", portalNumber).toString();
    assertThat(
            send(DESK, HttpMethod.POST, "/api/portal/untaken/again", again).getStatusCode().value())
        .isEqualTo(403);
    send("quantri", HttpMethod.POST, "/api/portal/untaken/again", again);

    assertThat(fetch.fetchDue()).isEqualTo(1);
    assertThat(numbers(waitingAt(DESK))).contains(portalNumber);
  }

  private JsonNode untaken() {
    for (JsonNode one : send("quantri", HttpMethod.GET, "/api/portal/untaken", null).getBody()) {
      if (one.path("portalNumber").asText().equals(portalNumber)) {
        return one;
      }
    }
    throw new AssertionError(portalNumber + " is not listed");
  }
}
