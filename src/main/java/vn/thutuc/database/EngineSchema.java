package vn.thutuc.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Version 1 of the schema: the engine's own create scripts, run out of the engine's jar.
 *
 * <p>Flyway runs before the engine exists, so the engine cannot make its tables itself; its
 * schema-update is off. A database that has them already is left as it is.
 */
@Component
class EngineSchema implements JavaMigration {

  private static final String FOLDER = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
  private static final List<String> PARTS =
      List.of(
          "engine",
          "history",
          "identity",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("1");
  }

  @Override
  public String getDescription() {
    return "engine schema";
  }

  /** The scripts of one engine version never change. */
  @Override
  public Integer getChecksum() {
    return 7240;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    if (exists(connection)) {
      return;
    }
    for (String part : PARTS) {
      ScriptUtils.executeSqlScript(connection, new ClassPathResource(FOLDER + part + ".sql"));
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select to_regclass('act_ge_property')")) {
      return row.next() && row.getString(1) != null;
    }
  }
}
