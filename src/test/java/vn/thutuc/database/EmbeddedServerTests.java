package vn.thutuc.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL of a first start: durable, closed, and back after every way of dying. */
class EmbeddedServerTests {

  @TempDir private Path data;
  private EmbeddedServer server;

  private void start() {
    server = EmbeddedServer.start(data);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private long postmaster() throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).trim());
  }

  private static boolean lives(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static void ends(long pid) {
    await().atMost(Duration.ofSeconds(20)).until(() -> !lives(pid));
  }

  @Test
  void whatItAnswersIsOnDisk() throws SQLException {
    start();

    assertThat(ask("show fsync")).isEqualTo("on");
    assertThat(ask("show synchronous_commit")).isEqualTo("on");
    assertThat(ask("show full_page_writes")).isEqualTo("on");
    assertThat(ask("show server_version")).startsWith("17.");
    assertThat(ask("show server_encoding")).isEqualTo("UTF8");
  }

  @Test
  void nobodyConnectsWithoutThePasswordOrFromElsewhere() throws Exception {
    start();

    assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", ""))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password");
    assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", "postgres"))
        .isInstanceOf(SQLException.class)
        .extracting(refusal -> ((SQLException) refusal).getSQLState())
        .isEqualTo("28P01");
    assertThat(ask("show listen_addresses")).isEqualTo("localhost");
    assertThat(ask("select count(*)::text from pg_hba_file_rules where auth_method = 'trust'"))
        .isEqualTo("0");
    assertThat(server.password()).hasSizeGreaterThanOrEqualTo(24);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(data.resolve("postgres.password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void portPasswordAndDataSurviveARestart() throws Exception {
    start();
    String url = server.jdbcUrl();
    String password = server.password();
    execute("create table kept (id int primary key)");
    execute("insert into kept values (1)");
    long first = postmaster();
    server.stop();
    ends(first);

    start();

    assertThat(server.jdbcUrl()).isEqualTo(url);
    assertThat(server.password()).isEqualTo(password);
    assertThat(ask("select count(*)::text from kept")).isEqualTo("1");
    assertThat(ask("show fsync")).isEqualTo("on");
  }

  @Test
  void aPostgresLeftOverByAKilledServerIsStoppedAndItsRowsAreThere() throws Exception {
    Process doomed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath(),
                DoomedServer.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader says = doomed.inputReader(UTF_8)) {
      assertThat(says.lines().anyMatch(DoomedServer.COMMITTED::equals)).isTrue();
    } finally {
      doomed.destroyForcibly().waitFor();
    }
    long leftOver = postmaster();
    assertThat(lives(leftOver)).as("it outlives its server").isTrue();

    start();

    assertThat(lives(leftOver)).isFalse();
    assertThat(postmaster()).isNotEqualTo(leftOver);
    assertThat(ask("select count(*)::text from kept")).isEqualTo("1");
  }

  /** Surefire hands the class path over in a property of its own. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  @Test
  void aStalePidFileOfAnotherProgramIsNoPostgresToEnd() throws Exception {
    start();
    execute("create table kept (id int primary key)");
    server.stop();
    long own = ProcessHandle.current().pid();
    Files.writeString(data.resolve("postgres/postmaster.pid"), own + "\n");

    start();

    assertThat(postmaster()).isNotEqualTo(own);
    assertThat(ask("select count(*)::text from kept")).isEqualTo("0");
  }

  @Test
  void aKilledPostgresIsStartedAgainAndItsRowsAreThere() throws Exception {
    start();
    execute("create table kept (id int primary key)");
    execute("insert into kept values (1)");

    kill();
    assertThat(answersAgain()).isEqualTo("1");
    kill();
    assertThat(answersAgain()).as("also a second time").isEqualTo("1");
  }

  @Test
  void aKilledPostgresComesBackAlthoughAQueryOfItStillRuns() throws Exception {
    start();
    execute("create table kept (id int primary key)");
    execute("insert into kept values (1)");
    // Counting notices the postmaster's death only when it is done: it holds the shared memory.
    ExecutorService client = Executors.newSingleThreadExecutor();
    client.submit(() -> ask("select count(*)::text from generate_series(1, 30000000)"));
    await().atMost(Duration.ofSeconds(20)).until(() -> busyQueries() > 0);

    kill();

    assertThat(answersAgain()).isEqualTo("1");
    client.shutdownNow();
  }

  private long busyQueries() throws SQLException {
    return Long.parseLong(
        ask(
            "select count(*)::text from pg_stat_activity where state = 'active'"
                + " and query like '%generate_series(1, 3%' and pid <> pg_backend_pid()"));
  }

  private void kill() throws IOException {
    long pid = postmaster();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    ends(pid);
  }

  private String answersAgain() {
    return await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> ask("select count(*)::text from kept"), "1"::equals);
  }

  @Test
  void aStoppedServerIsNotStartedAgain() throws Exception {
    start();
    long pid = postmaster();
    server.stop();
    server = null;

    ends(pid);
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .until(() -> Files.notExists(data.resolve("postgres/postmaster.pid")));
  }

  @Test
  void aSecondServerOnTheSameFolderIsRefusedWithTheProcessNamed() throws Exception {
    start();

    assertThatThrownBy(() -> EmbeddedServer.start(data))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("process " + ProcessHandle.current().pid())
        .hasMessageContaining("--thutuc.data=FOLDER");

    assertThat(ask("select 1::text")).isEqualTo("1");
    server.stop();
    start();
    assertThat(ask("select 1::text")).isEqualTo("1");
  }
}
