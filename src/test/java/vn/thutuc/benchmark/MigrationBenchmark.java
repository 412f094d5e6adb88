package vn.thutuc.benchmark;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.Thutuc;
import vn.thutuc.Versions;
import vn.thutuc.clock.Now;
import vn.thutuc.database.HouseDatabase;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.process.EnginePlay;
import vn.thutuc.process.migration.MigrationRun;
import vn.thutuc.process.migration.ModelMigrations;

/**
 * Moves running dossiers, received by people's steps and standing in five places, to a new version.
 * May be killed at any moment and started again on the same folder: the run goes on. Prints counts,
 * dates compared with what the engine itself held before, and seconds per dossier. Arguments: the
 * data folder (a database of its own is made there), how many dossiers, {@code again} to move those
 * of a finished run once more.
 */
public final class MigrationBenchmark {

  private static final String KEY = "TTHC-1.000028";
  private static final long EVERY_NANOS = 500_000_000L;

  private static final String DATES =
      """
      select 'job ' || j.id_ what, coalesce(j.duedate_::text, '') || ' ' || coalesce(j.retries_, 0)
        || ' ' || coalesce(j.suspension_state_, 0) held
      from act_ru_job j where j.process_instance_id_ is not null
      union all select 'task ' || t.id_, coalesce(t.due_date_::text, 'none') || ' '
        || coalesce(t.assignee_, '') from act_ru_task t
      """;

  private MigrationBenchmark() {}

  public static void main(String[] arguments) {
    String folder = arguments[0];
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
    try (ConfigurableApplicationContext house = open(folder)) {
      JdbcClient jdbc = house.getBean(JdbcClient.class);
      if (jdbc.sql("select count(*) from model_migration").query(Long.class).single() == 0) {
        receive(house, count);
        start(house, jdbc);
      } else if (arguments.length > 2 && isDone(jdbc)) {
        start(house, jdbc);
      } else {
        System.out.println("goes on with the run it found");
      }
      follow(house, jdbc);
      prove(house, jdbc);
    }
  }

  private static boolean isDone(JdbcClient jdbc) {
    return jdbc.sql("select count(*) from model_migration where state <> 'DONE'")
            .query(Long.class)
            .single()
        == 0;
  }

  private static ConfigurableApplicationContext open(String folder) {
    return new SpringApplicationBuilder(Thutuc.class)
        .listeners(new HouseDatabase())
        .web(WebApplicationType.SERVLET)
        .run(
            "--server.port=0",
            "--spring.profiles.active=demo",
            "--thutuc.test=true",
            "--thutuc.demo.past=false",
            "--thutuc.portal.enabled=false",
            "--thutuc.sandbox.port=-1",
            "--thutuc.data=" + folder,
            "--camunda.bpm.job-execution.enabled=false");
  }

  private static void receive(ConfigurableApplicationContext house, int count) {
    Play play = house.getBean(Play.class);
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    for (int i = 0; i < count; i++) {
      String number =
          play.receives(
              "motcua", DemoSubmissions.organisation("1.000028", "Công ty Đo Đạc").build());
      if (i % 5 > 0) {
        complete(house, number, i % 5 == 4);
      }
      if (i % 5 == 2 || i % 5 == 3) {
        appraise(play, number, i % 5 == 2 ? "supplement" : "grant");
      }
    }
  }

  private static void complete(
      ConfigurableApplicationContext house, String number, boolean leaveTheNotice) {
    Map<String, Object> form = Map.of("papersChecked", true, "checkResult", "complete");
    if (leaveTheNotice) {
      house.getBean(EnginePlay.class).complete("motcua", number, "Task_CheckPapers", form);
    } else {
      house.getBean(Play.class).does("motcua", number, "Task_CheckPapers", form);
    }
  }

  private static void appraise(Play play, String number, String proposal) {
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of(
            "opinion",
            "Ý kiến",
            "proposal",
            proposal,
            "resultKind",
            "PERMIT_TRACKED",
            "missingPapers",
            "Báo cáo",
            "reason",
            "Cầu yếu"));
  }

  private static void start(ConfigurableApplicationContext house, JdbcClient jdbc) {
    Versions versions = new Versions(house.getBean(RepositoryService.class));
    ModelMigrations migrations = house.getBean(ModelMigrations.class);
    String source =
        jdbc.sql(
                "select proc_def_id_ from act_ru_execution where proc_def_id_ like ?"
                    + " group by proc_def_id_ order by count(*) desc limit 1")
            .param(KEY + ":%")
            .query(String.class)
            .single();
    long turn = jdbc.sql("select count(*) from model_migration").query(Long.class).single();
    String next = "Timer_Deadline_" + (turn + 1);
    StringBuilder successors = new StringBuilder("Timer_End_Settlement=" + next);
    for (long before = 1; before <= turn; before++) {
      successors.append(";Timer_Deadline_").append(before).append("=").append(next);
    }
    String target =
        versions.deploy(
            KEY,
            text ->
                Versions.naming(KEY, successors.toString())
                    .apply(text.replace("\"Timer_End_Settlement\"", "\"" + next + "\"")));
    jdbc.sql("drop table if exists benchmark_dates").update();
    jdbc.sql("create table benchmark_dates as " + DATES).update();
    long id = migrations.openTrial(source, target, "", "quantri");
    Now real = new Now();
    long began = real.instant().toEpochMilli();
    migrations.work(id);
    ModelMigrations.Progress trial = migrations.progress(id);
    System.out.printf(
        Locale.ROOT,
        "trial: %s in %.1f s, dates changed by it: %d%n",
        trial.counts(),
        (real.instant().toEpochMilli() - began) / 1000.0,
        changed(jdbc));
    migrations.start(id, trial.run().fingerprint(), "quantri");
    migrations.resume();
  }

  private static void follow(ConfigurableApplicationContext house, JdbcClient jdbc) {
    ModelMigrations migrations = house.getBean(ModelMigrations.class);
    long id = jdbc.sql("select max(id) from model_migration").query(Long.class).single();
    Now real = new Now();
    long began = real.instant().toEpochMilli();
    int first = migrations.progress(id).remaining();
    ModelMigrations.Progress progress = migrations.progress(id);
    while (progress.run().state() != MigrationRun.State.DONE) {
      System.out.println("run: " + progress.counts());
      LockSupport.parkNanos(EVERY_NANOS);
      progress = migrations.progress(id);
    }
    double seconds = (real.instant().toEpochMilli() - began) / 1000.0;
    System.out.printf(
        Locale.ROOT,
        "run: %s, %d in this sitting in %.1f s, %.4f s per dossier%n",
        progress.counts(),
        first,
        seconds,
        seconds / Math.max(1, first));
  }

  private static void prove(ConfigurableApplicationContext house, JdbcClient jdbc) {
    MigrationRun run = house.getBean(ModelMigrations.class).all().get(0);
    System.out.println(
        "report: " + house.getBean(ModelMigrations.class).progress(run.id()).proof());
    System.out.printf(
        "engine: %d jobs and tasks held before, %d changed, lost or new%n",
        jdbc.sql("select count(*) from benchmark_dates").query(Long.class).single(), changed(jdbc));
    System.out.println(
        "journal: lines of the move per dossier (lines=dossiers) "
            + jdbc.sql(
                    """
                    select string_agg(lines || '=' || dossiers, ' ') from (
                      select lines, count(*) dossiers from (
                        select d.id, count(j.id) lines from dossier d left join dossier_journal j
                          on j.dossier_id = d.id and j.event = 'MODEL_CHANGED' group by d.id) each
                      group by lines order by lines) grouped
                    """)
                .query(String.class)
                .single());
    System.out.println(
        "instances on each version: "
            + jdbc.sql(
                    """
                    select string_agg(id || '=' || n, ' ') from (
                      select proc_def_id_ id, count(*) n from act_ru_execution
                      where parent_id_ is null group by proc_def_id_ order by 1) grouped
                    """)
                .query(String.class)
                .single());
  }

  private static long changed(JdbcClient jdbc) {
    return jdbc.sql(
            "select count(*) from benchmark_dates b full join ("
                + DATES
                + ") a on a.what = b.what where a.held is distinct from b.held")
        .query(Long.class)
        .single();
  }
}
