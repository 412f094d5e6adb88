package vn.thutuc.rehearsal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import vn.thutuc.almanac.AlmanacSeed;
import vn.thutuc.clock.Now;
import vn.thutuc.database.ThrowAwayDatabase;
import vn.thutuc.organisation.OrganisationFiles;
import vn.thutuc.organisation.OrganisationImport;

/**
 * A house for rehearsals only: the real services, calendar and catalogue on a throw-away database,
 * without web server, history, authorizations and job executor, with a clock that is moved.
 */
final class RehearsalHouse implements AutoCloseable {

  private static final LocalDate POSTS_FROM = LocalDate.of(2025, 7, 1);

  /** Every logger to which application.yml gives a level. */
  private static final List<String> LOGGERS =
      List.of(
          LoggingSystem.ROOT_LOGGER_NAME,
          "org.camunda",
          "org.camunda.bpm.spring.boot",
          "org.flywaydb",
          "org.hibernate",
          "com.zaxxer.hikari",
          "org.apache",
          "org.springframework",
          "org.springdoc",
          "io.zonky");

  private final ThrowAwayDatabase database;
  private final ConfigurableApplicationContext context;
  private final Instant opened;

  private RehearsalHouse(ThrowAwayDatabase database, ConfigurableApplicationContext context) {
    this.database = database;
    this.context = context;
    this.opened = get(Now.class).instant();
  }

  /** The part of the server that a rehearsal needs. Not scanned by the server: no component. */
  @EnableAutoConfiguration(
      exclude = UserDetailsServiceAutoConfiguration.class,
      excludeName =
          "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration")
  @AutoConfigurationPackage(basePackages = "vn.thutuc")
  @ComponentScan(
      basePackages = {
        "vn.thutuc.almanac",
        "vn.thutuc.catalogue",
        "vn.thutuc.database",
        "vn.thutuc.dossier",
        "vn.thutuc.organisation",
        "vn.thutuc.outbound",
        "vn.thutuc.process",
        "vn.thutuc.rehearsal"
      },
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = {
                "vn\\.thutuc\\.process\\.security\\.WebappLogin",
                // Tests of these packages bring configurations of their own.
                ".*Tests(\\$.*)?"
              }))
  static class Parts {}

  /**
   * Opens one.
   *
   * @param models folder with processes/ and forms/; null for the packaged ones
   * @param organisation folder with units.csv and people.csv; null for the demo province
   * @param verbose whether the log is written
   * @throws IllegalStateException inside a serving process
   */
  static RehearsalHouse open(Path models, Path organisation, boolean verbose) {
    if (ServingMark.isServing()) {
      throw new IllegalStateException(
          "Trong tiến trình này có máy chủ đang phục vụ: diễn tập sẽ làm lệch đồng hồ của nó."
              + " Hãy chạy lệnh rehearse trong một tiến trình riêng.");
    }
    if (!verbose) {
      silence();
    }
    ThrowAwayDatabase database = ThrowAwayDatabase.start();
    try {
      ConfigurableApplicationContext context =
          new SpringApplicationBuilder(Parts.class)
              .web(WebApplicationType.NONE)
              .profiles("rehearsal")
              .logStartupInfo(false)
              .run(settings(database, models, verbose));
      context.getBean(AlmanacSeed.class).seed();
      context
          .getBean(OrganisationImport.class)
          .apply(
              organisation == null
                  ? OrganisationFiles.read("classpath:provinces/H37")
                  : OrganisationFiles.read(organisation),
              POSTS_FROM);
      return new RehearsalHouse(database, context);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Spring sets levels only when it starts, after the database has. */
  private static void silence() {
    LoggingSystem logging = LoggingSystem.get(RehearsalHouse.class.getClassLoader());
    LOGGERS.forEach(name -> logging.setLogLevel(name, LogLevel.OFF));
  }

  private static String[] settings(ThrowAwayDatabase database, Path models, boolean verbose) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--spring.profiles.active=rehearsal",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=",
                "--spring.datasource.hikari.maximum-pool-size=4",
                "--spring.jpa.hibernate.ddl-auto=none",
                "--spring.jmx.enabled=false",
                "--camunda.bpm.history-level=none",
                "--camunda.bpm.authorization.enabled=false",
                "--camunda.bpm.job-execution.enabled=false",
                "--camunda.bpm.generic-properties.properties.history-cleanup-enabled=false"));
    if (models != null) {
      settings.add("--thutuc.catalogue.root=file:" + models.toAbsolutePath() + "/processes/");
    }
    if (!verbose) {
      LOGGERS.forEach(
          name -> settings.add("--logging.level." + name.toLowerCase(Locale.ROOT) + "=OFF"));
    }
    return settings.toArray(String[]::new);
  }

  /** A service of the house. */
  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** When it was opened, in real time. */
  Instant opened() {
    return opened;
  }

  @Override
  public void close() {
    try {
      context.close();
    } finally {
      database.close();
    }
  }
}
