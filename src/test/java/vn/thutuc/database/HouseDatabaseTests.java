package vn.thutuc.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** Which database a server takes, and which it refuses. */
class HouseDatabaseTests {

  private final MockEnvironment environment =
      new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/thutuc");

  private void prepare() {
    new HouseDatabase()
        .onApplicationEvent(
            new ApplicationEnvironmentPreparedEvent(
                new DefaultBootstrapContext(),
                new SpringApplication(),
                new String[0],
                environment));
  }

  @Test
  void anExternalDatabaseIsTakenAsItIsAndGetsNoDemo() {
    assertThatCode(this::prepare).doesNotThrowAnyException();

    assertThat(environment.getActiveProfiles()).isEmpty();
    assertThat(environment.getProperty("spring.datasource.url"))
        .isEqualTo("jdbc:postgresql://db/thutuc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "https,demo", "demo , https"})
  void theDemoIsRefusedOnAnExternalDatabase(String profiles) {
    environment.setProperty("spring.profiles.active", profiles);

    assertThatThrownBy(this::prepare)
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("demo")
        .hasMessageContaining("SPRING_PROFILES_ACTIVE");
  }

  @Test
  void theDemoIsRefusedHoweverItWasSwitchedOn() {
    environment.addActiveProfile("demo");

    assertThatThrownBy(this::prepare).isInstanceOf(DatabaseRefused.class);
  }

  /**
   * The demo is known only after the configuration was read: its part must be read all the same.
   */
  @Test
  void aServerThatBecomesTheDemoReadsTheSettingsOfTheDemo() throws IOException {
    SpringApplication server = new SpringApplication(Nothing.class);
    server.setWebApplicationType(WebApplicationType.NONE);
    server.addListeners(new HouseDatabase());
    Path data = Files.createTempDirectory(Path.of("target"), "becomes-the-demo");

    try (ConfigurableApplicationContext context =
        server.run("--thutuc.data=" + data, "--thutuc.sandbox.port=4711", "--server.port=1")) {
      Environment demo = context.getEnvironment();

      assertThat(demo.getActiveProfiles()).containsExactly("demo");
      assertThat(demo.getProperty("thutuc.portal.enabled")).isEqualTo("true");
      assertThat(demo.getProperty("thutuc.postal.address"))
          .isEqualTo("http://127.0.0.1:4711/buu-chinh");
      assertThat(demo.getProperty("server.port")).as("what was asked for stands").isEqualTo("1");
      assertThat(demo.getProperty("spring.datasource.url"))
          .startsWith("jdbc:postgresql://localhost:");
    }
  }

  /** No beans; named as a source only. */
  static class Nothing {}

  @Test
  void theOperatorReadsTheReasonWithoutAStackTrace() {
    DatabaseRefused refused = new DatabaseRefused("why and what to do");

    assertThat(new DatabaseRefusedAnalyzer().analyze(refused).getDescription())
        .isEqualTo("why and what to do");
  }
}
