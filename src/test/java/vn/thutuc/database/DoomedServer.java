package vn.thutuc.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A server in a process of its own: commits one row, says so, and waits to be killed. */
final class DoomedServer {

  static final String COMMITTED = "committed";

  private DoomedServer() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept (id int primary key)");
      statement.execute("insert into kept values (1)");
    }
    System.out.println(COMMITTED);
    System.in.read();
  }
}
