package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who gets in, how, and what every answer carries. */
class LoginTests extends SecurityCase {

  private static final Map<String, Object> SUBMISSION =
      Map.of(
          "procedure",
          PERMIT,
          "channel",
          "COUNTER",
          "returnMethod",
          "COUNTER",
          "owner",
          Map.of(
              "kind", "PERSON",
              "name", "Người Đăng Nhập Thử",
              "idNumber", "000000099001",
              "phone", "0900099001",
              "address", "Lạng Sơn"),
          "papers",
          List.of());

  private long failures(String person) {
    return jdbc.sql("select count(*) from access_log where action = 'LOGIN_FAILED' and actor = ?")
        .param(person)
        .query(Long.class)
        .single();
  }

  private int status(String person, String password) {
    return web.basic(person, password, "/api/").get("me").status();
  }

  @Test
  void everyInterfaceAsksForALogin() {
    for (String path :
        List.of(
            "/engine-rest/engine",
            "/engine-rest/task",
            "/engine-rest/version",
            "/api/me",
            "/api/dossiers",
            "/api/nothing",
            "/v3/api-docs",
            "/v3/api-docs/swagger-config",
            "/swagger-ui.html",
            "/swagger-ui/index.html")) {
      Web.Answer answer = web.nobody().get(path);
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate").startsWith("Basic"))
          .as(path)
          .isEqualTo(path.startsWith("/engine-rest"));
    }
    assertThat(web.basic("motcua", Web.PASSWORD, "").get("/v3/api-docs").isOk()).isTrue();
    assertThat(web.engineRest("motcua").get("engine").isOk()).isTrue();
  }

  @Test
  void whoHasNotLoggedInIsToldSoInVietnameseAsAProblem() {
    Web.Answer answer = web.nobody().get("/api/me");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("title").asText()).isEqualTo("Chưa đăng nhập");
    assertThat(answer.json().path("code").asText()).isEqualTo("login-required");
    assertThat(answer.json().path("status").asInt()).isEqualTo(401);
  }

  @Test
  void wrongPasswordsLockTheAccountForEverLongerAndAreLogged() {
    String person = "vanthunoivu";
    long before = failures(person);
    LocalDateTime start = LocalDateTime.parse("2026-03-03T08:15");
    assertThat(status(person, Web.PASSWORD)).isEqualTo(200);

    assertThat(status(person, "sai-mat-khau")).isEqualTo(401);
    assertThat(status(person, Web.PASSWORD)).as("right, but within the lock").isEqualTo(401);
    play.to(start.plusSeconds(4));
    assertThat(status(person, "sai-lan-hai")).isEqualTo(401);
    play.to(start.plusSeconds(8));
    assertThat(status(person, Web.PASSWORD)).as("the second lock is longer").isEqualTo(401);
    play.to(start.plusSeconds(12));
    assertThat(status(person, Web.PASSWORD)).isEqualTo(200);

    assertThat(failures(person)).isEqualTo(before + 4);
  }

  @Test
  void theWebApplicationsLockAndLogTheSameWay() {
    String person = "vanthutaichinh";
    long before = failures(person);
    assertThat(web.new Session().logIn(person, "sai").status()).isEqualTo(401);
    assertThat(web.new Session().logIn(person, Web.PASSWORD).status()).isEqualTo(401);
    assertThat(failures(person)).isEqualTo(before + 2);
    play.to(LocalDateTime.parse("2026-03-03T08:16"));
    assertThat(web.new Session().logIn(person, Web.PASSWORD).isOk()).isTrue();
  }

  @Test
  void anUnknownNameIsRefusedAndLoggedToo() {
    long before = failures("khongcoai");
    assertThat(status("khongcoai", "gi-cung-duoc")).isEqualTo(401);
    assertThat(status("khongcoai' or 1=1 --", "x")).isEqualTo(401);
    assertThat(failures("khongcoai")).isEqualTo(before + 1);
  }

  @Test
  void theEnginesPasswordQuestionLocksAndLogsAsWell() {
    String person = "vanthutuphap";
    long before = failures(person);
    for (String password : List.of("sai", Web.PASSWORD)) {
      Web.Answer answer =
          web.engineRest("motcua")
              .post("identity/verify", Map.of("username", person, "password", password));
      assertThat(answer.json().path("authenticated").asBoolean(true)).isFalse();
    }
    assertThat(failures(person)).isEqualTo(before + 2);
  }

  @Test
  void answersOfInterfacesAndPagesCarryStrictHeaders() {
    for (String path : List.of("/api/me", "/", "/tiep-nhan/", "/engine-rest/engine")) {
      Web.Answer answer = web.nobody().get(path);
      assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
          .doesNotContain("script-src", "unsafe-eval");
    }
    Web.Answer webapp = web.nobody().get("/camunda/app/tasklist/default/");
    assertThat(webapp.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(webapp.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
  }

  @Test
  void cookiesOfTheSessionAreStrict() {
    List<String> cookies =
        web.nobody().get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie");
    assertThat(cookies).isNotEmpty().allMatch(cookie -> cookie.contains("SameSite=Strict"));
    assertThat(cookies)
        .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("HttpOnly"));
    assertThat(web.api("motcua").get("me").headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void aSessionChangesNothingWithoutItsTokenAndEverythingWithIt() {
    Web.Session session = web.login("motcua");
    assertThat(session.forged().get("/api/me").json().path("id").asText()).isEqualTo("motcua");
    assertThat(session.forged().post("/api/dossiers", SUBMISSION).status()).isIn(401, 403);
    assertThat(session.forged().call("POST", "/api/dossiers", new Web.Form("a=b")).status())
        .isIn(401, 403);
    Web.Answer received = session.below("/api/").post("dossiers", SUBMISSION);
    assertThat(received.status()).as(received.body()).isIn(201, 422);
    assertThat(received.body()).doesNotContain("login-required");
  }

  @Test
  void aSessionOfTheWebApplicationsDoesNotOpenTheEnginesInterface() {
    assertThat(web.login("motcua").below("").get("/engine-rest/task").status()).isEqualTo(401);
  }

  @Test
  void logoutEndsTheSessionForOurInterfaceToo() {
    Web.Session session = web.login("motcua");
    assertThat(session.forged().get("/api/me").isOk()).isTrue();
    session.below("").post("/camunda/api/admin/auth/user/default/logout", null);
    assertThat(session.forged().get("/api/me").status()).isEqualTo(401);
  }

  @Test
  void whatIsNotNamedIsDenied() {
    for (String path :
        List.of(
            "/nothing",
            "/actuator",
            "/actuator/env",
            "/h2-console",
            "/application.yml",
            "/processes/defaults.yaml",
            "/webjars/swagger-ui/index.html",
            "/error")) {
      assertThat(web.nobody().get(path).isOk()).as(path).isFalse();
      assertThat(web.basic("motcua", Web.PASSWORD, "").get(path).isOk()).as(path).isFalse();
    }
    assertThat(web.nobody().call("TRACE", "/", null).isOk()).isFalse();
  }
}
