package vn.thutuc.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import vn.thutuc.SomeModels;
import vn.thutuc.Thutuc;
import vn.thutuc.outbound.Channel;
import vn.thutuc.outbound.Outcome;
import vn.thutuc.outbound.Sending;

/**
 * One node of a house that {@link OutboundKills} kills: sends acts of other bodies to the program
 * over HTTP. Arguments: address of the database, port of the program.
 */
final class OutboundNode {

  private OutboundNode() {}

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(Thutuc.class, Connected.class)
        .web(WebApplicationType.SERVLET)
        .run(settings(arguments[0], "--benchmark.port=" + arguments[1]));
  }

  /** Settings of a node on a database; more settings follow them. */
  static String[] settings(String database, String... more) {
    String[] settings = {
      "--server.port=0",
      "--server.address=127.0.0.1",
      "--spring.profiles.active=demo",
      "--thutuc.demo.past=false",
      "--thutuc.sandbox.port=-1",
      "--thutuc.outbound.lease=5s",
      "--thutuc.outbound.first-pause=1s",
      "--thutuc.models=" + SomeModels.folder().toUri(),
      "--thutuc.catalogue.root=" + SomeModels.folder().toUri() + "processes/",
      "--camunda.bpm.job-execution.enabled=false",
      "--spring.datasource.url=" + database,
      "--spring.datasource.username=postgres",
      "--spring.datasource.password="
    };
    String[] all = java.util.Arrays.copyOf(settings, settings.length + more.length);
    System.arraycopy(more, 0, all, settings.length, more.length);
    return all;
  }

  /**
   * The channel to the program. Named as a source only: annotated, every house test would find it.
   */
  static class Connected {

    @Bean
    Channel programChannel(@Value("${benchmark.port}") int port) {
      return new ToProgram(URI.create("http://127.0.0.1:" + port + "/"));
    }
  }

  /** Posts the key; the program counts it. */
  private record ToProgram(URI address) implements Channel {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Override
    public String system() {
      return "BODY";
    }

    @Override
    public Outcome send(Sending act) throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(Duration.ofSeconds(5))
              .POST(HttpRequest.BodyPublishers.ofString(act.key()))
              .build();
      int status = CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status == 200 ? Outcome.sent(null, null) : Outcome.later("status " + status);
    }
  }
}
