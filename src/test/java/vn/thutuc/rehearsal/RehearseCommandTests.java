package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearseCommandTests {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void theReportNamesTheBytesItHoldsFor(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("report.json");
    Path draft = folder.resolve("1.000028-ban-nhap.bpmn");
    Files.write(draft, ModelFolder.of(null).procedure("1.000028").orElseThrow().content());

    assertThat(run(draft.toString(), "--format", "json", "--out", out.toString())).isZero();

    JsonNode report = new ObjectMapper().readTree(out.toFile());
    JsonNode procedure = report.path("procedures").path(0);
    assertThat(report.path("format").asText()).isEqualTo("thutuc-rehearsal/1");
    assertThat(procedure.path("code").asText()).isEqualTo("1.000028");
    assertThat(procedure.path("model").path("sha256").asText())
        .isEqualTo(new ModelFile("x", Files.readAllBytes(draft)).sha256());
    assertThat(procedure.path("facts").path("version").asText()).isNotBlank();
    assertThat(procedure.path("made").asText()).isNotBlank();
    assertThat(procedure.path("paths").path(0).path("timeline")).hasSizeGreaterThan(10);
    assertThat(procedure.path("ok").asBoolean()).isTrue();
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void wrongUseIsToldWithTheRemedy() {
    assertThat(run("1.000028", "--path", "sunny")).isEqualTo(2);
    assertThat(text()).contains("sunny", "happy");
    assertThat(run("1.000028", "--received", "yesterday")).isEqualTo(2);
    assertThat(text()).contains("2026-02-10T16:20");
    assertThat(run("1.000028", "--format", "pdf")).isEqualTo(2);
    assertThat(run("1.000028", "--path", "late", "--ledger", "any.csv")).isEqualTo(2);
    assertThat(text()).contains("--path all hoặc --path happy");
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void refusesToRunInsideAServingProcess() {
    ServingMark serving = new ServingMark(false);
    try {
      assertThatThrownBy(() -> RehearsalHouse.open(null, null, false))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("máy chủ đang phục vụ");
    } finally {
      serving.destroy();
    }
    assertThat(ServingMark.isServing()).isFalse();
  }

  /** Folders of this process that should be gone. */
  private static java.util.List<Path> leftOver() throws IOException {
    String mine = "thutuc-throw-away-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return found.filter(path -> path.getFileName().toString().startsWith(mine)).toList();
    }
  }

  private int run(String... args) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return RehearseCommand.run(args, out, out);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
