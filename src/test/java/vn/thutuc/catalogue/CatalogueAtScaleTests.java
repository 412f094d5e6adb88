package vn.thutuc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A province has one to two thousand procedures; reading and searching them stays quick. */
class CatalogueAtScaleTests {

  private static final int PROCEDURES = 2200;

  @TempDir private Path root;

  @Test
  void readsTwoThousandProceduresAndSearchesThemQuickly() throws IOException {
    ObjectNode land =
        FactsFolder.tree(
            Catalogue.of(Path.of("processes"))
                .find("1.012753", LocalDateTime.of(2026, 7, 1, 8, 0))
                .orElseThrow());
    for (int i = 0; i < PROCEDURES; i++) {
      String code = "9.%06d".formatted(i);
      land.put("code", code).put("shortTitle", "Đăng ký đất đai lần đầu số " + i);
      Procedure one = FactsFolder.parse(code, land).procedure();
      Path file = root.resolve("linh-vuc-%d/%s-dat-dai.yaml".formatted(i % 40, code));
      Files.createDirectories(file.getParent());
      Files.writeString(file, FactsWriter.write(one));
    }

    long start = cpu();
    Catalogue catalogue = Catalogue.of(root);
    Duration reading = Duration.ofNanos(cpu() - start);
    assertThat(catalogue.search("dat dai so 1999")).hasSize(1);
    start = cpu();
    for (int i = 0; i < 20; i++) {
      assertThat(catalogue.search("dang ky dat dai")).hasSize(PROCEDURES);
    }
    Duration search = Duration.ofNanos(cpu() - start).dividedBy(20);

    assertThat(reading).isLessThan(Duration.ofSeconds(5));
    assertThat(search).isLessThan(Duration.ofMillis(100));
  }

  /** What this thread has used, so that a busy machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
