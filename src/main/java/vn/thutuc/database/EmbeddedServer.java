package vn.thutuc.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that the server brings for a first start: durable, on a port and with a password
 * kept in the data folder, listening on the loopback address only.
 */
final class EmbeddedServer {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final String SUPERUSER = "postgres";

  /**
   * How long each attempt to start may take. A query that outlives a killed PostgreSQL holds its
   * memory, and the next one cannot start before that query has noticed.
   */
  private static final List<Duration> ATTEMPTS =
      Stream.of(5, 10, 20, 60, 60).map(Duration::ofSeconds).toList();

  private final ServerLock lock;
  private final Path data;
  private final Path cluster;
  private final int port;
  private volatile EmbeddedPostgres postgres;
  private volatile boolean stopping;

  private EmbeddedServer(Path data, ServerLock lock) throws IOException {
    this.data = data;
    this.lock = lock;
    this.cluster = data.resolve("postgres");
    this.port = port();
  }

  /** Starts (or starts again) the server of a data folder. */
  static EmbeddedServer start(Path data) {
    ServerLock lock = ServerLock.take(data);
    try {
      EmbeddedServer server = new EmbeddedServer(data, lock);
      LeftOverPostmaster.stop(server.cluster);
      server.launch();
      server.protect();
      return server;
    } catch (IOException | SQLException e) {
      lock.release();
      throw new DatabaseRefused(
          "The embedded PostgreSQL in " + data + " does not start: " + e.getMessage(), e);
    }
  }

  String jdbcUrl() {
    return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
  }

  String password() {
    try {
      return Files.readString(passwordFile()).trim();
    } catch (IOException e) {
      throw new DatabaseRefused("The file " + passwordFile() + " cannot be read.", e);
    }
  }

  void stop() {
    stopping = true;
    end();
  }

  private synchronized void end() {
    close();
    lock.release();
    LOG.info("The embedded PostgreSQL has stopped");
  }

  private void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      LOG.warn("The embedded PostgreSQL did not stop cleanly: {}", e.getMessage());
    }
  }

  private void launch() throws IOException {
    IOException last = null;
    for (Duration patience : ATTEMPTS) {
      try {
        postgres = builder(patience).start();
        watch();
        return;
      } catch (IOException e) {
        last = e;
        LOG.warn("The embedded PostgreSQL has not started within {}: trying again", patience);
        LeftOverPostmaster.stop(cluster);
        // Of an attempt that failed Zonky keeps its lock until the process ends.
        Files.deleteIfExists(cluster.resolve("epg-lock"));
      }
      if (stopping) {
        break;
      }
    }
    throw last;
  }

  private EmbeddedPostgres.Builder builder(Duration patience) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(cluster)
            .setOverrideWorkingDirectory(data.resolve("bin").toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(patience)
            // Zonky starts PostgreSQL for throw-away tests; what we answer must survive a power
            // cut.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("listen_addresses", "localhost")
            .setServerConfig("max_connections", "60");
    if (Files.exists(passwordFile())) {
      builder.setConnectConfig("password", password());
    }
    return builder;
  }

  /**
   * A PostgreSQL killed under a running server is started again; connections come back. Its own
   * processes need a moment to notice that it is gone.
   */
  private void watch() throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
    ProcessHandle.of(pid)
        .ifPresent(
            handle ->
                handle
                    .onExit()
                    .thenRunAsync(
                        this::restart, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)));
  }

  private synchronized void restart() {
    if (stopping) {
      return;
    }
    LOG.error("The embedded PostgreSQL has died; it is started again");
    try {
      close();
      LeftOverPostmaster.stop(cluster);
      launch();
    } catch (IOException | RuntimeException e) {
      LOG.error("The embedded PostgreSQL could not be started again; restart the server", e);
    }
  }

  private void protect() throws IOException, SQLException {
    if (Files.exists(passwordFile())) {
      return;
    }
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE " + SUPERUSER + " PASSWORD '" + password + "'");
      Files.writeString(
          cluster.resolve("pg_hba.conf"),
          "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n"
              + "host all all ::1/128 scram-sha-256\n");
      PrivateFile.write(passwordFile(), password);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private Path passwordFile() {
    return data.resolve("postgres.password");
  }

  private int port() throws IOException {
    Path file = data.resolve("postgres.port");
    if (Files.exists(file)) {
      return Integer.parseInt(Files.readString(file).trim());
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(file, Integer.toString(free.getLocalPort()));
      return free.getLocalPort();
    }
  }
}
