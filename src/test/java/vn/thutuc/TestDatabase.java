package vn.thutuc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;

/**
 * One real PostgreSQL for all tests of a run. A template with schema, models and organisation is
 * made by the first context that starts; every other database is a copy of it.
 */
public final class TestDatabase {

  private static final String TEMPLATE = "thutuc_template";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static EmbeddedPostgres postgres;
  private static boolean templateReady;

  private TestDatabase() {}

  /** A database of its own: a copy of the template where there is one, else empty. */
  public static synchronized String fresh() {
    String name = "thutuc_test_" + COUNT.incrementAndGet();
    execute(
        "create database "
            + name
            + (templateReady ? " template " + TEMPLATE : " template template0"));
    return name;
  }

  /** An empty database, without schema. */
  public static synchronized String empty() {
    String name = "thutuc_empty_" + COUNT.incrementAndGet();
    execute("create database " + name + " template template0");
    return name;
  }

  /** Keeps a copy of a database, on which nothing else is connected, as the template. */
  static synchronized void keepAsTemplate(String name) {
    if (!templateReady) {
      execute("create database " + TEMPLATE + " template " + name);
      templateReady = true;
    }
  }

  static synchronized boolean hasTemplate() {
    return templateReady;
  }

  /** Address of a database. */
  public static synchronized String url(String name) {
    return "jdbc:postgresql://localhost:" + server().getPort() + "/" + name;
  }

  /** Connections to a database. */
  public static synchronized DataSource dataSource(String name) {
    return server().getDatabase("postgres", name);
  }

  private static void execute(String sql) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed", e);
    }
  }

  private static synchronized void stop() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The tests' PostgreSQL does not stop", e);
    }
  }

  private static EmbeddedPostgres server() {
    if (postgres == null) {
      try {
        postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setRegisterShutdownHook(false)
                .start();
        // After all contexts have closed: they would wait for connections that are gone.
        SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
      } catch (IOException e) {
        throw new UncheckedIOException("The tests' PostgreSQL does not start", e);
      }
    }
    return postgres;
  }
}
