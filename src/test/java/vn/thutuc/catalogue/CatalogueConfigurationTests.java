package vn.thutuc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CatalogueConfigurationTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(CatalogueConfiguration.class);

  @Test
  void readsTheFolderOfTheSettings() {
    runner
        .withPropertyValues(
            "thutuc.catalogue.root=" + Path.of("processes").toAbsolutePath().toUri())
        .run(
            context ->
                assertThat(context.getBean(Catalogue.class).search("khai sinh"))
                    .extracting(ProcedureSummary::code)
                    .containsOnlyOnce("1.001193"));
  }

  @Test
  void startsWithoutAFolderAndSaysSo() {
    runner
        .withPropertyValues("thutuc.catalogue.root=classpath:no-such-folder/")
        .run(context -> assertThat(context.getBean(Catalogue.class).problems()).hasSize(1));
  }
}
