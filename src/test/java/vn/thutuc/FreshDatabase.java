package vn.thutuc;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a test context a database of its own, copied from the template. */
class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String MODELS = "thutuc.models";
  private static final String FACTS = "thutuc.catalogue.root";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String name = database();
    TestPropertyValues.of(
            "spring.datasource.url=" + TestDatabase.url(name),
            "spring.datasource.username=postgres",
            "spring.datasource.password=",
            "spring.datasource.hikari.maximum-pool-size=8")
        .applyTo(context);
    // Last: a test that names models or facts of its own has them.
    context
        .getEnvironment()
        .getPropertySources()
        .addLast(new MapPropertySource("some models", Map.of(MODELS, models(), FACTS, facts())));
  }

  private static String models() {
    return SomeModels.folder().toUri().toString();
  }

  private static String facts() {
    return models() + "processes/";
  }

  /** The first database is made by opening the house once on it, without a web server. */
  private static synchronized String database() {
    if (!TestDatabase.hasTemplate()) {
      String first = TestDatabase.fresh();
      SpringApplication house =
          new SpringApplicationBuilder(Thutuc.class).web(WebApplicationType.SERVLET).build();
      try (ConfigurableApplicationContext opened =
          house.run(
              "--server.port=0",
              "--spring.profiles.active=demo",
              "--thutuc.test=true",
              "--" + MODELS + "=" + models(),
              "--" + FACTS + "=" + facts(),
              "--thutuc.demo.past=false",
              "--camunda.bpm.job-execution.enabled=false",
              "--spring.datasource.url=" + TestDatabase.url(first),
              "--spring.datasource.username=postgres",
              "--spring.datasource.password=",
              "--spring.datasource.hikari.maximum-pool-size=4")) {
        opened.getId();
      }
      TestDatabase.keepAsTemplate(first);
    }
    return TestDatabase.fresh();
  }
}
