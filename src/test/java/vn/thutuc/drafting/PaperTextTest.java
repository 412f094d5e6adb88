package vn.thutuc.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thutuc.catalogue.ResultKind;
import vn.thutuc.dossier.DossierProblem;

/** What a paper says: read from its template, checked, laid out as lines, compared. */
class PaperTextTest {

  private static PaperText saying(String body) {
    return new PaperText("H37.12", "QUYẾT ĐỊNH", "Về việc thử", body, "- Như trên;", "GIÁM ĐỐC");
  }

  @Test
  void theSectionsOfATemplateBecomeTheFields() {
    PaperText text =
        PaperText.read(
            "H37.12",
            """
            [ten-loai]
            QUYẾT ĐỊNH
            [trich-yeu]
            Về việc thử
            [noi-dung]
            # GIÁM ĐỐC
            Điều 1. Một.
            [noi-nhan]
            - Như Điều 1;
            [chuc-danh-ky]
            GIÁM ĐỐC
            """);

    assertThat(text)
        .isEqualTo(
            new PaperText(
                "H37.12",
                "QUYẾT ĐỊNH",
                "Về việc thử",
                "# GIÁM ĐỐC\nĐiều 1. Một.",
                "- Như Điều 1;",
                "GIÁM ĐỐC"));
  }

  @Test
  void linesBecomeHeadingsItemsArticlesAndParagraphsAndNeverMarkup() {
    assertThat(PaperPages.blocks("# TIÊU ĐỀ\n- Một\n\nĐiều 2. Hai\n<b>Ba</b>"))
        .extracting(block -> block.get("kind") + "|" + block.get("lead") + "|" + block.get("text"))
        .containsExactly("heading||TIÊU ĐỀ", "item||- Một", "text|Điều 2.| Hai", "text||<b>Ba</b>");
  }

  @Test
  void anEmptyOrOverlongTextIsRefusedByItsField() {
    assertThatThrownBy(() -> saying(" \n ").check())
        .isInstanceOfSatisfying(
            DossierProblem.class, problem -> assertThat(problem.field()).isEqualTo("body"));
    assertThatThrownBy(() -> saying("x".repeat(40_001)).check())
        .hasMessageContaining("tối đa 40000");
  }

  @Test
  void whatIsEmptyIsNoLineAndTheUnitIsCalledByItsName() {
    PaperText letter = new PaperText("H37.12", "", "", "Một\n\nHai", "- A;\n- B.", "GIÁM ĐỐC");

    assertThat(letter.lines("Sở Xây dựng"))
        .containsExactly(
            "Đơn vị ban hành: Sở Xây dựng",
            "Một",
            "Hai",
            "Nơi nhận: - A;",
            "Nơi nhận: - B.",
            "Người ký: GIÁM ĐỐC");
  }

  @Test
  void everyWordIsInTheFingerprint() {
    assertThat(saying("Một").sha256()).isNotEqualTo(saying("Hai").sha256());
    assertThat(saying("Một").sha256()).isEqualTo(saying("Một\r\n").sha256());
  }

  @Test
  void changesAreShownWordByWordAndWholeLinesWhereLinesCameOrWent() {
    List<Differences.Line> lines =
        Differences.between(
            List.of("giữ nguyên", "xe 20A lưu hành", "bỏ đi"),
            List.of("giữ nguyên", "xe 20B lưu hành"));

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).changed()).isFalse();
    assertThat(lines.get(1).pieces())
        .containsExactly(
            new Differences.Piece(Differences.Mark.SAME, "xe "),
            new Differences.Piece(Differences.Mark.REMOVED, "20A "),
            new Differences.Piece(Differences.Mark.ADDED, "20B "),
            new Differences.Piece(Differences.Mark.SAME, "lưu hành"));
    assertThat(lines.get(2).pieces())
        .containsExactly(new Differences.Piece(Differences.Mark.REMOVED, "bỏ đi"));
  }

  @Test
  void theKindOfPaperIsToldByItsTitle() {
    assertThat(kind("Quyết định hưởng trợ cấp", true)).isEqualTo(PaperKind.DECISION);
    assertThat(kind("Giấy phép xây dựng", true)).isEqualTo(PaperKind.LICENCE);
    assertThat(kind("Trích lục khai tử", true)).isEqualTo(PaperKind.CERTIFICATE);
    assertThat(kind("Hồ sơ được cập nhật", true)).isEqualTo(PaperKind.OTHER);
    assertThat(kind("Quyết định không cấp", false)).isEqualTo(PaperKind.REFUSAL);
  }

  private static PaperKind kind(String title, boolean positive) {
    return PaperKind.of(new ResultKind("KEY", title, null, positive));
  }
}
