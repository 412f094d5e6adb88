package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The applicant's wish over HTTP: who may change it, and each refusal with its code. */
class WishApiTests extends SecurityCase {

  private static final String HOME = "Số 1 phố Mới, tỉnh Lạng Sơn";

  private static Map<String, Object> wish(String way, String address, String notices) {
    Map<String, Object> body = new HashMap<>();
    body.put("way", way);
    body.put("address", address);
    body.put("notices", notices);
    body.put("reason", "Người nộp đề nghị");
    return body;
  }

  private static void refuses(Web.Answer answer, int status, String code, String field) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("field").asText(null)).isEqualTo(field);
  }

  @Test
  void theDeskChangesItAndReadsItBack() {
    String path = "dossiers/" + permitAtTheSpecialist() + "/wish";
    JsonNode before = web.api("motcua").get(path).json();
    assertThat(before.path("allowed").asBoolean()).isTrue();
    assertThat(before.path("way").path("code").asText()).isEqualTo("COUNTER");
    assertThat(before.path("ways")).hasSize(3);
    assertThat(before.path("notices").isNull()).isTrue();

    JsonNode after = web.api("motcua").post(path, wish("POSTAL", HOME, "SMS")).json();

    assertThat(after.path("way").path("code").asText()).isEqualTo("POSTAL");
    assertThat(after.path("address").asText()).isEqualTo(HOME);
    assertThat(after.path("notices").path("code").asText()).isEqualTo("SMS");
  }

  @Test
  void whoDoesNotServeAtTheDeskIsRefused() {
    String path = "dossiers/" + permitAtTheSpecialist() + "/wish";
    Map<String, Object> wish = wish("POSTAL", HOME, null);

    assertThat(web.nobody().get("/api/" + path).status()).isEqualTo(401);
    refuses(web.api("chuyenvien").post(path, wish), 403, "desk-changes-wish", null);
    refuses(web.api("thanhtra").post(path, wish), 403, "read-only", null);
    refuses(web.api("motcuadongkinh").post(path, wish), 404, "dossier-not-found", "number");
    refuses(web.api("motcuadongkinh").get(path), 404, "dossier-not-found", "number");
    assertThat(web.api("chuyenvien").get(path).json().path("allowed").asBoolean()).isFalse();
  }

  @Test
  void eachRefusalNamesItsField() {
    String path = "dossiers/" + permitAtTheSpecialist() + "/wish";
    Web.Caller desk = web.api("motcua");
    Map<String, Object> unreasoned = wish("POSTAL", HOME, null);
    unreasoned.put("reason", " ");

    refuses(desk.post(path, unreasoned), 422, "field-missing", "reason");
    refuses(desk.post(path, wish(null, null, null)), 422, "field-missing", "way");
    refuses(desk.post(path, wish("POSTAL", " ", null)), 422, "field-missing", "address");
    refuses(
        desk.post(path, wish("POSTAL", "x".repeat(301), null)), 422, "field-too-long", "address");
    refuses(desk.post(path, wish("COUNTER", null, null)), 409, "nothing-changed", null);
    assertThat(desk.post(path, wish("PIGEON", null, null)).status()).isEqualTo(400);
    jdbc.sql("update dossier set owner_phone = null where number = ?")
        .param(path.split("/")[1])
        .update();
    refuses(
        desk.post(path, wish("COUNTER", null, "ZALO")),
        422,
        "notice-wish-without-address",
        "notices");
  }

  @Test
  void aClosedDossierHasNoWishAnyMore() {
    String number = permitAtTheLeader();
    String path = "dossiers/" + number + "/wish";
    play.does("lanhdao", number, "Task_Sign", Map.of("leaderDecision", "approve"));
    play.does(
        "vanthu",
        number,
        "Task_Number",
        Map.of("resultNumber", "18/GPLHX", "resultDate", "2026-03-03"));
    play.does(
        "motcua",
        number,
        "Task_ReturnAtCounter",
        Map.of(
            "collectorName",
            "Người Nhận",
            "collectorIdNumber",
            "000000000009",
            "registerSigned",
            true));

    refuses(web.api("motcua").post(path, wish("POSTAL", HOME, null)), 409, "dossier-closed", null);
    assertThat(web.api("motcua").get(path).json().path("refusal").asText()).contains("đã kết thúc");
  }
}
