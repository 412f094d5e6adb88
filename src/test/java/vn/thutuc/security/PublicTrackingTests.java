package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.SomeModels;

/** The public addresses as an outsider reaches them: what they answer, refuse and write down. */
@TestPropertySource(
    properties = {
      "thutuc.test.own=tracking",
      "thutuc.tracking.address=https://motcua.example.vn/",
      "thutuc.tracking.reads-per-minute=1000000"
    })
class PublicTrackingTests extends SecurityCase {

  private static final String TRACKING = "/api/public/tracking";

  private String secret(String number) {
    return jdbc.sql(
            """
            select k.secret from tracking_key k join dossier d on d.id = k.dossier_id
            where d.number = ?
            """)
        .param(number)
        .query(String.class)
        .single();
  }

  private Web.Answer asks(String number, String secret) {
    return web.nobody().post(TRACKING, Map.of("number", number, "secret", secret));
  }

  private void waitsOver() {
    play.to(now.local().plusMinutes(10));
  }

  @Test
  void whoHasTheSlipReadsTheDossierWithoutALogin() {
    String number = permitAtTheSpecialist();

    Web.Answer answer = asks(number, secret(number));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("number").asText()).isEqualTo(number);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.header("X-XSRF-TOKEN")).isEmpty();
  }

  @Test
  void anUnknownNumberAndAWrongSecretHaveTheSameAnswer() {
    waitsOver();
    String number = permitAtTheSpecialist();

    Web.Answer unknown = asks("H37.12-990101-0001", secret(number));
    Web.Answer wrong = asks(number, "0000-0000-0000");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(wrong.body()).isEqualTo(unknown.body());
    assertThat(wrong.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
    assertThat(wrong.body()).doesNotContain(number).contains("Không tìm thấy hồ sơ");
  }

  @Test
  void anOfficersLoginGivesNothingHereAndNoOtherAddressIsOpen() {
    waitsOver();
    String number = permitAtTheSpecialist();
    Web.Caller officer = web.login("motcua").below("");

    assertThat(officer.post(TRACKING, Map.of("number", number, "secret", "0".repeat(12))).status())
        .isEqualTo(404);
    for (String closed : List.of(TRACKING, "/api/public", "/api/public/x", "/api/public/ratings")) {
      assertThat(officer.get(closed).status()).as("GET %s", closed).isIn(401, 403);
    }
    assertThat(officer.call("DELETE", TRACKING, null).status()).isIn(401, 403);
    assertThat(officer.post("/api/public/procedures", Map.of()).status()).isIn(401, 403);
    assertThat(web.nobody().get("/api/ratings").status()).isEqualTo(401);
    assertThat(web.nobody().get("/tra-cuu/").status()).isEqualTo(200);
    assertThat(web.nobody().get("/cong-khai/").status()).isEqualTo(200);
  }

  @Test
  void theAccessLogHoldsNumberAndOutcomeAndNothingOfWhatWasTyped() {
    waitsOver();
    String number = permitAtTheSpecialist();
    long before =
        jdbc.sql("select coalesce(max(id), 0) from access_log").query(Long.class).single();
    asks(number, secret(number));
    asks(number, "0000-0000-0000");
    asks("Nguyễn Văn A, 0912345678", "0000-0000-0000");
    asks("", "0000-0000-0000");

    List<String> written =
        jdbc.sql(
                """
                select concat_ws('|', actor, action, subject, address) from access_log
                where id > ? order by id
                """)
            .param(before)
            .query(String.class)
            .list();

    assertThat(written)
        .containsExactly(
            "public|TRACKED|" + number,
            "public|TRACKING_REFUSED|" + number,
            "public|TRACKING_REFUSED");
  }

  @Test
  void whatIsNoQuestionIsRefusedInWords() {
    Web.Caller nobody = web.nobody();

    assertThat(
            nobody
                .post(TRACKING, Map.of("number", "H37.12-260303-0001"))
                .json()
                .path("field")
                .asText())
        .isEqualTo("secret");
    assertThat(nobody.post(TRACKING, "{").status()).isEqualTo(400);
    assertThat(nobody.post(TRACKING, Map.of()).status()).isEqualTo(422);
    assertThat(nobody.get("/api/public/procedures?page=-1").status()).isEqualTo(422);
    assertThat(nobody.get("/api/public/procedures?q=" + "x".repeat(300)).status()).isEqualTo(422);
    assertThat(nobody.get("/api/public/procedures/9.999999").status()).isEqualTo(404);
    assertThat(nobody.get("/api/public/figures?month=2099-01").status()).isEqualTo(422);
    assertThat(nobody.get("/api/public/figures?month=x").status()).isEqualTo(400);
  }

  @Test
  void proceduresAreFoundWithoutMarksWithPapersFeesAndTerms() {
    Web.Caller nobody = web.nobody();

    Web.Answer found = nobody.get("/api/public/procedures?q=luu+hanh+xe+qua+tai");
    assertThat(found.json().path("items").get(0).path("code").asText()).isEqualTo(PERMIT);
    Web.Answer sheet = nobody.get("/api/public/procedures/" + PERMIT);
    assertThat(sheet.json().path("papers").size()).isPositive();
    assertThat(sheet.json().path("phases").size()).isPositive();
    assertThat(sheet.json().path("competent").asText()).isEqualTo("Sở Xây dựng");
    Web.Answer first = nobody.get("/api/public/procedures");
    Web.Answer second = nobody.get("/api/public/procedures?page=1");
    assertThat(first.json().path("items").size()).isEqualTo(20);
    assertThat(first.json().path("total").asInt()).isEqualTo(SomeModels.codes().size());
    assertThat(second.json().path("items").findValuesAsText("code"))
        .doesNotContainAnyElementsOf(first.json().path("items").findValuesAsText("code"));
    assertThat(nobody.get("/api/public/procedures?q=khongcothutucnao").json().path("total").asInt())
        .isZero();
  }

  /**
   * 10,000 guesses at the real address, from one network address, at the true number of a dossier
   * and at others: as many as the limits let through are looked at, and none of them finds it.
   */
  @Test
  void tenThousandGuessesFindNothingAndAreSlowed() throws Exception {
    waitsOver();
    String number = permitAtTheSpecialist();
    long started = System.nanoTime();
    Map<Integer, Integer> answers = new TreeMap<>();
    ExecutorService guessers = Executors.newFixedThreadPool(8);
    try {
      List<Future<Web.Answer>> all = new ArrayList<>();
      IntStream.range(0, 10_000)
          .forEach(
              i ->
                  all.add(
                      guessers.submit(
                          () ->
                              asks(
                                  i % 2 == 0 ? number : "H37.12-260303-%04d".formatted(i),
                                  guess(i)))));
      for (Future<Web.Answer> one : all) {
        Web.Answer answer = one.get();
        answers.merge(answer.status(), 1, Integer::sum);
        if (answer.status() == 429) {
          assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 600);
          assertThat(answer.json().path("detail").asText()).contains("thử lại sau");
        }
      }
    } finally {
      guessers.shutdownNow();
    }
    System.out.printf(
        "10,000 guesses in %.1f s: %s; at 20 in 10 minutes they would take %.1f days%n",
        (System.nanoTime() - started) / 1e9, answers, 10_000 / 20.0 * 10 / 60 / 24);

    assertThat(answers).containsOnlyKeys(404, 429);
    assertThat(answers.get(404)).as("looked at").isBetween(1, 20);
    assertThat(asks(number, secret(number)).status())
        .as("who has used up the tries is refused the right secret too")
        .isEqualTo(429);
    waitsOver();
    assertThat(asks(number, secret(number)).status()).isEqualTo(200);
  }

  private static String guess(int i) {
    return "%012d".formatted(i * 7_919L);
  }
}
