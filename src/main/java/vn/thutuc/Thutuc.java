package vn.thutuc;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import vn.thutuc.database.HouseDatabase;

/**
 * Starts the server, or runs one of the commands that need no server.
 *
 * <p>Without arguments (or with Spring's own {@code --options}) the server starts. {@code init
 * --province H21} writes the organisation files of a province and ends; {@code deadline} asks the
 * statutory clock and ends.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Thutuc {

  /**
   * Runs the command named by the first argument, or the server.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    if (args.length > 0 && !args[0].startsWith("--")) {
      System.exit(Commands.run(args[0], Arrays.copyOfRange(args, 1, args.length)));
    }
    application().run(args);
  }

  /** The server as {@link #main} starts it: with its own PostgreSQL when none is configured. */
  static SpringApplication application() {
    SpringApplication application = new SpringApplication(Thutuc.class);
    application.addListeners(new HouseDatabase());
    return application;
  }
}
