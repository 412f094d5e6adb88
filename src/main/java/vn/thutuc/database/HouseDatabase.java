package vn.thutuc.database;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides at start which PostgreSQL the server uses.
 *
 * <p>With {@code SPRING_DATASOURCE_URL} it is that one: none is started, no demo data is loaded and
 * the demo profile is refused. Without, an {@link EmbeddedServer} is started in {@code thutuc.data}
 * (default {@code ./data}) and the profile {@code demo} is added.
 */
public final class HouseDatabase
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  private static final String URL = "spring.datasource.url";
  private static final String DEMO = "demo";

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    if (environment.containsProperty(URL)) {
      refuseDemoOnExternalDatabase(environment);
      return;
    }
    Path data = Path.of(environment.getProperty("thutuc.data", "data"));
    EmbeddedServer server = EmbeddedServer.start(data);
    SpringApplication.getShutdownHandlers().add(server::stop);
    // Configuration was read before anybody knew that this is the demo: read with its own part.
    ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, DEMO);
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "embedded PostgreSQL",
                Map.of(
                    URL,
                    server.jdbcUrl(),
                    "spring.datasource.username",
                    "postgres",
                    "spring.datasource.password",
                    server.password())));
  }

  private static void refuseDemoOnExternalDatabase(ConfigurableEnvironment environment) {
    String configured = environment.getProperty("spring.profiles.active", "");
    boolean demo =
        Arrays.asList(environment.getActiveProfiles()).contains(DEMO)
            || Arrays.asList(configured.split("\\s*,\\s*")).contains(DEMO);
    if (demo && !environment.getProperty("thutuc.test", Boolean.class, false)) {
      throw new DatabaseRefused(
          "The profile 'demo' brings known passwords and is refused on an external database. "
              + "Remove it from SPRING_PROFILES_ACTIVE, or remove SPRING_DATASOURCE_URL.");
    }
  }
}
