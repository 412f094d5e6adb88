package vn.thutuc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTests {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 7, 15, 9, 0);
  private static final String FACTS =
      """
      code: "9.000001"
      title: Cấp giấy phép mẫu
      shortTitle: Giấy phép mẫu
      field: Đường bộ
      levels: [PROVINCE]
      settled: HERE
      decision: 1/QĐ-BXD
      competent: so-xay-dung
      cases:
        - {code: NEW, label: Cấp mới}
        - {code: AGAIN, label: Cấp lại}
      channels: [COUNTER, ONLINE]
      returnMethods: [COUNTER]
      phases:
        - id: settlement
          name: Giải quyết
          starts: RECEPTION
          terms:
            - {term: 5wd, source: Điều 1, verified: true}
            - {case: AGAIN, term: 3wd, source: Điều 2, verified: true}
            - {case: AGAIN, channel: ONLINE, term: unknown, source: Danh mục không ghi}
      windows:
        - {id: answer, term: 10d, unanswered: CLOSE, source: Điều 3, verified: true}
      results:
        - {key: PERMIT, title: Giấy phép, positive: true}
      """;

  @TempDir private Path root;

  @BeforeEach
  void write() throws IOException {
    file("duong-bo/9.000001-giay-phep-mau.yaml", FACTS);
  }

  @Test
  void readsWhatAFileSays() {
    Procedure procedure = find();

    assertThat(procedure.shortTitle()).isEqualTo("Giấy phép mẫu");
    assertThat(procedure.effective()).isEqualTo(Effective.ALWAYS);
    assertThat(procedure.channels()).containsExactly(Channel.COUNTER, Channel.ONLINE);
    assertThat(procedure.result("PERMIT")).map(ResultKind::positive).contains(true);
    assertThat(procedure.window("answer")).map(Window::unanswered).contains(Unanswered.CLOSE);
    assertThat(procedure.supplement()).isNull();
    assertThat(Catalogue.of(root).problems()).isEmpty();
  }

  @Test
  void choosesTheTermWithTheMostConditions() {
    assertThat(term(Channel.COUNTER, "NEW").term()).isEqualTo("5wd");
    assertThat(term(Channel.COUNTER, "AGAIN").term()).isEqualTo("3wd");
    assertThat(term(Channel.COUNTER, "AGAIN"))
        .isEqualTo(new TermFact("3wd", "Điều 2", false, true));
  }

  @Test
  void leavesAnUnknownTermUnknownEvenBesideAKnownOne() {
    assertThat(term(Channel.ONLINE, "AGAIN"))
        .isEqualTo(new TermFact(null, "Danh mục không ghi", false, false));
    assertThat(term(Channel.ONLINE, "AGAIN").known()).isFalse();
  }

  @Test
  void saysThatThereIsNoTermWhereNoConditionFits() throws IOException {
    file(
        "duong-bo/9.000001-giay-phep-mau.yaml",
        FACTS.replace("{term: 5wd", "{case: NEW, term: 5wd"));

    assertThat(term(Channel.COUNTER, null))
        .isEqualTo(TermFact.unknown("Dữ liệu thủ tục không có thời hạn cho trường hợp này"));
  }

  @Test
  void refusesToAnswerForAPhaseTheProcedureDoesNotHave() {
    Catalogue catalogue = Catalogue.of(root);

    assertThatThrownBy(() -> catalogue.term(find(), "appraisal", Channel.ONLINE, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("9.000001", "appraisal", "settlement");
  }

  @Test
  void laysTheDeterminationOfTheProvinceOverTheFacts() throws IOException {
    String version = find().version();
    determination("case: AGAIN, channel: ONLINE, term: 'sd@15:00'");

    assertThat(term(Channel.ONLINE, "AGAIN"))
        .isEqualTo(new TermFact("sd@15:00", "Công văn 1 (UBND tỉnh)", true, false));
    assertThat(term(Channel.COUNTER, "AGAIN").determined()).isFalse();
    assertThat(find().version()).isNotEqualTo(version).hasSize(12);
    assertThat(find().determinations()).hasSize(1);
  }

  @Test
  void letsABroadDeterminationWinOverANarrowFact() throws IOException {
    determination("term: 7wd");

    assertThat(term(Channel.ONLINE, "AGAIN").term()).isEqualTo("7wd");
  }

  @Test
  void appliesADeterminationOnlyOnItsDaysOfReception() throws IOException {
    determination("term: 7wd, effective: {from: 2026-08-01, until: 2026-08-31}");
    Catalogue catalogue = Catalogue.of(root);

    assertThat(termOn(catalogue, LocalDate.of(2026, 7, 31))).isEqualTo("5wd");
    assertThat(termOn(catalogue, LocalDate.of(2026, 8, 1))).isEqualTo("7wd");
    assertThat(termOn(catalogue, LocalDate.of(2026, 8, 31))).isEqualTo("7wd");
    assertThat(termOn(catalogue, LocalDate.of(2026, 9, 1))).isEqualTo("5wd");
  }

  @Test
  void keepsDeterminationsWhenTheFactsAreImportedAnew() throws IOException {
    determination("term: 7wd");
    Catalogue catalogue = Catalogue.of(root);
    file("duong-bo/9.000001-giay-phep-mau.yaml", FACTS.replace("5wd", "9wd"));

    catalogue.reload();

    assertThat(termOn(catalogue, NOW.toLocalDate())).isEqualTo("7wd");
  }

  @Test
  void stopsOnlyTheDeterminationThatIsWrong() throws IOException {
    file(
        "determinations.yaml",
        """
        determinations:
          - {code: "9.000001", phase: settlement, term: 5 ngày, source: a, by: b, date: 2026-07-01}
          - {code: "9.000009", phase: settlement, term: 5wd, source: a, by: b, date: 2026-07-01}
          - {code: "9.000001", phase: nothing, term: 5wd, source: a, by: b, date: 2026-07-01}
          - {code: "9.000001", phase: settlement, area: FAR, term: 5wd, source: a, by: b, date: 2026-07-01}
          - {code: "9.000001", phase: settlement, term: 8wd, source: a, by: b, date: 2026-07-01}
          - {code: "9.000001", phase: settlement, term: 6wd, source: a, by: b, date: 2026-07-02}
          - {code: "9.000001", phase: settlement, case: NEW, term: unknown, source: a, by: b, date: soon}
        """);

    assertThat(Catalogue.of(root).problems())
        .extracting(CatalogueProblem::key)
        .containsExactlyInAnyOrder(
            "determinations[0].term",
            "determinations[1].code",
            "determinations[2].phase",
            "determinations[3].area",
            "determinations[5]",
            "determinations[6].term",
            "determinations[6].date");
    assertThat(term(Channel.COUNTER, "NEW").term()).isEqualTo("8wd");
  }

  @Test
  void changesItsVersionWithAnyFactAndOnlyThen() throws IOException {
    String version = find().version();
    file("duong-bo/9.000001-giay-phep-mau.yaml", "# a remark\n" + FACTS);
    assertThat(find().version()).isEqualTo(version);

    file("duong-bo/9.000001-giay-phep-mau.yaml", FACTS.replace("Điều 1", "Điều 4"));
    assertThat(find().version()).isNotEqualTo(version);
  }

  @Test
  void findsTheVersionInForceAtReception() throws IOException {
    String old = FACTS + "effective: {until: 2026-06-30}\n";
    String young = FACTS.replace("5wd", "4wd") + "effective: {from: 2026-07-01}\n";
    file("duong-bo/9.000001-giay-phep-mau.yaml", old);
    file("duong-bo/9.000001-giay-phep-mau.2026-07-01.yaml", young);
    Catalogue catalogue = Catalogue.of(root);

    assertThat(termOn(catalogue, LocalDate.of(2026, 6, 30))).isEqualTo("5wd");
    assertThat(termOn(catalogue, LocalDate.of(2026, 7, 1))).isEqualTo("4wd");
    assertThat(catalogue.search("")).hasSize(1);
  }

  @Test
  void findsNothingOutsideTheDaysOfEffect() throws IOException {
    file(
        "duong-bo/9.000001-giay-phep-mau.yaml",
        FACTS + "effective: {from: 2026-07-01, until: 2026-07-31}\n");
    Catalogue catalogue = Catalogue.of(root);

    assertThat(catalogue.find("9.000001", LocalDateTime.of(2026, 6, 30, 23, 59))).isEmpty();
    assertThat(catalogue.find("9.000001", LocalDateTime.of(2026, 7, 31, 23, 59))).isPresent();
    assertThat(catalogue.find("9.000002", NOW)).isEmpty();
  }

  @Test
  void searchesByCodeAndByWordsWithoutMarks() throws IOException {
    file(
        "ho-tich/9.000002-khai-sinh.yaml",
        FACTS
            .replace("9.000001", "9.000002")
            .replace("Cấp giấy phép mẫu", "Đăng ký khai sinh")
            .replace("Giấy phép mẫu", "Đăng ký khai sinh")
            .replace("Đường bộ", "Hộ tịch"));
    Catalogue catalogue = Catalogue.of(root);

    assertThat(catalogue.search("9.000002")).hasSize(1);
    assertThat(catalogue.search("9.")).hasSize(2);
    assertThat(catalogue.search("dang ky KHAI sinh")).hasSize(1);
    assertThat(catalogue.search("Đường bộ giấy")).hasSize(1);
    assertThat(catalogue.search("sinh ho tich").get(0).code()).isEqualTo("9.000002");
    assertThat(catalogue.search("khai sanh")).as("as the south says it").hasSize(1);
    assertThat(catalogue.search("đăng kí khai sinh")).as("i for y").hasSize(1);
    assertThat(catalogue.search("đăng k")).as("a beginning").hasSize(1);
    assertThat(catalogue.search("không có")).isEmpty();
    assertThat(catalogue.search(""))
        .as("in order of codes, however short a title is")
        .extracting(ProcedureSummary::code)
        .containsExactly("9.000001", "9.000002");
  }

  @Test
  void usesADefaultOfTheHouseOnlyWhereTheFactsAreSilent() throws IOException {
    file(
        "defaults.yaml",
        """
        pauses:
          - ground: SUPPLEMENT
            waitsFor: APPLICANT
            mode: CONTINUE
            times: 1
            window: 30d
            unanswered: STOP
            source: Mặc định
        """);
    Catalogue catalogue = Catalogue.of(root);
    TermFact house = new TermFact("30d", "Mặc định", false, false);

    assertThat(catalogue.window(find(), "supplement")).isEqualTo(house);
    assertThat(catalogue.window(find(), "answer").verified()).isTrue();
    assertThat(catalogue.window(find(), "other").known()).isFalse();
    assertThat(catalogue.pauseRule(find(), "SUPPLEMENT"))
        .isEqualTo(
            new PauseRule(
                "SUPPLEMENT",
                "APPLICANT",
                "CONTINUE",
                1,
                house,
                Unanswered.STOP,
                "Mặc định",
                false));
    assertThatThrownBy(() -> catalogue.pauseRule(find(), "WEATHER"))
        .hasMessageContaining("WEATHER");
  }

  @Test
  void prefersTheProceduresOwnRuleOfSupplement() throws IOException {
    file(
        "defaults.yaml",
        "pauses: [{ground: SUPPLEMENT, waitsFor: APPLICANT, mode: CONTINUE, times: 1, window: 30d,"
            + " source: Mặc định}]");
    file(
        "duong-bo/9.000001-giay-phep-mau.yaml",
        FACTS + "supplement: {times: unknown, mode: PLUS 5wd, source: Điều 9, verified: true}\n");

    PauseRule rule = Catalogue.of(root).pauseRule(find(), "SUPPLEMENT");

    assertThat(rule.mode()).isEqualTo("PLUS 5wd");
    assertThat(rule.times()).isEqualTo(1);
    assertThat(rule.source()).isEqualTo("Điều 9");
    assertThat(rule.verified()).isTrue();
  }

  private Procedure find() {
    return Catalogue.of(root).find("9.000001", NOW).orElseThrow();
  }

  private TermFact term(Channel channel, String caseCode) {
    return Catalogue.of(root).term(find(), "settlement", channel, caseCode, null);
  }

  private static String termOn(Catalogue catalogue, LocalDate day) {
    Procedure procedure = catalogue.find("9.000001", day.atTime(8, 0)).orElseThrow();
    return catalogue.term(procedure, "settlement", Channel.COUNTER, "NEW", null).term();
  }

  private void determination(String entry) throws IOException {
    file(
        "determinations.yaml",
        "determinations: [{code: '9.000001', phase: settlement, source: Công văn 1, by: UBND tỉnh,"
            + " date: 2026-07-01, "
            + entry
            + "}]");
  }

  private void file(String name, String content) throws IOException {
    Path path = root.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
