package vn.thutuc.benchmark;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.thutuc.Thutuc;

/**
 * One node of the house that {@link OutboundKills} kills: brings acts out by the channels as they
 * are, to a sandbox that is not its own. Arguments: address of the database, address of the
 * sandbox, address of the folder with the models.
 */
final class OutboundNode {

  private OutboundNode() {}

  public static void main(String[] arguments) throws IOException {
    open(
        arguments[0],
        arguments[2],
        "--thutuc.sandbox.port=-1",
        "--thutuc.notice.sms.url=" + arguments[1] + "/tin-nhan/sms",
        "--thutuc.notice.sms.token=demo",
        "--thutuc.postal.address=" + arguments[1] + "/buu-chinh");
    while (System.in.read() >= 0) {
      // Until the program that started it has ended, whatever became of that.
    }
    System.exit(0);
  }

  /** Opens the house on a database; it looks for acts often and soon tries again. */
  static ConfigurableApplicationContext open(String database, String models, String... more) {
    String[] settings = {
      "--server.port=0",
      "--server.address=127.0.0.1",
      "--spring.profiles.active=demo",
      "--thutuc.demo.past=false",
      "--thutuc.portal.enabled=false",
      "--thutuc.outbound.lease=5s",
      "--thutuc.outbound.first-pause=1s",
      "--thutuc.models=" + models,
      "--thutuc.catalogue.root=" + models + "processes/",
      "--camunda.bpm.job-execution.enabled=false",
      "--spring.datasource.url=" + database,
      "--spring.datasource.username=postgres",
      "--spring.datasource.password="
    };
    return new SpringApplicationBuilder(Thutuc.class)
        .web(WebApplicationType.SERVLET)
        .run(Stream.concat(Arrays.stream(settings), Arrays.stream(more)).toArray(String[]::new));
  }

  /** Starts a node in a process of its own; the folder with the models is there already. */
  static Process start(String database, String sandbox, String models, int ordinal)
      throws IOException {
    return new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx700m",
            "-Duser.timezone=UTC",
            "-cp",
            System.getProperty("java.class.path"),
            OutboundNode.class.getName(),
            database,
            sandbox,
            models)
        .redirectErrorStream(true)
        .redirectOutput(new File("target", "outbound-node-" + ordinal + ".log"))
        .start();
  }
}
