package vn.thutuc.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.TestDatabase;
import vn.thutuc.Thutuc;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.outbound.OutboundActs;

/**
 * Acts brought out by two nodes on one database while one of them is killed (-9) again and again,
 * answers are lost and the other side fails: prints what was written, sent, taken, handed over
 * twice and lost. Arguments: acts, kills.
 */
public final class OutboundKills {

  private static final int DOSSIERS = 50;
  private static final int LOST_ANSWER = 97;
  private static final int FAILURE = 61;
  private static final long MOST_SECONDS = 900;

  private final Map<String, Integer> taken = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final JdbcClient jdbc;

  private OutboundKills(String name) {
    jdbc = JdbcClient.create(TestDatabase.dataSource(name));
  }

  public static void main(String[] arguments) throws Exception {
    int wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
    int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    String name = TestDatabase.fresh();
    new OutboundKills(name).run(TestDatabase.url(name), wanted, kills);
    System.exit(0);
  }

  private void run(String url, int wanted, int kills) throws Exception {
    write(url, wanted);
    HttpServer program =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    program.setExecutor(Executors.newFixedThreadPool(8));
    program.createContext("/", this::take);
    program.start();
    int port = program.getAddress().getPort();
    List<Process> nodes = new ArrayList<>(List.of(node(url, port, 1), node(url, port, 2)));
    Now clock = new Now();
    long began = clock.instant().getEpochSecond();
    int killed = 0;
    try {
      while (waiting() > 0 && clock.instant().getEpochSecond() - began < MOST_SECONDS) {
        LockSupport.parkNanos(50_000_000L);
        if (killed < kills && taken.size() > (killed + 1) * wanted / (kills + 1)) {
          nodes.remove(0).destroyForcibly().waitFor();
          nodes.add(node(url, port, 3 + killed));
          killed++;
        }
      }
    } finally {
      nodes.forEach(Process::destroyForcibly);
      program.stop(0);
    }
    report(wanted, killed, clock.instant().getEpochSecond() - began);
  }

  private void report(int wanted, int killed, long seconds) {
    long sent =
        jdbc.sql("select count(*) from outbound_act where system = 'BODY' and state = 'SENT'")
            .query(Long.class)
            .single();
    System.out.printf(
        "acts written %d, nodes killed %d, seconds %d%n"
            + "sent %d, taken %d, handed over again %d, lost %d%n",
        wanted,
        killed,
        seconds,
        sent,
        taken.size(),
        taken.values().stream().mapToInt(times -> times - 1).sum(),
        wanted - taken.size());
  }

  private void take(HttpExchange exchange) throws IOException {
    int request = requests.incrementAndGet();
    String key = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean fails = request % FAILURE == 0;
    if (!fails) {
      taken.merge(key, 1, Integer::sum);
    }
    if (fails || request % LOST_ANSWER != 0) {
      exchange.sendResponseHeaders(fails ? 500 : 200, -1);
    }
    exchange.close();
  }

  private long waiting() {
    return jdbc.sql("select count(*) from outbound_act where system = 'BODY' and state = 'WRITTEN'")
        .query(Long.class)
        .single();
  }

  private static void write(String url, int wanted) {
    try (ConfigurableApplicationContext house =
        new SpringApplicationBuilder(Thutuc.class, OutboundNode.Connected.class)
            .web(WebApplicationType.SERVLET)
            .run(OutboundNode.settings(url, "--thutuc.test=true", "--benchmark.port=1"))) {
      Play play = house.getBean(Play.class);
      play.to(LocalDateTime.parse("2026-03-03T08:15"));
      List<String> numbers = new ArrayList<>();
      for (int i = 0; i < DOSSIERS; i++) {
        numbers.add(
            play.receives(
                "motcua", DemoSubmissions.organisation("1.000028", "Công ty " + i).build()));
      }
      house.getBean(Now.class).release();
      OutboundActs acts = house.getBean(OutboundActs.class);
      for (int i = 0; i < wanted; i++) {
        acts.write(
            new OutboundActs.Act(
                numbers.get(i % DOSSIERS), "FORWARD", "e" + i, "Task_Benchmark", "1"));
      }
    }
  }

  private static Process node(String url, int port, int ordinal) throws IOException {
    return new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx700m",
            "-Duser.timezone=UTC",
            "-cp",
            System.getProperty("java.class.path"),
            OutboundNode.class.getName(),
            url,
            String.valueOf(port))
        .redirectErrorStream(true)
        .redirectOutput(new File("target", "outbound-node-" + ordinal + ".log"))
        .start();
  }
}
