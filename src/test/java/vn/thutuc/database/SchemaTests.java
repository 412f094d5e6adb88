package vn.thutuc.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import vn.thutuc.TestDatabase;

/** Flyway owns the schema, the engine's included. */
class SchemaTests {

  private static final String SCRIPTS =
      "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
  private static final Pattern TABLE =
      Pattern.compile("create table (\\w+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern INDEX =
      Pattern.compile("create (?:unique )?index (\\w+) on", Pattern.CASE_INSENSITIVE);

  private final DataSource database = TestDatabase.dataSource(TestDatabase.empty());
  private final JdbcClient jdbc = JdbcClient.create(database);

  private Flyway flyway() {
    return Flyway.configure()
        .dataSource(database)
        .javaMigrations(new EngineSchema())
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }

  private List<String> named(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private List<String> tables() {
    return named("select tablename from pg_tables where schemaname = 'public'");
  }

  private List<String> indexes() {
    return named("select indexname from pg_indexes where schemaname = 'public'");
  }

  private static List<String> inScripts(Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    for (var script :
        new PathMatchingResourcePatternResolver().getResources("classpath*:" + SCRIPTS + "*.sql")) {
      pattern
          .matcher(script.getContentAsString(UTF_8))
          .results()
          .map(match -> match.group(1).toLowerCase(java.util.Locale.ROOT))
          .forEach(found::add);
    }
    return found;
  }

  @Test
  void everyTableAndIndexOfTheEngineIsThere() throws IOException {
    flyway().migrate();

    assertThat(inScripts(TABLE)).hasSizeGreaterThan(45);
    assertThat(tables()).containsAll(inScripts(TABLE));
    assertThat(indexes()).containsAll(inScripts(INDEX));
    assertThat(named("select version_ from act_ge_schema_log")).containsExactly("7.24.0");
  }

  @Test
  void ourTablesAndTheExtraIndexesAreThere() {
    flyway().migrate();

    assertThat(tables())
        .contains(
            "dossier",
            "dossier_journal",
            "dossier_rung",
            "dossier_agency",
            "dossier_due",
            "provisioned_filter",
            "outbound_act",
            "access_log",
            "house");
    assertThat(indexes())
        .contains(
            "thutuc_idx_task_parent",
            "thutuc_idx_identity_link_group",
            "thutuc_idx_job_type_due",
            "thutuc_idx_task_tenant_due",
            "dossier_phase_running",
            "dossier_pause_open",
            "dossier_due_end",
            "dossier_agency_found_by",
            "outbound_act_waiting");
  }

  @Test
  void twoNodesMigratingTheSameEmptyDatabaseAtOnceBothSucceed() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Boolean> node =
        () -> {
          together.await();
          return flyway().migrate().success;
        };
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      for (Future<Boolean> each : nodes.invokeAll(List.of(node, node))) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      nodes.shutdown();
    }

    assertThat(
            named(
                "select version from flyway_schema_history where type <> 'BASELINE'"
                    + " order by installed_rank"))
        .startsWith("1", "2", "3", "4")
        .doesNotHaveDuplicates()
        .hasSameSizeAs(flyway().info().applied());
    assertThat(flyway().migrate().migrationsExecuted).isZero();
  }

  @Test
  void anEngineSchemaThatIsThereIsLeftAsItIs() throws Exception {
    try (Connection connection = database.getConnection()) {
      for (String part :
          Stream.of(
                  "engine",
                  "history",
                  "identity",
                  "case.engine",
                  "case.history",
                  "decision.engine",
                  "decision.history")
              .toList()) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(SCRIPTS + part + ".sql"));
      }
    }
    jdbc.sql("insert into act_ge_property values ('of.another.server', 'kept', 1)").update();

    flyway().migrate();

    assertThat(named("select value_ from act_ge_property where name_ = 'of.another.server'"))
        .containsExactly("kept");
    assertThat(tables()).contains("dossier");
    assertThat(indexes()).contains("thutuc_idx_task_parent");
  }

  @Test
  void theJournalAndTheAccessLogAreAppendOnly() {
    flyway().migrate();
    jdbc.sql("insert into access_log (at, actor, action) values (now(), 'a', 'b')").update();

    for (String change :
        List.of(
            "update access_log set actor = 'x'",
            "delete from access_log",
            "truncate access_log",
            "update dossier_journal set reason = 'x'",
            "delete from dossier_journal",
            "truncate dossier_journal")) {
      assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("append-only");
    }
  }
}
