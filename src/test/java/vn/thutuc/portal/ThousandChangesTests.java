package vn.thutuc.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.OutsideFacts;
import vn.thutuc.outbound.OutboundDrain;

/**
 * A thousand changes go to the portal's stand-in over HTTP, by two workers, while it fails and
 * loses answers: what it holds at the end is what stands here, each once, each dossier in order.
 */
@HouseTest
class ThousandChangesTests {

  private static final SandboxPort SANDBOX = new SandboxPort();
  private static final int CHANGES = 1_000;
  private static final List<String> ORDER = List.of("1", "2", "4", "9", "10");

  @Autowired private Play play;
  @Autowired private Now now;
  @Autowired private JdbcClient jdbc;
  @Autowired private OutboundDrain drain;
  @Autowired private OutsideFacts facts;
  @Autowired private PortalMessages messages;
  @Autowired private PortalClient client;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final List<String> numbers = new ArrayList<>();

  @DynamicPropertySource
  static void connected(DynamicPropertyRegistry registry) {
    SANDBOX.connects(registry);
    registry.add("thutuc.outbound.first-pause", () -> "1s");
    registry.add("thutuc.outbound.longest-pause", () -> "2s");
    registry.add("spring.datasource.hikari.maximum-pool-size", () -> "12");
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  @Test
  void whatThePortalTookIsWhatWasSent() throws Exception {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      while (written() < CHANGES) {
        aDossierGoesItsWay(workers);
      }
      misbehaves(2, 2);
      while (waiting() > 0) {
        drains(workers);
      }
    } finally {
      workers.shutdownNow();
    }
    misbehaves(0, 0);
    compare();
  }

  private void aDossierGoesItsWay(ExecutorService workers) throws Exception {
    String number =
        play.receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Nghìn").build());
    numbers.add(number);
    misbehaves(numbers.size() % 3, numbers.size() % 4);
    drains(workers);
    step("motcua", number, "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    if (numbers.size() % 2 == 0) {
      drains(workers);
    }
    step(
        "chuyenvien",
        number,
        "Task_Appraise",
        "opinion",
        "Đạt",
        "proposal",
        "grant",
        "resultKind",
        "PERMIT_TRACKED");
    step("truongphong", number, "Task_Review", "headDecision", "approve");
    step("lanhdao", number, "Task_Sign", "leaderDecision", "approve");
    step(
        "vanthu",
        number,
        "Task_Number",
        "resultNumber",
        "%d/GPLHX".formatted(numbers.size()),
        "resultDate",
        "2026-03-03");
    drains(workers);
    step(
        "motcua",
        number,
        "Task_ReturnAtCounter",
        "collectorName",
        "Người Nhận",
        "collectorIdNumber",
        "000000000009",
        "registerSigned",
        true);
  }

  private void step(String person, String number, String step, Object... form) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < form.length; i += 2) {
      fields.put((String) form[i], form[i + 1]);
    }
    play.does(person, number, step, fields);
  }

  private void drains(ExecutorService workers) throws Exception {
    now.moveTo(now.instant().plusSeconds(3));
    Callable<Integer> draining = () -> drain.drain("PORTAL");
    for (Future<Integer> one : workers.invokeAll(List.of(draining, draining))) {
      one.get();
    }
  }

  private void misbehaves(int failures, int losses) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(SANDBOX.address("/cong-tac")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "path=/cong-dvc&failNext=%d&loseAnswers=%d".formatted(failures, losses)))
            .build();
    assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(303);
  }

  private JsonNode there(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(SANDBOX.address("/cong-dvc" + path))).build();
    return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private int written() {
    return count("select count(*) from outbound_act where kind = 'PORTAL'");
  }

  private int waiting() {
    return count("select count(*) from outbound_act where kind = 'PORTAL' and state = 'WRITTEN'");
  }

  private int count(String query) {
    return jdbc.sql(query).query(Integer.class).single();
  }

  private void compare() throws Exception {
    Map<String, List<String>> told = new TreeMap<>();
    int news = 0;
    int repeated = 0;
    JsonNode takings = there("/da-nhan");
    for (JsonNode one : takings) {
      told.computeIfAbsent(one.path("MaHoSo").asText(), n -> new ArrayList<>())
          .add(one.path("TrangThaiHoSo").asText());
      news += one.path("moi").asBoolean() ? 1 : 0;
      repeated += one.path("lap").asBoolean() ? 1 : 0;
    }
    int lost = 0;
    for (String number : numbers) {
      JsonNode ours = messages.dossier(number, facts.of(number));
      JsonNode theirs = client.lookUp(number).orElse(json.createObjectNode());
      lost += theirs.equals(ours) ? 0 : 1;
      assertThat(theirs).isEqualTo(ours);
      assertThat(told.get(number).stream().map(ORDER::indexOf).toList()).isSorted();
    }
    int steps = count("select count(*) from dossier_journal where event = 'STEP_DONE'");
    int stepsThere = there("/tien-do").size();
    System.out.printf(
        "Portal: %d dossiers, acts written %d, sent %d, needless %d, failed %d, attempts %d;%n"
            + "  taken: %d dossiers, %d contents (of them %d repeated after a lost answer, held once),"
            + " %d of %d steps; duplicated %d, lost %d%n",
        numbers.size(),
        written(),
        count("select count(*) from outbound_act where kind = 'PORTAL' and state = 'SENT'"),
        count("select count(*) from outbound_act where kind = 'PORTAL' and state = 'NEEDLESS'"),
        count("select count(*) from outbound_act where kind = 'PORTAL' and state = 'FAILED'"),
        count("select sum(attempts) from outbound_act where kind = 'PORTAL'"),
        told.size(),
        takings.size(),
        repeated,
        stepsThere,
        steps,
        news - numbers.size(),
        lost + steps - stepsThere);
    assertThat(news).as("each dossier is new once").isEqualTo(numbers.size());
    assertThat(stepsThere).isEqualTo(steps);
    assertThat(
            count("select count(*) from outbound_act where kind = 'PORTAL' and state = 'FAILED'"))
        .isZero();
  }
}
