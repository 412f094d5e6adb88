package vn.thutuc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a file is, is read from its content; its name only stands in the words. */
class TypeCheckTest {

  private static final String WORD_MAIN = FileType.DOCX.media() + ".main+xml";

  private final TypeCheck check = new TypeCheck();

  /** As the intake asks: the first bytes, then what is inside a container. */
  private FileType typeOf(byte[] content) throws IOException {
    byte[] head = Arrays.copyOf(content, Math.min(content.length, TypeCheck.HEAD));
    TypeCheck.Guess guess = check.ofHead(head, "tệp thử.pdf");
    return guess.isContainer()
        ? check.ofContainer(new ByteArrayInputStream(content), "tệp thử.pdf")
        : guess.type().orElseThrow();
  }

  private void isRefused(byte[] content, String what) {
    assertThatThrownBy(() -> typeOf(content))
        .isInstanceOf(DocumentProblem.class)
        .hasMessageContaining("tệp thử.pdf")
        .hasMessageContaining(what)
        .hasMessageContaining("Chỉ nhận PDF")
        .extracting(problem -> ((DocumentProblem) problem).kind())
        .isEqualTo(DocumentProblem.Kind.TYPE);
  }

  @Test
  void scansPicturesAndDocumentsAreKnownByContent() throws IOException {
    assertThat(typeOf(SampleFiles.pdf(1, "Don"))).isEqualTo(FileType.PDF);
    assertThat(typeOf(SampleFiles.image("jpeg"))).isEqualTo(FileType.JPEG);
    assertThat(typeOf(SampleFiles.image("png"))).isEqualTo(FileType.PNG);
    assertThat(typeOf(SampleFiles.image("tiff"))).isEqualTo(FileType.TIFF);
    assertThat(typeOf(SampleFiles.docx())).isEqualTo(FileType.DOCX);
    assertThat(typeOf(SampleFiles.xlsx())).isEqualTo(FileType.XLSX);
    assertThat(typeOf(SampleFiles.xml())).isEqualTo(FileType.XML);
    assertThat(typeOf(SampleFiles.text("\uFEFF<?xml version=\"1.0\"?><HSoThueDTu/>")))
        .isEqualTo(FileType.XML);
  }

  @Test
  void aRenamedProgramIsRefused() {
    isRefused(SampleFiles.exe(), "chương trình máy tính");
    byte[] elf = Arrays.copyOf(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 512);
    elf[16] = 2;
    isRefused(elf, "chương trình máy tính");
    isRefused(SampleFiles.text("#!/bin/sh\necho 1\n"), "không được nhận");
    isRefused(SampleFiles.text("@echo off\r\ndel *.*\r\n"), "không được nhận");
  }

  @Test
  void aPageOrAPictureThatCouldRunScriptIsRefused() {
    isRefused(SampleFiles.text("<!DOCTYPE html><html><script>1</script></html>"), "trang web");
    isRefused(
        SampleFiles.text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        "ảnh SVG");
    isRefused(
        SampleFiles.text("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>"),
        "trang web");
  }

  @Test
  void somethingElseBeforeAPdfIsNoPdf() {
    byte[] pdf = SampleFiles.pdf(1, "Don");
    byte[] behind = new byte[pdf.length + 64];
    Arrays.fill(behind, (byte) ' ');
    System.arraycopy(pdf, 0, behind, 64, pdf.length);
    isRefused(behind, "không được nhận");
  }

  @Test
  void archivesAreRefused() {
    isRefused(SampleFiles.zip(Map.of("don.pdf", "nội dung")), "tệp nén");
    isRefused(new byte[] {'R', 'a', 'r', '!', 0x1a, 7, 1, 0, 0, 0}, "tệp nén");
    isRefused(new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0, 4, 0, 0}, "tệp nén");
  }

  @Test
  void officeFilesOfTheOldKindAreRefused() {
    byte[] old = new byte[1024];
    byte[] begin = {
      (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    System.arraycopy(begin, 0, old, 0, begin.length);
    isRefused(old, "kiểu cũ");
  }

  @Test
  void officeFilesWithMacrosAreRefused() {
    isRefused(SampleFiles.office(WORD_MAIN, Map.of("word/vbaProject.bin", "x")), "macro");
    isRefused(
        SampleFiles.office("application/vnd.ms-word.document.macroEnabled.main+xml", Map.of()),
        "macro");
    isRefused(SampleFiles.office(WORD_MAIN, Map.of("word/embeddings/a.EXE", "MZ")), "macro");
  }

  @Test
  void aDamagedWordDocumentIsRefused() {
    byte[] whole = SampleFiles.docx();
    isRefused(Arrays.copyOf(whole, 60), "tệp nén");
  }

  @Test
  void aSmallFileThatUnpacksToAHugeOneIsGivenUp() {
    byte[] bomb = SampleFiles.unpackingTo(OfficeFile.MOST_UNPACKED + 1024 * 1024);
    assertThat(bomb).hasSizeLessThan(1024 * 1024);
    isRefused(bomb, "tệp nén");
  }
}
