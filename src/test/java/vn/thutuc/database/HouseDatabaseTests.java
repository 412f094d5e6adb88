package vn.thutuc.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
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

  @Test
  void theOperatorReadsTheReasonWithoutAStackTrace() {
    DatabaseRefused refused = new DatabaseRefused("why and what to do");

    assertThat(new DatabaseRefusedAnalyzer().analyze(refused).getDescription())
        .isEqualTo("why and what to do");
  }
}
