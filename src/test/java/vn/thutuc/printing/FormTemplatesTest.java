package vn.thutuc.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thutuc.printing.CaseSamples.DESK;
import static vn.thutuc.printing.CaseSamples.permit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A province may replace any template; what is wrong with one is named, and work goes on. */
class FormTemplatesTest {

  private static final FormData SLIP = Forms.receipt(permit().build(), DESK, null);

  @TempDir Path folder;

  private FormPrinter.Printed printed() {
    return Press.of(folder).print(FormKind.RECEIPT, SLIP);
  }

  private void has(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }

  @Test
  void aTemplateOfTheProvinceIsUsedWithTheSharedPartsItDoesNotReplace() throws IOException {
    has(
        "01.ftlx",
        """
        <#import "common.ftlx" as c>
        <@c.sheet>
        <@c.letterhead/>
        <p>Mẫu riêng của tỉnh cho hồ sơ ${form.dossier}</p>
        </@c.sheet>
        """);

    FormPrinter.Printed form = printed();

    assertThat(form.problem()).isNull();
    assertThat(form.template()).isEqualTo(folder.toString());
    assertThat(PdfText.of(form.pdf()).text())
        .contains("Mẫu riêng của tỉnh cho hồ sơ H37.12-260303-0001")
        .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assertThat(PdfA.faults(form.pdf())).isEmpty();
  }

  @Test
  void aSharedPartOfTheProvinceIsUsedByTheShippedForms() throws IOException {
    has(
        "form.css",
        "p { font-family: 'Liberation Serif'; } body { font-family: 'Liberation Serif'; }");

    assertThat(printed().problem()).isNull();
    assertThat(printed().template()).isEqualTo(folder.toString());
  }

  @ParameterizedTest(name = "{0}: line {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a tag that is not closed | <html><body>\\n<p>Mẫu\\n<p>riêng</p></body></html> | 3",
        "a directive that is not closed | <html><body>\\n<#if form.dossier??>\\n</body></html> | 3",
        "a directive that does not exist | <html><body>\\n\\n<#neu form.dossier??>\\n</body></html> | 3",
        "a field that does not exist | <html><body>\\n<p>${form.dossier}</p>\\n\\n<p>${form.maHoSo}</p></body></html> | 4",
        "an entity that XML does not know | <html><body>\\n<p>A&nbsp;B</p></body></html> | 2",
        "a class of the server | <html><body>\\n${'freemarker.template.utility.Execute'?new()('id')}</body></html> | 2",
      })
  void aBrokenTemplateIsNamedWithItsLineAndTheShippedOneIsUsed(
      String what, String template, int line) throws IOException {
    has("01.ftlx", template.replace("\\n", "\n"));

    FormPrinter.Printed form = printed();

    assertThat(form.problem()).isNotNull();
    assertThat(form.problem().file()).isEqualTo("01.ftlx");
    assertThat(form.problem().line()).as(form.problem().toString()).isEqualTo(line);
    assertThat(form.problem().what()).doesNotContain("Ngọc Quỳnh");
    assertThat(form.template()).isEqualTo("shipped");
    assertThat(PdfText.of(form.pdf()).text()).contains("GIẤY TIẾP NHẬN HỒ SƠ");
  }

  @Test
  void aBrokenSharedPartIsNamedByItsOwnFile() throws IOException {
    has("common.ftlx", "<#macro sheet>\n<html><body>\n<#nested></body></html>\n");

    FormPrinter.Printed form = printed();

    assertThat(form.problem().file()).isEqualTo("common.ftlx");
    assertThat(PdfText.of(form.pdf()).text()).contains("GIẤY TIẾP NHẬN HỒ SƠ");
  }

  @Test
  void whatIsWrongIsFoundBeforeAnybodyPrints() throws IOException {
    has("01.ftlx", "<html>\n<body></html>");
    has("02.ftlx", "<html><body>${form.dossier</body></html>");
    has("03.ftlx", "<html><body>${form.dossier}</body></html>");

    assertThat(new FormTemplates(folder).problems())
        .extracting(TemplateProblem::file)
        .containsExactly("01.ftlx", "02.ftlx");
  }

  @Test
  void theShippedTemplatesKeepToTheSameRules() throws IOException {
    for (FormKind kind : FormKind.values()) {
      XhtmlPage.check(kind.template(), shipped(kind.template()));
    }
    XhtmlPage.check("common.ftlx", shipped("common.ftlx"));
  }

  private static String shipped(String file) throws IOException {
    return new String(
        FormTemplatesTest.class.getResourceAsStream("/printing/" + file).readAllBytes(),
        java.nio.charset.StandardCharsets.UTF_8);
  }
}
