package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Procedure;

/** What the text says of a step, as officers read it. */
class RuleLinesTests {

  private final Procedure procedure =
      new Catalogue(new PathMatchingResourcePatternResolver(), "classpath:vocabulary/")
          .find("9.000002", LocalDateTime.of(2026, 3, 2, 9, 0))
          .orElseThrow();

  @Test
  void rulesStandInTheOrderOfTheStepsAndNameThem() {
    List<RuleLines.Line> lines = RuleLines.of(procedure);

    assertThat(lines)
        .extracting(RuleLines.Line::step)
        .containsExactly("Thẩm định hồ sơ", "Trả kết quả");
    assertThat(lines).extracting(RuleLines.Line::kind).containsExactly("Điều kiện", "Nghĩa vụ");
  }

  @Test
  void theSectionOfConditionsIsNamedInFull() {
    assertThat(RuleLines.of(procedure).get(0).source()).isEqualTo("Yêu cầu, điều kiện: khoản 1");
  }

  @Test
  void aDutySaysWhoseItIsAndHowLongThereIs() {
    assertThat(RuleLines.of(procedure).get(1).text())
        .isEqualTo("Người nộp hồ sơ: Niêm yết giấy phép (10 ngày làm việc)");
  }
}
