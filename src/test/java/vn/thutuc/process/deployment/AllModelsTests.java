package vn.thutuc.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.TestDatabase;
import vn.thutuc.Thutuc;
import vn.thutuc.catalogue.Catalogue;

/** The house with all its procedures: the first start deploys every model, later ones none. */
class AllModelsTests {

  private final String database = TestDatabase.empty();

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(Thutuc.class)
        .run(
            "--server.port=0",
            "--spring.profiles.active=demo",
            "--thutuc.test=true",
            "--thutuc.demo.past=false",
            "--camunda.bpm.job-execution.enabled=false",
            "--spring.datasource.url=" + TestDatabase.url(database),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=");
  }

  private static long deployments(ConfigurableApplicationContext house) {
    return house
        .getBean(JdbcClient.class)
        .sql("select count(*) from act_re_deployment")
        .query(Long.class)
        .single();
  }

  private static long files() throws IOException {
    try (Stream<Path> all =
        Stream.concat(Files.walk(Path.of("processes")), Files.walk(Path.of("forms")))) {
      return all.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)")).count();
    }
  }

  @Test
  void theFirstStartDeploysEveryModelAndTheSecondNone() throws IOException {
    long first;
    try (ConfigurableApplicationContext house = start()) {
      assertThat(house.getBean(Catalogue.class).problems()).isEmpty();
      first = deployments(house);
      assertThat(first).isEqualTo(files());
      assertThat(
              house
                  .getBean(JdbcClient.class)
                  .sql("select count(*) from act_re_procdef where key_ like 'TTHC-%'")
                  .query(Long.class)
                  .single())
          .isEqualTo(house.getBean(Catalogue.class).latest().size());
    }
    try (ConfigurableApplicationContext house = start()) {
      ModelDeployer.Report again = house.getBean(ModelDeployer.class).deploy();
      assertThat(again.deployed()).isEmpty();
      assertThat(again.refused()).isEmpty();
      assertThat(again.unchanged()).isEqualTo((int) first);
      assertThat(deployments(house)).isEqualTo(first);
    }
  }
}
