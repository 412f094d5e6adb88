package vn.thutuc.catalogue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.FactsFolder;
import vn.thutuc.catalogue.Paper;
import vn.thutuc.catalogue.PhaseTerm;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.Settled;

/** What comes in is as ugly as it gets; each row says what is wrong, and the rest goes on. */
class UglyRowsTests {

  private static final Agencies AGENCIES = Agencies.of(Path.of("processes"));

  private static final String GOOD =
      """
      {"code":"9.000001","name":"Cấp giấy phép","field":"Đường bộ","levels":["PROVINCE"],"agency":"Sở Xây dựng",\
      "settled":"HERE","decision":"1/QĐ-BXD","channels":[{"channel":"COUNTER","limit":5,"unit":"WORKING_DAY",\
      "limitText":"5 Ngày làm việc","fee":"Miễn phí","note":""}],"papers":[{"name":"a) Đơn","original":1,"copy":0,\
      "conditional":false}],"results":[{"code":"KQ.G17.000001","name":"Giấy phép"}],"signals":[]}""";

  @TempDir private Path root;

  @Test
  void saysNothingOfARowThatIsInOrder() throws IOException {
    ListRows.Row row = only(GOOD);

    assertThat(row.findings()).isEmpty();
    assertThat(row.procedure().competent()).isEqualTo("so-xay-dung");
    assertThat(term(row).term()).isEqualTo("5wd");
    assertThat(term(row).verified()).isFalse();
    assertThat(row.procedure().papers().get(0).title()).isEqualTo("Đơn");
    assertThat(row.procedure().stages()).isEmpty();
  }

  @Test
  void givesAYearAndTheNumberOfAFormBackToTheTitleTheyWereTakenFrom() throws IOException {
    Paper dated = paper("Đơn, Thông tư ngày 01/01/", "20261");
    Paper numbered = paper("Đơn theo Mẫu số", "182");
    Paper absurd = paper("Đơn", "116");

    assertThat(dated.title()).isEqualTo("Đơn, Thông tư ngày 01/01/2026");
    assertThat(dated.originals()).isEqualTo(1);
    assertThat(numbered.title()).isEqualTo("Đơn theo Mẫu số 18");
    assertThat(numbered.originals()).isEqualTo(2);
    assertThat(absurd.originals()).as("nobody asks for 116 originals").isZero();
  }

  private Paper paper(String title, String originals) throws IOException {
    String row =
        swap("\"a) Đơn\",\"original\":1", "\"%s\",\"original\":%s".formatted(title, originals));
    return only(row).procedure().papers().get(0);
  }

  static Stream<Arguments> uglyTerms() {
    return Stream.of(
        row(
            "missing limit",
            swap("\"limit\":5,\"unit\":\"WORKING_DAY\"", "\"limit\":null,\"unit\":null")
                .replace("5 Ngày làm việc", "5 (không ghi đơn vị)"),
            Finding.Kind.TERM_UNKNOWN),
        row(
            "empty limit",
            swap("\"limit\":5,\"unit\":\"WORKING_DAY\"", "\"limit\":null,\"unit\":null")
                .replace("5 Ngày làm việc", ""),
            Finding.Kind.TERM_UNKNOWN),
        row(
            "no channels",
            GOOD.replaceFirst("\"channels\":\\[\\{.*?}]", "\"channels\":[]"),
            Finding.Kind.TERM_UNKNOWN,
            Finding.Kind.VALUE),
        row(
            "unit in the text only",
            swap("\"limit\":5,\"unit\":\"WORKING_DAY\"", "\"limit\":null,\"unit\":null"),
            Finding.Kind.UNIT_FROM_TEXT),
        row(
            "hours",
            swap("\"WORKING_DAY\"", "\"HOUR\"").replace("5 Ngày làm việc", "5 Giờ"),
            Finding.Kind.HOURS),
        row(
            "number against text",
            swap("\"limit\":5", "\"limit\":7"),
            Finding.Kind.TERM_CONTRADICTORY),
        row(
            "unit against text",
            swap("\"WORKING_DAY\"", "\"CALENDAR_DAY\""),
            Finding.Kind.TERM_CONTRADICTORY),
        row("zero days", swap("\"limit\":5", "\"limit\":0"), Finding.Kind.TERM_CONTRADICTORY),
        row("negative days", swap("\"limit\":5", "\"limit\":-3"), Finding.Kind.TERM_CONTRADICTORY),
        row(
            "unit nobody knows",
            swap("\"WORKING_DAY\"", "\"FORTNIGHT\""),
            Finding.Kind.TERM_CONTRADICTORY),
        row("contradictory phases", twice("COUNTER", 2), Finding.Kind.TERM_SUSPECT),
        row("differs by channel", twice("ONLINE", 20), Finding.Kind.TERM_SUSPECT));
  }

  static Stream<Arguments> uglyElsewhere() {
    String longTitle = "Cấp lại giấy phép ".repeat(39);
    return Stream.of(
        row(
            "700-character title",
            swap("\"Cấp giấy phép\"", "\"" + longTitle + "\""),
            Finding.Kind.LONG_TITLE),
        row(
            "no papers",
            GOOD.replaceFirst("\"papers\":\\[.*?]", "\"papers\":[]"),
            Finding.Kind.NO_PAPERS),
        row(
            "papers without numbers",
            swap("\"original\":1,\"copy\":0", "\"original\":null,\"copy\":null"),
            Finding.Kind.PAPER_COUNT),
        row(
            "no results",
            GOOD.replaceFirst("\"results\":\\[.*?]", "\"results\":[]"),
            Finding.Kind.NO_RESULT),
        row(
            "only a refusal",
            swap("\"name\":\"Giấy phép\"", "\"name\":\"Văn bản từ chối\""),
            Finding.Kind.NO_RESULT),
        row("unknown agency", swap("Sở Xây dựng", "Sở Không Có"), Finding.Kind.AGENCY_UNKNOWN),
        row("no agency", swap("Sở Xây dựng", ""), Finding.Kind.AGENCY_UNKNOWN),
        row(
            "abolished district",
            swap("Sở Xây dựng", "Phòng Tư Pháp"),
            Finding.Kind.AGENCY_UNKNOWN),
        row(
            "several agencies",
            swap("Sở Xây dựng", "Sở Xây dựng; Sở Tư pháp"),
            Finding.Kind.AGENCY_SEVERAL),
        row(
            "settled by the police",
            swap("Sở Xây dựng", "Công an tỉnh"),
            Finding.Kind.SETTLED_DIFFERS),
        row(
            "fee in thousands",
            swap("\"Miễn phí\"", "\"700 VNĐ(Phí thẩm định: 700.000 đồng)\""),
            Finding.Kind.FEE_UNKNOWN),
        row(
            "free by reference",
            swap("\"Miễn phí\"", "\"Miễn phí(Do HĐND tỉnh quy định)\""),
            Finding.Kind.FEE_UNKNOWN),
        row("level nobody knows", swap("\"PROVINCE\"", "\"DISTRICT\""), Finding.Kind.VALUE),
        row(
            "everything of another type",
            "{\"code\":\"9.000001\",\"name\":\"T\",\"channels\":\"x\",\"papers\":5,\"results\":{\"a\":1},\"levels\":null}",
            Finding.Kind.TERM_UNKNOWN,
            Finding.Kind.AGENCY_UNKNOWN,
            Finding.Kind.NO_PAPERS,
            Finding.Kind.NO_RESULT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"uglyTerms", "uglyElsewhere"})
  void saysWhatIsWrongAndStillMakesFactsThatRead(String what, String json, List<Finding.Kind> kinds)
      throws IOException {
    ListRows.Row row = only(json);

    assertThat(row.findings()).extracting(Finding::kind).containsAll(kinds);
    assertThat(row.findings()).allSatisfy(one -> assertThat(one.what()).isNotBlank());
    assertThat(FactsFolder.parse(what, Marks.stamped(row.procedure(), "list")).problems())
        .isEmpty();
    if (kinds.stream().anyMatch(kind -> kind.name().matches("TERM.*|HOURS"))) {
      assertThat(term(row).term()).isNull();
    }
    if (kinds.contains(Finding.Kind.FEE_UNKNOWN)) {
      assertThat(row.procedure().fees()).allMatch(fee -> fee.amount() == null);
    }
    if (kinds.contains(Finding.Kind.AGENCY_UNKNOWN)) {
      assertThat(row.procedure().isAgencyKnown()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesOnlyTheRowsThatCannotBeUsed(String line, String why) throws IOException {
    List<ListRows.Row> rows =
        rows(GOOD + "\n" + line + "\n" + GOOD.replace("9.000001", "9.000002"));

    assertThat(rows).hasSize(3);
    assertThat(rows.get(1).procedure()).isNull();
    assertThat(rows.get(1).findings())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.line()).isEqualTo(2);
              assertThat(one.what()).contains(why);
            });
    assertThat(rows.get(2).procedure().code()).isEqualTo("9.000002");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("{\"code\":\"9.00", "JSON hỏng ở cột"),
        Arguments.of("[1,2]", "không phải một đối tượng"),
        Arguments.of("{\"name\":\"Không mã\"}", "thiếu mã"),
        Arguments.of(GOOD.replace("9.000001", "9.0001"), "không đúng dạng"),
        Arguments.of(GOOD.replace("\"Cấp giấy phép\"", "\" \""), "thiếu tên"),
        Arguments.of(GOOD, "mã lặp lại"));
  }

  @Test
  void neverShowsAnotherProvince() throws IOException {
    ListRows.Row row = only(swap("Sở Xây dựng", "Sở Xây dựng - tỉnh Quảng Ninh"));
    ListRows.Row unknown = only(swap("Sở Xây dựng", "Sở Không Có tỉnh Quảng Ninh"));

    assertThat(row.procedure().competent()).isEqualTo("so-xay-dung");
    assertThat(Marks.stamped(row.procedure(), "list")).doesNotContain("Quảng Ninh");
    assertThat(Marks.stamped(unknown.procedure(), "list")).doesNotContain("Quảng Ninh");
  }

  @Test
  void knowsWhatIsSettledOutside() throws IOException {
    Procedure outside = only(swap("Sở Xây dựng", "Thuế tỉnh, thành phố; Thuế cơ sở")).procedure();
    Procedure mixed = only(swap("Sở Xây dựng", "Bộ Xây dựng; Sở Xây dựng")).procedure();

    assertThat(outside.settled()).isEqualTo(Settled.ELSEWHERE);
    assertThat(outside.settledBy()).isEqualTo("Cơ quan thuế");
    assertThat(outside.competent()).isNull();
    assertThat(mixed.settled()).isEqualTo(Settled.MIXED);
    assertThat(mixed.competent()).isEqualTo("so-xay-dung");
    assertThat(mixed.outside()).containsEntry("bo-xay-dung", "Bộ Xây dựng");
  }

  @Test
  void endsWithOneWhenRowsWereRefusedAndWritesTheOthers() throws IOException {
    Path list = root.resolve("list.jsonl");
    Files.writeString(
        list, "\uFEFF" + GOOD + "\n{broken\n" + GOOD.replace("9.000001", "9.000002") + "\n");
    Path out = root.resolve("out");

    Printed first = run("import", list.toString(), "--out", out.toString());
    Printed again = run("import", list.toString(), "--out", out.toString());

    assertThat(first.code()).isEqualTo(1);
    assertThat(first.out()).contains("dòng 2", "JSON hỏng", "3 dòng: ghi 2 tệp", "1 bị từ chối");
    assertThat(again.out()).contains("ghi 0 tệp, 2 không đổi");
    assertThat(out.resolve("duong-bo/9.000001-cap-giay-phep.yaml")).exists();
    assertThat(run("check", out.toString()).code()).isZero();
  }

  @Test
  void leavesWhatAPersonEditedAndUpdatesTheRest() throws IOException {
    Path list = root.resolve("list.jsonl");
    Path out = root.resolve("out");
    Files.writeString(list, GOOD + "\n" + GOOD.replace("9.000001", "9.000002"));
    run("import", list.toString(), "--out", out.toString());
    Path edited = out.resolve("duong-bo/9.000001-cap-giay-phep.yaml");
    Path untouched = out.resolve("duong-bo/9.000002-cap-giay-phep.yaml");
    String mine = Files.readString(edited).replace("5wd", "4wd");
    Files.writeString(edited, mine);
    Files.writeString(out.resolve("determinations.yaml"), "determinations: []\n");

    Files.writeString(
        list,
        Files.readString(list).replace("\"limit\":5", "\"limit\":6").replace("5 Ngày", "6 Ngày"));
    Printed second = run("import", list.toString(), "--out", out.toString());

    assertThat(Files.readString(edited)).isEqualTo(mine);
    assertThat(Files.readString(untouched)).contains("6wd");
    assertThat(second.out()).contains("9.000001-cap-giay-phep.yaml", "giữ nguyên");
    assertThat(out.resolve("determinations.yaml")).hasContent("determinations: []");
  }

  @Test
  void importsOnlyTheCodesAskedFor() throws IOException {
    Path list = root.resolve("list.jsonl");
    Files.writeString(list, GOOD + "\n" + GOOD.replace("9.000001", "9.000002"));

    run("import", list.toString(), "--out", root.resolve("out").toString(), "--only", "9.000002");

    assertThat(FactsFolder.read(root.resolve("out")).versions())
        .extracting(one -> one.procedure().code())
        .containsExactly("9.000002");
  }

  @Test
  void readsTheSameFromCsv() throws IOException {
    Path csv = root.resolve("list.csv");
    Files.writeString(
        csv,
        "\uFEFFMã TTHC,Tên thủ tục,Lĩnh vực,levels,Cơ quan,settled,Quyết định,Kênh,Thời hạn,Đơn vị,Phí,Giấy tờ,Kết quả\n"
            + "9.000001,Cấp giấy phép,Đường bộ,PROVINCE,Sở Xây dựng,HERE,1/QĐ-BXD,COUNTER,5,WORKING_DAY,Miễn phí,a) Đơn|b) Ảnh,Giấy phép\n"
            + "9.000001,Cấp giấy phép,,,,,,ONLINE,5,WORKING_DAY,Miễn phí,,\n"
            + ",,,,,,,,,,,,\n"
            + "9.000003,Cấp lại,Đường bộ,PROVINCE,Sở Xây dựng,HERE,1/QĐ-BXD,COUNTER,5 Ngày làm việc,,Miễn phí,Đơn,Giấy phép\n");

    List<ListRows.Row> rows = ListRows.read(csv, AGENCIES);

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).procedure().channels()).hasSize(2);
    assertThat(rows.get(0).procedure().papers()).hasSize(2);
    assertThat(term(rows.get(0)).term()).isEqualTo("5wd");
    assertThat(rows.get(1).line()).isEqualTo(5);
    assertThat(rows.get(1).findings())
        .extracting(Finding::kind)
        .contains(Finding.Kind.UNIT_FROM_TEXT);
  }

  @Test
  void saysWhatIsWrongWithATable() throws IOException {
    Path csv = root.resolve("list.csv");
    Files.writeString(csv, "Mã,Màu\n1,đỏ\n");
    assertThatThrownBy(() -> ListRows.read(csv, AGENCIES)).hasMessageContaining("“Màu”");
    Files.writeString(csv, "Mã\n1\n");
    assertThatThrownBy(() -> ListRows.read(csv, AGENCIES)).hasMessageContaining("thiếu cột name");
    Files.writeString(csv, "Mã,Tên\n1,a,b\n");
    assertThatThrownBy(() -> ListRows.read(csv, AGENCIES)).hasMessageContaining("dòng 2");
    Files.writeString(csv, "");
    assertThatThrownBy(() -> ListRows.read(csv, AGENCIES)).hasMessageContaining("trống");
    Files.write(csv, new byte[] {'M', (byte) 0xe3, '\n'});
    assertThat(run("import", csv.toString(), "--out", root.toString()).code()).isEqualTo(2);
    Path xlsx = root.resolve("list.xlsx");
    Files.writeString(xlsx, "no spreadsheet");
    Printed printed = run("import", xlsx.toString(), "--out", root.toString());
    assertThat(printed.code()).isEqualTo(2);
    assertThat(printed.err()).contains("list.xlsx");
    assertThat(run("import", "none.jsonl", "--out", root.toString()).err()).contains("none.jsonl");
    assertThat(run("imprt").code()).isEqualTo(2);
    assertThat(run().code()).isEqualTo(2);
    assertThat(run("--help").code()).isZero();
  }

  record Printed(int code, String out, String err) {}

  static Printed run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        CatalogueCommand.run(
            args,
            new PrintStream(out),
            new PrintStream(err),
            LocalDate.of(2026, 7, 1),
            Rehearsals.NONE);
    return new Printed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PhaseTerm term(ListRows.Row row) {
    return row.procedure().phases().get(0).terms().get(0);
  }

  private ListRows.Row only(String json) throws IOException {
    return rows(json).get(0);
  }

  private List<ListRows.Row> rows(String json) throws IOException {
    Path list = root.resolve("rows.jsonl");
    Files.writeString(list, json);
    return ListRows.read(list, AGENCIES);
  }

  private static Arguments row(String what, String json, Finding.Kind... kinds) {
    return Arguments.of(what, json, List.of(kinds));
  }

  private static String swap(String from, String to) {
    assertThat(GOOD).contains(from);
    return GOOD.replace(from, to);
  }

  /** The same procedure with a second limit. */
  private static String twice(String channel, int days) {
    return GOOD.replace(
        "\"note\":\"\"}],",
        "\"note\":\"\"},{\"channel\":\"%s\",\"limit\":%d,\"unit\":\"WORKING_DAY\",\"limitText\":\"%d Ngày làm việc\",\"fee\":\"Miễn phí\",\"note\":\"\"}],"
            .formatted(channel, days, days));
  }
}
