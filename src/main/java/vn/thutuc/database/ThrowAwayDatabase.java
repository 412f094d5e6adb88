package vn.thutuc.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * A PostgreSQL for one run of a command: in a folder for temporary files, quick and not durable,
 * gone with the process that started it. What a killed process left behind is removed by the next.
 */
public final class ThrowAwayDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ThrowAwayDatabase.class);
  private static final String PREFIX = "thutuc-throw-away-";

  private final EmbeddedPostgres postgres;
  private final Path folder;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ThrowAwayDatabase(EmbeddedPostgres postgres, Path folder) {
    this.postgres = postgres;
    this.folder = folder;
  }

  /**
   * Starts one; it is removed when closed, and at the latest when this process ends.
   *
   * @throws DatabaseRefused when PostgreSQL does not start here
   */
  public static ThrowAwayDatabase start() {
    try {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      removeLeftOvers(temporary);
      Path folder =
          Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-");
      ThrowAwayDatabase database = new ThrowAwayDatabase(launch(folder), folder);
      // After all contexts have closed, also when the process is interrupted.
      SpringApplication.getShutdownHandlers().add(database::close);
      return database;
    } catch (IOException e) {
      throw new DatabaseRefused(
          "A PostgreSQL for this command does not start in the folder for temporary files: "
              + e.getMessage(),
          e);
    }
  }

  private static EmbeddedPostgres launch(Path folder) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setServerConfig("fsync", "off")
        .setServerConfig("synchronous_commit", "off")
        .setServerConfig("full_page_writes", "off")
        .setServerConfig("autovacuum_naptime", "10s")
        .setServerConfig("wal_level", "minimal")
        .setServerConfig("max_wal_senders", "0")
        .setServerConfig("listen_addresses", "localhost")
        .setServerConfig("max_connections", "20")
        .start();
  }

  /** Where it answers. */
  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
  }

  /** The folder that is removed with it. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      postgres.close();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The throw-away PostgreSQL did not stop cleanly: {}", e.getMessage());
      LeftOverPostmaster.stop(folder.resolve("postgres"));
    }
    remove(folder);
  }

  /** A process that was killed could not clean up; its id stands in the folder's name. */
  private static void removeLeftOvers(Path temporary) throws IOException {
    try (Stream<Path> entries = Files.list(temporary)) {
      entries.filter(ThrowAwayDatabase::isLeftOver).forEach(ThrowAwayDatabase::stopAndRemove);
    }
  }

  private static boolean isLeftOver(Path entry) {
    String name = entry.getFileName().toString();
    if (!name.matches(PREFIX + "\\d+-\\d+") || !Files.isDirectory(entry)) {
      return false;
    }
    long owner = Long.parseLong(name.substring(PREFIX.length(), name.lastIndexOf('-')));
    return ProcessHandle.of(owner).filter(ProcessHandle::isAlive).isEmpty();
  }

  private static void stopAndRemove(Path entry) {
    try {
      LeftOverPostmaster.stop(entry.resolve("postgres"));
      remove(entry);
    } catch (RuntimeException e) {
      LOG.warn("{} is left over and cannot be removed: {}", entry, e.getMessage());
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be removed: {}", folder, e.getMessage());
    }
  }
}
