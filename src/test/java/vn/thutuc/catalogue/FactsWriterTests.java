package vn.thutuc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FactsWriterTests {

  /** Every key the reader knows, each with a value that is not the default. */
  static final String EVERYTHING =
      """
      code: "9.000001"
      title: Thủ tục có mọi thứ
      shortTitle: Mọi thứ
      field: Đường bộ
      levels: [PROVINCE, COMMUNE]
      settled: MIXED
      settledBy: Cơ quan thuế
      decision: 1/QĐ
      effective: {from: 2026-01-01, until: 2026-12-31}
      transition: CHANGE_WITH_APPROVAL
      competent: unknown
      competences:
        - {unit: so-xay-dung, case: NEW, criterion: "Dự án nhóm A, B", source: Điều 1}
        - {unit: ubnd-xa, case: OLD, area: FAR, source: Điều 2}
      bodies: {construction: so-xay-dung}
      outside: {ministry: "Bộ: Xây dựng"}
      cases: [{code: NEW, label: "Cấp mới, cấp lại"}, {code: OLD, label: Cấp đổi}]
      areas: [{code: FAR, label: Xa}]
      channels: [COUNTER, ONLINE]
      returnMethods: [COUNTER, ELECTRONIC]
      phases:
        - id: settlement
          name: Giải quyết
          starts: COMPLETE_DOSSIER
          condition: Khi phải kiểm tra
          terms:
            - {term: 5wd, channel: ONLINE, case: NEW, area: FAR, source: Điều 3, verified: true}
            - {term: unknown, source: Điều 3}
      windows:
        - {id: supplement, term: 30d, unanswered: STOP, source: Điều 4, verified: true}
        - {id: posting, term: unknown, source: Điều 4}
      supplement: {times: 2, mode: PLUS 5wd, source: Điều 5, verified: true}
      papers:
        - {key: application, title: Đơn, originals: 1, copies: 2, condition: Nếu có}
        - {key: note, title: "- gạch đầu dòng"}
      fees:
        - title: Lệ phí
          channel: ONLINE
          case: NEW
          amount: 50000
          per: bản sao
          condition: Khi cấp bản sao
          exemptions: [Người nghèo, "Trẻ em: dưới 6 tuổi"]
          setBy: Nghị quyết của HĐND tỉnh
          validity: {from: unknown, until: 2026-12-31}
          source: Điều 6
          counts: {fromPage: 1, toPage: 2, mostPerCopy: 200000}
        - {title: Phí, amount: unknown, source: Điều 6}
      results:
        - {key: PERMIT, title: Giấy phép, code: KQ.1, positive: true}
        - {key: REFUSAL, title: Từ chối, positive: false}
      originalsAtReturn: [ONLINE]
      silence: GRANTS
      silenceArticle: khoản 3 Điều 7
      quick: true
      retention: {years: 10, permanent: false, source: Điều 8, verified: true}
      stages:
        - {id: appraise, block: APPRAISE, name: Thẩm định, by: competent, source: Bước 1, unclear: Ai làm}
        - id: ask
          block: PARALLEL
          branches:
            - name: Một
              stages:
                - {id: consult, block: CONSULT, by: construction, phase: settlement, silence: GRANTS, article: Điều 9, stopsClock: true, failing: REFUSE, source: Bước 2}
            - {stages: [{id: verify, block: VERIFY, by: ministry, detail: Lý lịch, source: Bước 2}]}
        - id: by-case
          block: CHOICE
          on: CASE
          branches:
            - {name: Mới, when: [NEW], stages: [{id: sign, block: SIGN, source: Bước 3}]}
            - {name: Khác, stages: []}
        - {id: result, block: RESULT, result: PERMIT, source: Bước 4}
        - id: need
          block: DECIDE
          question: Cần kiểm tra?
          branches:
            - {when: ["YES"], stages: [{id: inspect, block: INSPECT, source: Bước 5}]}
            - {when: [NO], stages: []}
      after:
        - {id: copy, block: COPY, by: ministry, source: Bước 6}
      approvedSteps:
        decision: 12/QĐ-UBND
        source: Phụ lục 1
        steps:
          - {step: appraise, unit: "Phòng A, Sở B", days: 2.5}
          - {step: result, unit: Lãnh đạo, days: 10}
      notes:
        - "Ghi chú: có dấu hai chấm"
        - "#không phải chú thích"
        - "true"
      imported: {hash: abc, source: Danh mục}
      """;

  @Test
  void readsWhatItWroteAsEqualFacts() {
    Procedure read = sound(EVERYTHING);

    String written = FactsWriter.write(read);

    assertThat(sound(written)).isEqualTo(read);
    assertThat(FactsWriter.write(sound(written))).isEqualTo(written);
    assertThat(read.approvedSteps().steps())
        .extracting(step -> step.days().toPlainString())
        .containsExactly("2.5", "10");
  }

  @Test
  void writesTheShippedFilesSoThatTheyReadEqual() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      List<Path> facts =
          files.filter(f -> f.getFileName().toString().matches("\\d.*[a-z]\\.yaml")).toList();
      assertThat(facts).hasSizeGreaterThanOrEqualTo(3);
      for (Path file : facts) {
        FactsFolder.Parsed read = FactsFolder.parse(file);
        if (read.procedure() != null) {
          assertThat(sound(FactsWriter.write(read.procedure()))).isEqualTo(read.procedure());
        }
      }
    }
  }

  @Test
  void foldsLongTexts() {
    String title = "Cấp giấy phép cho tổ chức, cá nhân: ".repeat(20).strip();
    String written =
        FactsWriter.write(sound(EVERYTHING.replace("Thủ tục có mọi thứ", "\"" + title + "\"")));

    assertThat(written.lines()).allMatch(line -> line.length() <= 120 || line.contains("{"));
    assertThat(sound(written).title()).isEqualTo(title);
  }

  @Property(tries = 300)
  void keepsAnyText(@ForAll("texts") String text) {
    String yaml = EVERYTHING.replace("title: Thủ tục có mọi thứ", "title: " + json(text));
    Procedure read = sound(yaml);
    String written = FactsWriter.write(read);

    assertThat(sound(written)).isEqualTo(read);
    assertThat(read.title()).isEqualTo(text);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> chars =
        Arbitraries.strings()
            .withChars("aĐ ệ:#-'\"\\>|&*!%@`,[]{}?~=\n\t\r\u0085\u00a0\u2028\ufeff0159._")
            .ofMinLength(1)
            .ofMaxLength(300);
    Arbitrary<String> words =
        Arbitraries.of(
            "unknown", "true", "null", "5", "1.0", "2026-01-01", "0x1F", ".inf", "no", "~", "=");
    return Arbitraries.oneOf(chars, words).filter(t -> t.equals(t.strip()) && !t.isBlank());
  }

  private static String json(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars().forEach(c -> out.append("\\u%04x".formatted(c)));
    return out.append('"').toString();
  }

  private static Procedure sound(String yaml) {
    FactsFolder.Parsed parsed = FactsFolder.parse("9.000001-moi-thu.yaml", yaml);
    assertThat(parsed.problems()).isEmpty();
    return parsed.procedure();
  }
}
