package vn.thutuc.modelling.scaffold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command makes, leaves alone, keeps and refuses, and says which. */
class ScaffoldCommandTests {

  private static final String GOOD =
      """
      {"code":"9.000001","name":"Cấp giấy phép thử","field":"Đường bộ","agency":"Sở Xây dựng",\
      "decision":"1/QĐ-BXD","papers":[{"name":"Đơn"}],\
      "channels":[{"channel":"COUNTER","limit":5,"unit":"WORKING_DAY"}]}""";

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    out.reset();
    err.reset();
    return ScaffoldCommand.run(args, new PrintStream(out, true), new PrintStream(err, true));
  }

  private int rows(String... rows) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.jsonl"), String.join("\n", rows));
    return run("scaffold", "--catalogue", file.toString(), "--out", models().toString());
  }

  private Path models() {
    return folder.resolve("models");
  }

  private List<Path> made() throws IOException {
    try (Stream<Path> files = Files.walk(models())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String told() {
    return out.toString(UTF_8);
  }

  @Test
  void aRowBecomesThePlainMainLineAndSaysThatItsStepsWereNotRead() throws IOException {
    assertThat(rows(GOOD)).isZero();
    assertThat(told())
        .contains("9.000001 made duong-bo/9.000001-cap-giay-phep-thu.bpmn (steps not read)")
        .contains("1 made, 0 unchanged, 0 kept, 0 refused");
    assertThat(Files.readString(made().get(0)))
        .contains("Chưa đọc trình tự thực hiện")
        .contains("Task_Appraise")
        .contains("Sở Xây dựng");
  }

  @Test
  void unchangedFactsLeaveTheFileAndChangedOnesRewriteIt() throws IOException {
    rows(GOOD);
    Path model = made().get(0);
    String before = Files.readString(model);
    assertThat(rows(GOOD)).isZero();
    assertThat(told()).contains("9.000001 unchanged");
    rows(GOOD.replace("giấy phép thử", "giấy phép thử mới"));
    assertThat(told()).contains("9.000001 made");
    assertThat(made()).containsExactly(model);
    assertThat(Files.readString(model)).isNotEqualTo(before).contains("giấy phép thử mới");
  }

  @Test
  void anEditedModelIsKept() throws IOException {
    rows(GOOD);
    Path model = made().get(0);
    String edited = Files.readString(model).replace("Chuyên viên thẩm định", "Chuyên viên xem");
    Files.writeString(model, edited);
    assertThat(rows(GOOD.replace("Cấp", "Đổi"))).isEqualTo(ScaffoldCommand.FINDINGS);
    assertThat(told()).contains("9.000001 kept (edited)").contains("1 kept");
    assertThat(Files.readString(model)).isEqualTo(edited);
  }

  @Test
  void otherLineEndsAreNoEdit() throws IOException {
    rows(GOOD);
    Path model = made().get(0);
    Files.writeString(model, Files.readString(model).replace("\n", "\r\n"));
    rows(GOOD);
    assertThat(told()).contains("9.000001 unchanged");
  }

  @Test
  void aModelWithoutMarkIsAPersonsOwn() throws IOException {
    rows(GOOD);
    Path model = made().get(0);
    Files.writeString(model, Files.readString(model).replaceAll("(?m)^.*\"mark\".*\n", ""));
    rows(GOOD);
    assertThat(told()).contains("9.000001 kept (edited)");
  }

  @Test
  void uglyRowsAreReportedAndTheRestGoesOn() throws IOException {
    String ugly =
        "{\"code\":\"9.000002\",\"name\":\"%s\",\"channels\":[],\"papers\":[],\"agency\":\"Nơi lạ\"}"
            .formatted("Tên rất dài ${x} ".repeat(45).strip());
    assertThat(
            rows(
                "{no json",
                "{\"name\":\"Không mã\"}",
                "{\"code\":\"9.000003\"}",
                "[]",
                ugly,
                GOOD,
                GOOD))
        .isEqualTo(ScaffoldCommand.FINDINGS);
    assertThat(told())
        .contains("line 1 refused: is no JSON")
        .contains("line 2 refused: code '' is none")
        .contains("line 3 refused: has no name")
        .contains("line 4 refused: is no JSON object")
        .contains("9.000002 made chua-ro-linh-vuc/9.000002-ten-rat-dai-x")
        .contains("no papers; no limit with a unit; unknown agency 'Nơi lạ'; steps not read")
        .contains("line 7 refused: code 9.000001 stands here again")
        .contains("2 made, 0 unchanged, 0 kept, 5 refused");
    assertThat(Files.readString(made().get(0))).doesNotContain("name=\"Tên rất dài ${x}");
  }

  @Test
  void theShippedFactsBecomeModels() throws IOException {
    int code = run("--catalogue", "processes", "--out", models().toString(), "--only", "1.005401");
    assertThat(code).isZero();
    assertThat(made()).hasSize(1);
    assertThat(made().get(0).toString()).endsWith("1.005401-giao-khu-vuc-bien.bpmn");
  }

  @Test
  void wrongUseIsRefused() {
    assertThat(run("--out", "x", "--catalogue", "nowhere")).isEqualTo(ScaffoldCommand.REFUSED);
    assertThat(err.toString(UTF_8)).contains("There is no catalogue at nowhere");
    assertThat(run()).isEqualTo(ScaffoldCommand.REFUSED);
  }
}
