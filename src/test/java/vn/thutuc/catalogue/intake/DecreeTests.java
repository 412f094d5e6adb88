package vn.thutuc.catalogue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.TermFact;

/** A table of changes becomes dated versions of many procedures, and one report. */
class DecreeTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  @TempDir private Path root;

  private Path facts;
  private final List<String> rehearsed = new ArrayList<>();
  private RehearsalOf.Verdict verdict = RehearsalOf.Verdict.PASSED;

  @BeforeEach
  void copiesTheShippedFacts() throws IOException {
    facts = root.resolve("processes");
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      for (Path file :
          files
              .filter(
                  f ->
                      f.toString()
                          .matches(
                              ".*(1\\.000028|1\\.001193|1\\.012753|determinations|defaults|agencies).*"))
              .toList()) {
        Path to = facts.resolve(Path.of("processes").relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  @Test
  void givesDossiersBeforeAndAfterTheDateTheirOwnTerm() throws IOException {
    Path table = table("1.000028,settlement,,,,3wd,Điều 9 Nghị định 1/2027/NĐ-CP,5/QĐ-BXD");

    Printed printed = apply(table, "2027-01-01");

    assertThat(printed.code()).isZero();
    assertThat(term("1.000028", "2026-12-31T16:00")).isEqualTo("1wd");
    assertThat(term("1.000028", "2027-01-01T00:00")).isEqualTo("3wd");
    assertThat(Catalogue.of(facts).problems()).isEmpty();
    assertThat(rehearsed).containsExactly("1.000028");
    String old = Files.readString(file("1.000028-giay-phep-luu-hanh-xe-qua-tai.yaml"));
    assertThat(old).contains("effective: {from: unknown, until: 2026-12-31}");
    assertThat(old.replace("until: 2026-12-31", "until: unknown"))
        .isEqualTo(
            Files.readString(
                Path.of("processes/duong-bo/1.000028-giay-phep-luu-hanh-xe-qua-tai.yaml")));
    Procedure next =
        Catalogue.of(facts).find("1.000028", LocalDateTime.of(2027, 6, 1, 8, 0)).orElseThrow();
    assertThat(next.decision()).isEqualTo("5/QĐ-BXD");
    assertThat(next.phase("settlement").orElseThrow().terms().get(0).source()).contains("Điều 9");
  }

  @Test
  void touchesNoModel() throws IOException {
    Map<Path, String> before = models();

    apply(table("1.000028,,,,,3wd,Điều 9,", "1.001193,,,,,2wd,Điều 9,"), "2027-01-01");

    assertThat(models()).isEqualTo(before).hasSize(3);
  }

  @Test
  void changesNothingMoreWhenAppliedTwice() throws IOException {
    Path table =
        table("1.000028,,,,,3wd,Điều 9,5/QĐ", "1.012753,,WITH_CERTIFICATE,DIFFICULT,,25wd,Điều 9,");
    apply(table, "2027-01-01");
    String report = Files.readString(root.resolve("report.html"));
    Map<Path, String> once = all();

    Printed again = apply(table, "2027-01-01");

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("đã áp dụng từ trước", "Đã ghi 0 tệp");
    assertThat(all()).isEqualTo(once);
    assertThat(Files.readString(root.resolve("report.html"))).isEqualTo(report);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          9.999999,,,,,3wd,Điều 9,                            | không có thủ tục này
          1.000028,appraisal,,,,3wd,Điều 9,                   | không có giai đoạn “appraisal”; các giai đoạn: completeness, settlement
          1.012753,,,,,3wd,Điều 9,                            | ghi rõ case, area hoặc channel
          1.012753,,OLD,,,3wd,Điều 9,                         | không có trường hợp này
          1.000028,,,,,3 ngày,Điều 9,                         | thời hạn “3 ngày” không đọc được
          1.000028,,,,,3wd,,                                  | thiếu nguồn
          1.000028,,,,,,Điều 9,                               | không có gì thay đổi
          1.000028,,,,FAX,3wd,Điều 9,                         | giá trị lạ “FAX”
          """)
  void writesNothingWhenOneRowIsWrong(String row, String why) throws IOException {
    Map<Path, String> before = all();

    Printed printed = apply(table("1.001193,,,,,2wd,Điều 9,", row), "2027-01-01");

    assertThat(printed.code()).isEqualTo(1);
    assertThat(printed.err()).contains(why).contains("dòng 3").contains("Không ghi gì");
    assertThat(all()).isEqualTo(before);
    assertThat(rehearsed).isEmpty();
  }

  @Test
  void writesNothingOnADryRunOrWhenARehearsalFails() throws IOException {
    Map<Path, String> before = all();
    Path table = table("1.000028,,,,,3wd,Điều 9,");

    Printed dry = apply(table, "2027-01-01", "--dry-run");
    verdict = RehearsalOf.Verdict.FAILED;
    Printed failed = apply(table, "2027-01-01");

    assertThat(dry.code()).isZero();
    assertThat(dry.out()).contains("không ghi gì");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).contains("chạy thử không đạt");
    assertThat(all()).isEqualTo(before);
    assertThat(Files.readString(root.resolve("report.html"))).contains("Không đạt: lý do");
  }

  @Test
  void warnsThatTheProvincesDeterminationStillWins() throws IOException {
    Printed printed = apply(table("1.001193,,,,,2wd,Điều 9,"), "2027-01-01");

    assertThat(printed.out()).contains("Quyết định của tỉnh").contains("sd@15:00");
    assertThat(term("1.001193", "2027-02-01T08:00")).isEqualTo("sd@15:00");
  }

  @Test
  void mergesASecondDecreeOfTheSameDayUntilThatDayComes() throws IOException {
    apply(table("1.000028,,,,,3wd,Điều 9,"), "2027-01-01");

    Printed second = apply(table("1.000028,completeness,,,ONLINE,1wd,Điều 10,"), "2027-01-01");
    Printed tooLate =
        apply(table("1.000028,,,,,4wd,Điều 11,"), "2027-01-01", LocalDate.of(2027, 1, 1));

    assertThat(second.out()).contains("Gộp vào bản đã có");
    assertThat(term("1.000028", "2027-01-01T08:00")).isEqualTo("3wd");
    assertThat(tooLate.code()).isEqualTo(1);
    assertThat(tooLate.err()).contains("đang áp dụng");
    assertThat(term("1.000028", "2027-01-01T08:00")).isEqualTo("3wd");
  }

  @Test
  void putsAVersionBetweenTwoAndSaysThatTheLaterOneDoesNotHaveIt() throws IOException {
    apply(table("1.000028,,,,,3wd,Điều 9,"), "2027-07-01");

    Printed printed = apply(table("1.000028,,,,,2wd,Điều 8,"), "2027-01-01");

    assertThat(printed.out()).contains("Bản từ 2027-07-01 đã có sẵn");
    assertThat(Catalogue.of(facts).problems()).isEmpty();
    assertThat(term("1.000028", "2026-12-31T08:00")).isEqualTo("1wd");
    assertThat(term("1.000028", "2027-06-30T08:00")).isEqualTo("2wd");
    assertThat(term("1.000028", "2027-07-01T08:00")).isEqualTo("3wd");
  }

  @Test
  void namesTheModelsWhoseStructureMustChange() throws IOException {
    Path table = root.resolve("decree.yaml");
    Files.writeString(
        table,
        """
        decision: 5/QĐ-BXD
        source: Điều 9
        changes:
          - {code: "1.001193", term: 2wd}
          - code: "1.000028"
            facts:
              outside: {police: Công an tỉnh}
            transition: CHANGE_WITH_APPROVAL
          - {code: "1.012753", case: WITH_CERTIFICATE, area: USUAL, term: 15wd, structure: Bỏ bước trình tỉnh}
        """);

    Printed printed = apply(table, "2027-01-01");

    assertThat(printed.out())
        .contains("1.001193 Đăng ký khai sinh: 2 dữ liệu thay đổi; quy trình giữ nguyên")
        .contains("! Cơ quan bên ngoài › police: (không có) → “Công an tỉnh”")
        .contains("! Bỏ bước trình tỉnh")
        .contains("3 thủ tục, 2 phải sửa quy trình");
    assertThat(Files.readString(root.resolve("report.html")))
        .contains("PHẢI SỬA: Bỏ bước trình tỉnh")
        .contains("3 thủ tục thay đổi; 2 thủ tục phải sửa quy trình; chạy thử: 3 đạt")
        .contains("Thời hạn “Giải quyết hồ sơ”: chưa biết → “2 ngày làm việc”")
        .contains(
            "(Đăng ký và cấp Giấy chứng nhận; Địa bàn thông thường): “20 ngày làm việc” → “15 ngày làm việc”")
        .contains("01/01/2027")
        .contains("Người phê duyệt");
  }

  @Test
  void refusesAYamlTableItDoesNotUnderstand() throws IOException {
    Path table = root.resolve("decree.yaml");
    Files.writeString(table, "changes: [{code: \"1.000028\", trem: 2wd}]");
    assertThat(apply(table, "2027-01-01").err()).contains("mục 1", "trem");
    Files.writeString(table, "a: [");
    assertThat(apply(table, "2027-01-01").err()).contains("dòng");
    Files.writeString(table, "changes: []");
    assertThat(apply(table, "2027-01-01").code()).isEqualTo(1);
  }

  @Test
  void changesAFee() throws IOException {
    Path table = root.resolve("fees.csv");
    Files.writeString(
        table,
        "code,fee,feeTitle,source\n1.001193,8000,Phí cấp bản sao Giấy khai sinh,Điều 4\n1.000028,500000,Phí cấp phép,Điều 4\n");

    assertThat(apply(table, "2027-01-01").code()).isZero();

    LocalDateTime at = LocalDateTime.of(2027, 1, 4, 8, 0);
    assertThat(Catalogue.of(facts).find("1.001193", at).orElseThrow().fees())
        .extracting(fee -> fee.amount())
        .containsExactly(0L, 8000L);
    assertThat(Catalogue.of(facts).find("1.000028", at).orElseThrow().fees())
        .singleElement()
        .satisfies(fee -> assertThat(fee.amount()).isEqualTo(500000L));
    Files.writeString(table, "code,fee,source\n1.001193,8000,Điều 4\n");
    assertThat(apply(table, "2027-02-01").err()).contains("feeTitle");
  }

  @Test
  void readsASpreadsheet() throws IOException {
    Path table = root.resolve("decree.xlsx");
    spreadsheet(
        table, List.of("Mã TTHC", "Thời hạn mới", "Căn cứ"), List.of("1.000028", "3wd", "Điều 9"));

    assertThat(apply(table, "2027-01-01").code()).isZero();
    assertThat(term("1.000028", "2027-01-04T08:00")).isEqualTo("3wd");
  }

  @Test
  void saysFactByFactWhatDiffers() throws IOException {
    apply(table("1.000028,,,,,3wd,Điều 9,"), "2027-01-01");

    UglyRowsTests.Printed same = UglyRowsTests.run("diff", "processes", "processes");
    UglyRowsTests.Printed diff = UglyRowsTests.run("diff", "processes", facts.toString());

    assertThat(same.code()).isZero();
    assertThat(diff.code()).isEqualTo(1);
    assertThat(diff.out())
        .contains(
            "1.000028 Giấy phép lưu hành xe quá tải, quá khổ: chỉ đổi dữ liệu, quy trình giữ nguyên")
        .contains("Hiệu lực › đến: chưa biết → “2026-12-31”")
        .contains("1.000028 (từ 2027-01-01)");
  }

  private record Printed(int code, String out, String err) {}

  private Printed apply(Path table, String from, String... options) {
    return apply(table, from, TODAY, options);
  }

  private Printed apply(Path table, String from, LocalDate today, String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> args =
        new ArrayList<>(
            List.of(
                "catalogue",
                "apply",
                table.toString(),
                "--from",
                from,
                "--dir",
                facts.toString(),
                "--report",
                root.resolve("report.html").toString()));
    args.addAll(List.of(options));
    int code =
        CatalogueCommand.run(
            args.toArray(String[]::new),
            new PrintStream(out),
            new PrintStream(err),
            today,
            this::open);
    return new Printed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A rehearsal that looks whether the copy it gets is the catalogue as it will be. */
  private RehearsalOf open(Path folder, LocalDate received) {
    Catalogue copy = Catalogue.of(folder);
    return code -> {
      assertThat(copy.find(code, received.atTime(8, 0)).orElseThrow().effective().from())
          .isEqualTo(received);
      rehearsed.add(code);
      return new RehearsalOf.Outcome(verdict, verdict == RehearsalOf.Verdict.FAILED ? "lý do" : "");
    };
  }

  private Path table(String... rows) throws IOException {
    Path table = root.resolve("decree.csv");
    String head = "code,phase,case,area,channel,term,source,decision\n";
    Files.writeString(table, head + String.join("\n", rows) + "\n");
    return table;
  }

  private String term(String code, String at) {
    Catalogue catalogue = Catalogue.of(facts);
    Procedure procedure = catalogue.find(code, LocalDateTime.parse(at)).orElseThrow();
    TermFact fact = catalogue.term(procedure, "settlement", Channel.COUNTER, null, null);
    return fact.term();
  }

  private Path file(String name) throws IOException {
    try (Stream<Path> files = Files.walk(facts)) {
      return files.filter(f -> f.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private Map<Path, String> models() throws IOException {
    Map<Path, String> models = all();
    models.keySet().removeIf(file -> !file.toString().endsWith(".bpmn"));
    return models;
  }

  private Map<Path, String> all() throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(facts)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Files.readString(file));
      }
    }
    return contents;
  }

  /** The smallest spreadsheet there is: one sheet with inline texts. */
  @SafeVarargs
  private static void spreadsheet(Path file, List<String>... rows) throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String packages = "http://schemas.openxmlformats.org/package/2006";
    StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + main + "\"><sheetData>");
    for (int r = 0; r < rows.length; r++) {
      sheet.append("<row r=\"%d\">".formatted(r + 1));
      for (int c = 0; c < rows[r].size(); c++) {
        sheet.append(
            "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                .formatted('A' + c, r + 1, rows[r].get(c)));
      }
      sheet.append("</row>");
    }
    sheet.append("</sheetData></worksheet>");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\""
              + packages
              + "/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
              + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
      entry(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\""
              + packages
              + "/relationships\"><Relationship Id=\"r1\" Type=\""
              + office
              + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
      entry(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + main
              + "\" xmlns:r=\""
              + office
              + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\""
              + packages
              + "/relationships\"><Relationship Id=\"r1\" Type=\""
              + office
              + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      entry(zip, "xl/worksheets/sheet1.xml", sheet.toString());
    }
  }

  private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
