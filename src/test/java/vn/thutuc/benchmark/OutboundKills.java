package vn.thutuc.benchmark;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.SomeModels;
import vn.thutuc.TestDatabase;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.Authority;
import vn.thutuc.dossier.Party;
import vn.thutuc.dossier.ReceptionFacts;
import vn.thutuc.dossier.Submission;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.sandbox.Sandbox;

/**
 * Notices by SMS and orders of parcels, brought out by the real channels of two nodes on one
 * database to the demo's sandbox, while nodes are killed (-9) and started anew and the sandbox
 * fails and loses answers. Prints what was written, what became of it, and what the sandbox holds:
 * each exactly once, or the program ends with 1. The sandbox lives in this process and survives.
 * Arguments: notices, parcels (each a dossier that people's steps have settled; at least one),
 * kills.
 */
public final class OutboundKills {

  private static final int SLOW_MILLIS = 40;
  private static final int TIMES = 10;
  private static final long LOOK_NANOS = 100_000_000L;
  private static final long MOST_SECONDS = 1_500;

  /** Made once here: each process that asks for the folder makes it anew. */
  private static final String MODELS = SomeModels.folder().toUri().toString();

  /** Element of the acts that this program writes; the models write theirs besides. */
  private static final String ELEMENT = "Task_Benchmark";

  /** Each act of the two channels with what the sandbox holds under its key, if anything. */
  private static final String ACTS =
      """
      from outbound_act a cross join house h left join sandbox.thing t
        on t.stand_in = case a.system when 'POST' then '/buu-chinh' else '/tin-nhan' end
        and t.key = case a.system when 'POST' then '' else 'SMS ' end
          || 'thutuc-' || h.key || '-' || a.id
      where a.system in ('NOTICE', 'POST')
      """;

  private final String url;
  private final ConfigurableApplicationContext house;
  private final JdbcClient jdbc;
  private final String sandbox;
  private final MisbehavingStandIn gateway;
  private final MisbehavingStandIn carrier;
  private final List<Process> nodes = new ArrayList<>();
  private int started;
  private int killed;

  private OutboundKills(String url, ConfigurableApplicationContext house) {
    this.url = url;
    this.house = house;
    jdbc = house.getBean(JdbcClient.class);
    sandbox = house.getBean(Sandbox.class).address();
    gateway = new MisbehavingStandIn(sandbox, "/tin-nhan", SLOW_MILLIS, 15);
    carrier = new MisbehavingStandIn(sandbox, "/buu-chinh", SLOW_MILLIS, 3);
  }

  public static void main(String[] arguments) throws Exception {
    int notices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
    int parcels = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
    int kills = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    String url = TestDatabase.url(TestDatabase.fresh());
    boolean right;
    try (ConfigurableApplicationContext house =
        OutboundNode.open(url, MODELS, "--thutuc.test=true", "--thutuc.sandbox.port=0")) {
      right = new OutboundKills(url, house).run(notices, parcels, kills);
    }
    System.exit(right ? 0 : 1);
  }

  private boolean run(int notices, int parcels, int kills) throws Exception {
    write(notices, settle(parcels));
    Now clock = new Now();
    long began = clock.instant().getEpochSecond();
    long written = acts();
    try {
      start();
      start();
      while (waiting() > 0 && clock.instant().getEpochSecond() - began < MOST_SECONDS) {
        long taken = taken("/tin-nhan") + taken("/buu-chinh");
        gateway.tell(1 + (int) (taken("/tin-nhan") * TIMES / (written - parcels)));
        carrier.tell(1 + (int) (taken("/buu-chinh") * TIMES / parcels));
        if (nodes.stream().anyMatch(node -> !node.isAlive())) {
          throw new IllegalStateException("A node ended; see target/outbound-node-*.log");
        }
        if (killed < kills && taken > (killed + 1) * written / (kills + 1) && twoAreAtWork()) {
          kill();
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    } finally {
      for (Process node : nodes) {
        node.destroyForcibly().waitFor();
      }
    }
    return report(clock.instant().getEpochSecond() - began) && killed == kills;
  }

  private void start() throws IOException {
    nodes.add(OutboundNode.start(url, sandbox, MODELS, ++started));
  }

  /** The node that has run longest is killed, and another one started. */
  private void kill() throws IOException, InterruptedException {
    nodes.remove(0).destroyForcibly().waitFor();
    killed++;
    start();
  }

  /** Every node that was started has brought something out. */
  private boolean twoAreAtWork() {
    return count("select count(distinct node) from outbound_attempt") == started;
  }

  private List<String> settle(int parcels) {
    Play play = house.getBean(Play.class);
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < parcels; i++) {
      String number = play.receives("motcua", submission(i));
      play.does(
          "motcua",
          number,
          "Task_CheckPapers",
          Map.of("papersChecked", true, "checkResult", "complete"));
      play.does(
          "chuyenvien",
          number,
          "Task_Appraise",
          Map.of("opinion", "Đủ điều kiện", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));
      play.does("truongphong", number, "Task_Review", Map.of("headDecision", "approve"));
      play.does("lanhdao", number, "Task_Sign", Map.of("leaderDecision", "approve"));
      play.does(
          "vanthu",
          number,
          "Task_Number",
          Map.of("resultNumber", (i + 1) + "/GPLHX", "resultDate", "2026-03-03"));
      numbers.add(number);
    }
    house.getBean(Now.class).release();
    System.out.printf("settled %d dossiers%n", numbers.size());
    return numbers;
  }

  /** Without an e-mail address: what cannot go by SMS goes nowhere. */
  private static Submission submission(int ordinal) {
    return new Submission(
        "1.000028",
        Channel.COUNTER,
        null,
        null,
        ReturnMethod.POSTAL,
        null,
        null,
        new Party(
            Party.Kind.ORGANISATION,
            "Công ty Nhận Thư " + ordinal,
            "0000000%05d".formatted(ordinal),
            "090%06d0".formatted(ordinal),
            null,
            "Thôn Thử Nghiệm, tỉnh Lạng Sơn"),
        null,
        new Authority(null, null, null),
        null,
        new ReceptionFacts(null, null, null, null, null));
  }

  private void write(int notices, List<String> numbers) {
    // Played in March, written now: else notices would be too old to be sent.
    jdbc.sql(
            """
            update outbound_act set written_at = now(), due_at = now(), tried_since = now(),
              expires_at = now() + (expires_at - written_at)
            where state = 'WRITTEN'
            """)
        .update();
    OutboundActs acts = house.getBean(OutboundActs.class);
    for (int i = 0; i < notices; i++) {
      String number = numbers.get(i % numbers.size());
      acts.write(new OutboundActs.Act(number, "NOTICE", "told", ELEMENT, String.valueOf(i)));
    }
  }

  private boolean report(long seconds) throws IOException, InterruptedException {
    System.out.printf("nodes started %d, killed %d; %d seconds%n", started, killed, seconds);
    jdbc.sql(
            """
            select system || ': written ' || count(*) || ' (by the models '
              || count(*) filter (where element <> :element) || ')' || (
                select string_agg(', ' || state || ' ' || n, '' order by state) from (
                  select state, count(*) n from outbound_act
                  where system = a.system group by state) each)
              || '; attempts ' || sum(attempts) || ', of them without an outcome '
              || (sum(attempts) - (select count(*) from outbound_attempt t
                join outbound_act o on o.id = t.act_id
                where o.system = a.system and t.node is not null))
            from outbound_act a where system in ('NOTICE', 'POST') group by system order by system
            """)
        .param("element", ELEMENT)
        .query(String.class)
        .list()
        .forEach(System.out::println);
    report("/tin-nhan", gateway);
    report("/buu-chinh", carrier);
    // Under another key, or an order of which two parcels were made.
    long duplicated =
        count("select count(*) from sandbox.thing where stand_in in ('/tin-nhan', '/buu-chinh')")
            - count("select count(t.id) " + ACTS)
            + count(
                """
                select count(*) - count(distinct body ->> 'OrderNumber') from sandbox.thing
                where stand_in = '/buu-chinh/events' and body ->> 'StatusCode' = '100'
                """);
    long lost = acts() - count("select count(t.id) " + ACTS);
    long unsent = count("select count(*) " + ACTS + " and a.state <> 'SENT'");
    System.out.printf("duplicated %d, lost %d, not sent %d%n", duplicated, lost, unsent);
    return duplicated == 0 && lost == 0 && unsent == 0;
  }

  private void report(String standIn, MisbehavingStandIn misbehaving)
      throws IOException, InterruptedException {
    long again =
        jdbc.sql("select coalesce(sum(came - 1), 0) from sandbox.thing where stand_in = ?")
            .param(standIn)
            .query(Long.class)
            .single();
    System.out.printf(
        "sandbox %s: taken (distinct keys) %d, handed over again and not taken %d; %s%n",
        standIn, taken(standIn), again, misbehaving.did());
  }

  private long acts() {
    return count("select count(*) " + ACTS);
  }

  private long waiting() {
    return count("select count(*) " + ACTS + " and a.state = 'WRITTEN'");
  }

  private long taken(String standIn) {
    return jdbc.sql("select count(*) from sandbox.thing where stand_in = ?")
        .param(standIn)
        .query(Long.class)
        .single();
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
