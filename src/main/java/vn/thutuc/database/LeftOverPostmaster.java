package vn.thutuc.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived its server (kill -9 of the server): stopped before the next start.
 *
 * <p>Called only while the {@link ServerLock} is held, so no living server uses it. PostgreSQL runs
 * durably, so even a forced stop loses nothing that was answered.
 */
final class LeftOverPostmaster {

  private static final Logger LOG = LoggerFactory.getLogger(LeftOverPostmaster.class);
  private static final int PATIENCE_SECONDS = 20;

  private LeftOverPostmaster() {}

  static void stop(Path cluster) {
    Path pidFile = cluster.resolve("postmaster.pid");
    Optional<ProcessHandle> postmaster = livingPostmaster(pidFile);
    postmaster.ifPresent(
        handle -> {
          LOG.info(
              "Stopping the PostgreSQL (process {}) left over by a killed server", handle.pid());
          handle.destroy();
          if (!ended(handle)) {
            handle.destroyForcibly();
            if (!ended(handle)) {
              throw new DatabaseRefused(
                  "The PostgreSQL process " + handle.pid() + " does not stop; end it by hand.");
            }
          }
        });
    deleteStale(pidFile);
  }

  private static Optional<ProcessHandle> livingPostmaster(Path pidFile) {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    try {
      long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> isPostgres(p));
    } catch (IOException | RuntimeException e) {
      LOG.warn("postmaster.pid cannot be read ({}); taken as stale", e.getMessage());
      return Optional.empty();
    }
  }

  /** A process id may have been given to something else since: only a postgres is ended. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(false);
  }

  private static boolean ended(ProcessHandle handle) {
    try {
      handle.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Waiting for PostgreSQL to stop failed", e);
    }
  }

  private static void deleteStale(Path pidFile) {
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new DatabaseRefused("The stale file " + pidFile + " cannot be removed; remove it.", e);
    }
  }
}
