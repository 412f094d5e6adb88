package vn.thutuc.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.SomeModels;
import vn.thutuc.TestDatabase;
import vn.thutuc.Thutuc;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.ClockRepair;
import vn.thutuc.process.EnginePlay;

/**
 * What Tasklist and the search ask for, measured through HTTP on 100,000 open tasks in 88 communes,
 * for an officer who sees 1,000 and for one who sees 25,000 by five groups; then again without our
 * indexes. The tasks are copies of dossiers played by people's steps; it proves that the engine
 * takes them by going on with some. Arguments: open tasks, finished dossiers, requests a figure.
 */
public final class TaskListBenchmark {

  private static final int SMALL = 1_000;
  private static final int LARGE = 25_000;
  private static final int COMPLETED = 300;
  private static final int FEW = 3;

  private final ConfigurableApplicationContext house;
  private final JdbcClient jdbc;
  private final int port;
  private int requests;
  private final Now real = new Now();

  private TaskListBenchmark(ConfigurableApplicationContext house, int requests) {
    this.house = house;
    this.requests = requests;
    jdbc = house.getBean(JdbcClient.class);
    port = Integer.parseInt(house.getEnvironment().getProperty("local.server.port"));
  }

  public static void main(String[] arguments) {
    int tasks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int finished = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    int requests = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 40;
    try (ConfigurableApplicationContext house = open(BenchmarkProvince.write())) {
      TaskListBenchmark benchmark = new TaskListBenchmark(house, requests);
      benchmark.fill(tasks, finished);
      benchmark.prove();
      benchmark.lists();
      benchmark.searches();
      benchmark.completions();
      benchmark.before();
    }
  }

  private static ConfigurableApplicationContext open(Path organisation) {
    return new SpringApplicationBuilder(Thutuc.class)
        .web(WebApplicationType.SERVLET)
        .run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.profiles.active=demo",
            "--thutuc.test=true",
            "--thutuc.demo.past=false",
            "--thutuc.portal.enabled=false",
            "--thutuc.sandbox.port=-1",
            "--thutuc.organisation=" + organisation,
            // The procedures of the tests: how many there are weighs nothing here.
            "--thutuc.models=" + SomeModels.folder().toUri(),
            "--thutuc.catalogue.root=" + SomeModels.folder().toUri() + "processes/",
            "--camunda.bpm.job-execution.enabled=false",
            "--spring.datasource.url=" + TestDatabase.url(TestDatabase.fresh()),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=");
  }

  private void fill(int tasks, int finished) {
    List<ManyTasks.Template> templates = PlayedDossiers.play(house);
    System.out.println("played: " + templates.size() + " dossiers");
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put(BenchmarkProvince.SMALL, Math.min(SMALL, tasks / 100));
    int each = Math.min(LARGE, tasks / 4) / BenchmarkProvince.LARGE.size();
    BenchmarkProvince.LARGE.forEach(commune -> wanted.put(commune, each));
    int rest = tasks - wanted.values().stream().mapToInt(Integer::intValue).sum();
    int share = rest / BenchmarkProvince.OTHERS.size();
    BenchmarkProvince.OTHERS.forEach(commune -> wanted.put(commune, share));
    wanted.merge(
        BenchmarkProvince.OTHERS.get(0), rest % BenchmarkProvince.OTHERS.size(), Integer::sum);
    long began = real.instant().toEpochMilli();
    ManyTasks many = new ManyTasks(jdbc);
    many.fill(templates, wanted);
    if (finished > 0) {
      many.finish(templates.get(0).number(), finished);
    }
    System.out.printf(
        Locale.ROOT,
        "copied in %.0f s: %s%n",
        (real.instant().toEpochMilli() - began) / 1000.0,
        jdbc.sql(
                """
                select 'open tasks ' || (select count(*) from act_ru_task)
                  || ', instances ' || (select count(*) from act_ru_execution where parent_id_ is null)
                  || ', jobs ' || (select count(*) from act_ru_job)
                  || ', dossiers ' || (select count(*) from dossier)
                  || ', database ' || pg_size_pretty(pg_database_size(current_database()))
                """)
            .query(String.class)
            .single());
  }

  /** Copies derive the same timers and due dates as they hold, and go on to their next step. */
  private void prove() {
    ClockRepair repair = house.getBean(ClockRepair.class);
    List<String> some =
        jdbc.sql(
                """
                select c.number from benchmark_copy c join dossier d on d.number = c.number
                where d.state in (1, 2, 4, 5, 6) order by c.n % 977, c.n limit 100
                """)
            .query(String.class)
            .list();
    long mended = some.stream().filter(n -> !repair.repair(n).mended().isEmpty()).count();
    EnginePlay play = house.getBean(EnginePlay.class);
    List<String> inspections = waiting("Task_Inspect", 50);
    inspections.forEach(number -> inspect(play, number));
    long onward =
        inspections.stream().filter(n -> play.openSteps(n).contains("Task_Decide")).count();
    System.out.printf(
        "proof: of %d copies the clock derives %d differently; of %d inspected %d wait for the leader%n",
        some.size(), mended, inspections.size(), onward);
  }

  private List<String> waiting(String step, int count) {
    return jdbc.sql(
            """
            select e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
            where t.task_def_key_ = :step and t.tenant_id_ = any(:communes) order by t.id_ limit :count
            """)
        .param("step", step)
        .param("communes", BenchmarkProvince.OTHERS.toArray(String[]::new))
        .param("count", count)
        .query(String.class)
        .list();
  }

  private void inspect(EnginePlay play, String number) {
    String commune = number.substring(0, number.indexOf('-'));
    play.complete(
        BenchmarkProvince.specialist(commune),
        number,
        "Task_Inspect",
        Map.of(
            "inspectionDate",
            "2026-04-15",
            "inspectionSummary",
            "Ranh giới rõ ràng",
            "proposal",
            "grant",
            "leased",
            false,
            "obligation",
            false));
  }

  private void lists() {
    System.out.println(
        "| officer | filter | count | page by creation, with count | by due date | by name | count |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (String officer :
        List.of(BenchmarkProvince.OFFICER_OF_ONE, BenchmarkProvince.OFFICER_OF_FIVE)) {
      TasklistClient tasklist = new TasklistClient(port, officer);
      tasklist
          .filters()
          .forEach(
              (name, id) ->
                  System.out.printf(
                      "| %s | %s | %d | %s | %s | %s | %s |%n",
                      officer,
                      name,
                      tasklist.count(id),
                      measured(() -> tasklist.page(id, 0, "created", "")),
                      measured(() -> tasklist.page(id, 0, "dueDate", "")),
                      measured(
                          () -> tasklist.page(id, 0, "created", ",\"nameLike\":\"%thẩm định%\"")),
                      measured(() -> tasklist.count(id))));
    }
  }

  /** The same without the indexes the house adds to the engine's tables, as the engine ships. */
  private void before() {
    jdbc.sql("select indexname from pg_indexes where indexname like 'thutuc_idx%'")
        .query(String.class)
        .list()
        .forEach(index -> jdbc.sql("drop index " + index).update());
    System.out.println("without the house's indexes on the engine's tables:");
    // Each takes seconds then: a few show it.
    requests = Math.min(requests, FEW);
    lists();
    completions();
  }

  private void searches() {
    System.out.println("| officer | search | found | p50 / p95 ms |");
    System.out.println("|---|---|---|---|");
    Map<String, String> people = new LinkedHashMap<>();
    people.put(BenchmarkProvince.OFFICER_OF_ONE, "tasklist");
    people.put(BenchmarkProvince.OFFICER_OF_FIVE, "tasklist");
    people.put("thanhtra", "welcome");
    for (String officer : people.keySet()) {
      TasklistClient person = new TasklistClient(port, officer, people.get(officer));
      for (String words :
          List.of(
              "nguyen van an", "nguyen", "H37.203-260415-000007", "0900055433", "khong co ai")) {
        String body = "{\"q\":\"" + words + "\",\"page\":0,\"size\":20}";
        System.out.printf(
            "| %s | %s | %s | %s |%n",
            officer,
            words,
            TasklistClient.json(person.post("/api/dossiers/search", body)).path("total"),
            measured(() -> person.post("/api/dossiers/search", body)));
      }
    }
  }

  private void completions() {
    EnginePlay play = house.getBean(EnginePlay.class);
    List<String> numbers = waiting("Task_Inspect", COMPLETED);
    long scans = scans();
    long began = real.instant().toEpochMilli();
    numbers.forEach(number -> inspect(play, number));
    double seconds = (real.instant().toEpochMilli() - began) / 1000.0;
    System.out.printf(
        Locale.ROOT,
        "completed %d tasks, claim included: %.1f ms each; scans of the whole task table: %d%n",
        numbers.size(),
        1000 * seconds / numbers.size(),
        scans() - scans);
    System.out.println(
        "load of the machine in the last minute: "
            + java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage());
  }

  /** PostgreSQL tells its figures a second late. */
  private long scans() {
    LockSupport.parkNanos(3_000_000_000L);
    return jdbc.sql("select seq_scan from pg_stat_user_tables where relname = 'act_ru_task'")
        .query(Long.class)
        .single();
  }

  /** The 50th and the 95th of a hundred, in milliseconds. */
  private String measured(Runnable request) {
    for (int warm = 0; warm < Math.min(5, requests); warm++) {
      request.run();
    }
    long[] nanos = new long[requests];
    for (int i = 0; i < requests; i++) {
      long began = System.nanoTime();
      request.run();
      nanos[i] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "%.0f / %.0f",
        nanos[requests / 2] / 1e6,
        nanos[Math.min(requests - 1, (int) Math.ceil(requests * 0.95) - 1)] / 1e6);
  }
}
