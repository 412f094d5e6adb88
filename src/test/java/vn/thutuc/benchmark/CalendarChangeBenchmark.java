package vn.thutuc.benchmark;

import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.ManyDossiers;
import vn.thutuc.ShippedYear;
import vn.thutuc.TestDatabase;
import vn.thutuc.Thutuc;
import vn.thutuc.almanac.CalendarRuns;
import vn.thutuc.almanac.CalendarYears;
import vn.thutuc.almanac.FileKind;
import vn.thutuc.calendar.DayKind;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.CalendarPreview;
import vn.thutuc.dossier.CalendarRun;

/**
 * Publishes a change of the calendar that moves every one of 20,000 open dossiers, some of them
 * with process instances, and prints seconds and heap. Arguments: all dossiers, those with
 * instances.
 */
public final class CalendarChangeBenchmark {

  private static final long EVERY_NANOS = 100_000_000L;

  private CalendarChangeBenchmark() {}

  public static void main(String[] arguments) {
    int all = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int real = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
    try (ConfigurableApplicationContext house = open()) {
      fill(house, all, real);
      measure(house);
    }
  }

  private static ConfigurableApplicationContext open() {
    String database = TestDatabase.fresh();
    return new SpringApplicationBuilder(Thutuc.class)
        .web(WebApplicationType.SERVLET)
        .run(
            "--server.port=0",
            "--spring.profiles.active=demo",
            "--thutuc.test=true",
            "--thutuc.demo.past=false",
            "--thutuc.portal.enabled=false",
            "--thutuc.sandbox.port=-1",
            "--camunda.bpm.job-execution.enabled=false",
            "--spring.datasource.url=" + TestDatabase.url(database),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=");
  }

  private static void fill(ConfigurableApplicationContext house, int all, int real) {
    Play play = house.getBean(Play.class);
    String number = null;
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    for (int i = 0; i < real; i++) {
      number =
          play.receives(
              "motcua", DemoSubmissions.organisation("1.000028", "Công ty Đo Đạc").build());
      play.does(
          "motcua",
          number,
          "Task_CheckPapers",
          Map.of("papersChecked", true, "checkResult", "complete"));
    }
    JdbcClient jdbc = house.getBean(JdbcClient.class);
    new ManyDossiers(jdbc).copy(number, "COPY", all - real);
    jdbc.sql("analyze").update();
  }

  private static void measure(ConfigurableApplicationContext house) {
    CalendarYears years = house.getBean(CalendarYears.class);
    CalendarRun run = house.getBean(CalendarRun.class);
    CalendarRuns runs = house.getBean(CalendarRuns.class);
    Now real = new Now();
    byte[] file =
        new ShippedYear(2026)
            .with("2026-03-04", DayKind.SWAP_OFF, "Nghỉ hoán đổi")
            .with("2026-03-07", DayKind.SWAP_WORK, "Làm bù")
            .csv();
    years.replaceDraft(2026, FileKind.CSV, file, "benchmark", "quantri");
    long began = real.instant().toEpochMilli();
    CalendarPreview.Impact said = house.getBean(CalendarPreview.class).of(2026);
    long previewed = real.instant().toEpochMilli();
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong peak = new AtomicLong();
    Thread watch = new Thread(() -> watch(done, peak));
    watch.start();
    long id = years.publish(2026, true, null, "quantri");
    run.carry(id);
    done.set(true);
    long carried = real.instant().toEpochMilli();
    System.gc();
    System.out.printf(
        Locale.ROOT,
        "preview: %.1f s for %d dossiers (%d move)%nrun: %.1f s, %s%nheap: peak %d MB, after"
            + " collection %d MB%n",
        (previewed - began) / 1000.0,
        said.seen(),
        said.moved(),
        (carried - previewed) / 1000.0,
        runs.find(id).orElseThrow(),
        peak.get() / 1_048_576,
        used() / 1_048_576);
  }

  private static void watch(AtomicBoolean done, AtomicLong peak) {
    while (!done.get()) {
      peak.accumulateAndGet(used(), Math::max);
      java.util.concurrent.locks.LockSupport.parkNanos(EVERY_NANOS);
    }
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
