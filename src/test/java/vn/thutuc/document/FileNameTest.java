package vn.thutuc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Whatever a file is called, what is stored is a name and nothing else. */
class FileNameTest {

  private static String pdf(String typed) {
    return FileName.of(typed, FileType.PDF);
  }

  @Test
  void aVietnameseNameStaysAsItIs() {
    assertThat(pdf("Đơn đề nghị cấp giấy phép (bản ký số).pdf"))
        .isEqualTo("Đơn đề nghị cấp giấy phép (bản ký số).pdf");
    assertThat(pdf(Normalizer.normalize("Đơn đề nghị.pdf", Normalizer.Form.NFD)))
        .as("letters come together again")
        .isEqualTo("Đơn đề nghị.pdf");
  }

  @Test
  void aPathIsNotPartOfAName() {
    assertThat(pdf("C:\\Users\\An\\don.pdf")).isEqualTo("don.pdf");
    assertThat(pdf("../../etc/passwd")).isEqualTo("passwd.pdf");
    assertThat(pdf("/")).isEqualTo("Tệp không tên.pdf");
    assertThat(pdf("..")).isEqualTo("Tệp không tên.pdf");
  }

  @Test
  void quotesAndLineBreaksDoNoHarm() {
    assertThat(pdf("don\r\nSet-Cookie: x=1.pdf")).isEqualTo("don Set-Cookie_ x=1.pdf");
    assertThat(pdf("\"don\"; filename=\"a.exe\".pdf")).isEqualTo("_don_; filename=_a.exe_.pdf");
    assertThat(pdf("don\u1FEF.pdf")).as("another writing of `").isEqualTo("don_.pdf");
    assertThat(pdf("don\u0000.pdf")).isEqualTo("don.pdf");
    assertThat(pdf("don\u2028de\u2029nghi.pdf")).isEqualTo("dondenghi.pdf");
  }

  @Test
  void marksThatTurnTheWritingAroundAreGone() {
    assertThat(pdf("don\u202Efdp.exe")).isEqualTo("donfdp.exe.pdf");
    assertThat(pdf("\uFEFFdon\u200B\u2066.pdf")).isEqualTo("don.pdf");
  }

  @Test
  void theEndingSaysWhatTheFileIs() {
    assertThat(pdf("don.exe")).isEqualTo("don.exe.pdf");
    assertThat(pdf("DON.PDF")).isEqualTo("DON.PDF");
    assertThat(pdf(".pdf")).isEqualTo("pdf.pdf");
    assertThat(FileName.of("anh.png", FileType.JPEG)).isEqualTo("anh.png.jpg");
    assertThat(FileName.of("anh.jpeg", FileType.JPEG)).isEqualTo("anh.jpeg");
  }

  @Test
  void aNameThatADeviceHasGetsAnother() {
    assertThat(pdf("CON.pdf")).isEqualTo("_CON.pdf");
    assertThat(pdf("nul.tar.pdf")).isEqualTo("_nul.tar.pdf");
    assertThat(pdf("Công.pdf")).isEqualTo("Công.pdf");
  }

  @Test
  void nothingIsANameToo() {
    assertThat(pdf(null)).isEqualTo("Tệp không tên.pdf");
    assertThat(pdf(" \t\n")).isEqualTo("Tệp không tên.pdf");
  }

  @Test
  void aLongNameIsCutAndKeepsItsEnding() {
    String cut = pdf("ờ".repeat(5_000) + ".pdf");
    assertThat(cut).hasSizeLessThanOrEqualTo(160).endsWith("ờ.pdf");
    String emoji = pdf("📄".repeat(500) + ".pdf");
    assertThat(emoji.codePoints()).allMatch(Character::isDefined).noneMatch(FileNameTest::isHalf);
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  @Property
  void whateverIsTypedTheNameIsHarmless(@ForAll @StringLength(max = 400) String typed) {
    String name = pdf(typed);
    assertThat(name).endsWithIgnoringCase(".pdf").hasSizeLessThanOrEqualTo(160);
    assertThat(name).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\\"<>|:?*`]");
    assertThat(name).doesNotStartWith(".").doesNotStartWith(" ");
    assertThat(pdf(name)).as("made harmless once is enough").isEqualTo(name);
  }
}
