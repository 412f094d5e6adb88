package vn.thutuc.opening;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.database.DatabaseRefused;

/** Whether this database was opened before, and as a demo or as a province's own. */
@Component
class HouseState {

  private final JdbcClient jdbc;
  private final Now now;

  HouseState(JdbcClient jdbc, Now now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /** A demo's database has known passwords: it never serves a province. */
  void refuseForeign(boolean demo) {
    Optional<Boolean> known = known();
    if (known.isPresent() && known.get() && !demo) {
      throw new DatabaseRefused(
          "This database was opened as a demo and its accounts have known passwords."
              + " Use an empty database for a province.");
    }
  }

  /** Whether the demo has to load its past: it is a demo, and it has not opened yet. */
  boolean firstOpening(boolean demo) {
    return demo && known().isEmpty();
  }

  void opened(boolean demo) {
    jdbc.sql("insert into house (demo, opened_at) values (?, ?) on conflict do nothing")
        .param(demo)
        .param(Timestamp.from(now.instant()))
        .update();
  }

  private Optional<Boolean> known() {
    return jdbc.sql("select demo from house").query(Boolean.class).optional();
  }
}
