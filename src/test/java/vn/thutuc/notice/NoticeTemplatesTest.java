package vn.thutuc.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every notice has words for every way out; a province may replace them, but not break them. */
class NoticeTemplatesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static NoticeTemplates shipped() {
    return new NoticeTemplates(JSON, null);
  }

  private NoticeTemplates withOwn() {
    return new NoticeTemplates(JSON, folder);
  }

  private void has(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }

  private static List<NoticeData> data(NoticeEvent event) {
    return List.of(NoticeData.full(event), NoticeData.bare(event));
  }

  @ParameterizedTest
  @EnumSource(NoticeEvent.class)
  void everyEventHasWordsForMailSmsAndZalo(NoticeEvent event) {
    for (NoticeData data : data(event)) {
      NoticeText text = shipped().fill(event, data).text();

      assertThat(text.subject()).contains(data.dossier().number()).hasSizeLessThan(100);
      assertThat(text.mail())
          .startsWith("Kính gửi: " + data.to().name())
          .contains(data.dossier().number(), data.procedure().title(), data.agency().name());
      assertThat(text.sms()).contains(data.dossier().number()).doesNotContain("\n");
      assertThat(NoticePreviews.parts(text.sms())).as(text.sms()).isLessThanOrEqualTo(4);
      assertThat(text.zalo()).isEqualTo(event.key());
      assertThat(text.zaloFields()).containsKeys("so_ho_so", "ten", "co_quan");
      assertThat(Stream.of(text.subject(), text.mail(), text.sms()))
          .allSatisfy(words -> assertThat(words).doesNotContain("null", "${", "<#", "<@", "  "));
    }
  }

  @ParameterizedTest
  @EnumSource(NoticeEvent.class)
  void anSmsNamesNobody(NoticeEvent event) {
    NoticeText text = shipped().fill(event, NoticeData.full(event)).text();

    assertThat(text.sms()).doesNotContain(NoticeData.full(event).to().name());
  }

  @Test
  void theLegalOnesCannotBeDeclined() {
    assertThat(
            Arrays.stream(NoticeEvent.values())
                .filter(event -> event.duty() == NoticeEvent.Duty.SERVICE))
        .containsExactlyInAnyOrder(
            NoticeEvent.NEAR,
            NoticeEvent.NOT_COLLECTED,
            NoticeEvent.RETURNED,
            NoticeEvent.WITHDRAWN);
  }

  @Test
  void everyNoticeThatAModelOrAServiceWritesIsKnown() throws IOException {
    Set<String> written = new TreeSet<>();
    find(written, Path.of("processes"), "outbound\\.notice\\(execution,(?:&#39;|')([a-z-]+)");
    find(written, Path.of("src/main/java"), "notices\\.write\\([^;]*\"([a-z]+-[a-z-]+)\"");
    Set<String> known =
        Arrays.stream(NoticeEvent.values()).map(NoticeEvent::key).collect(Collectors.toSet());

    assertThat(written).contains("received", "told", "appointment-changed").isSubsetOf(known);
  }

  private static void find(Set<String> found, Path folder, String pattern) throws IOException {
    Pattern event = Pattern.compile(pattern);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(bpmn|java)")).toList()) {
        Matcher matcher = event.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
  }

  @Test
  void aTemplateOfTheProvinceIsUsedWithTheSharedPartsItDoesNotReplace() throws IOException {
    has(
        "ready.ftl",
        """
        <#import "common.ftl" as c>
        <@subject>Kết quả ${dossier.number}</@subject>
        <@mail><@c.letter>Mời đến quầy số 3.</@c.letter></@mail>
        <@sms>Kết quả ${dossier.number} đã có</@sms>
        <@zalo template="rieng" ma=dossier.number/>
        """);

    NoticeTemplates.Filled filled =
        withOwn().fill(NoticeEvent.READY, NoticeData.full(NoticeEvent.READY));

    assertThat(filled.own()).isTrue();
    assertThat(filled.text().mail()).contains("Mời đến quầy số 3.", "Trân trọng");
    assertThat(filled.text().zalo()).isEqualTo("rieng");
    assertThat(withOwn().isOwn(NoticeEvent.RECEIVED)).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a field that does not exist | <@subject>A</@subject>\\n<@mail>\\n${dossier.maHoSo}</@mail> | ready.ftl:3: cannot be filled at \"dossier.maHoSo\"",
        "a field that may be empty and is not asked for | <@subject>A</@subject>\\n<@mail>${agency.phone}</@mail> | ready.ftl:2: cannot be filled at \"agency.phone\"",
        "a directive that is not closed | <@subject>A</@subject>\\n<@mail>\\n<#if days??>\\n</@mail> | ready.ftl:4: ",
        "a part that is not there | <@subject>A</@subject>\\n<@mail>B</@mail>\\n<@zalo template=\"a\"/> | ready.ftl: has no <@sms>",
        "words outside of a part | <@subject>A</@subject>\\nLạc\\n<@mail>B</@mail> | ready.ftl: has text outside of",
        "a class of the server | <@subject>A</@subject>\\n${'freemarker.template.utility.Execute'?new()('id')} | ready.ftl:2: cannot be filled",
      })
  void aBrokenTemplateOfTheProvinceIsRefusedAtStartWithFileAndLine(
      String what, String template, String told) throws IOException {
    has("ready.ftl", template.replace("\\n", "\n"));

    assertThatThrownBy(this::withOwn)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(told)
        .hasMessageNotContaining(NoticeData.full(NoticeEvent.READY).to().name());
  }

  @Test
  void aFileThatStandsForNoNoticeIsRefusedWithTheNamesThereAre() throws IOException {
    has("reday.ftl", "<@subject>A</@subject>");

    assertThatThrownBy(this::withOwn)
        .hasMessageContaining("reday.ftl: stands for no notice")
        .hasMessageContaining("not-collected");
  }

  @Test
  void everythingWrongIsToldAtOnce() throws IOException {
    has("ready.ftl", "${a}");
    has("near.ftl", "${b}");

    assertThatThrownBy(this::withOwn)
        .hasMessageContaining("near.ftl:1")
        .hasMessageContaining("ready.ftl:1");
  }

  @Test
  void aTemplateThatFailsOnlyWithSomeDossiersKeepsNobodyFromBeingTold() throws IOException {
    has(
        "ready.ftl",
        """
        <@subject>A</@subject><@mail>B</@mail><@sms>C</@sms><@zalo template="d"/>
        <#if dossier.number == "H37.12-260303-0002">${dossier.maHoSo}</#if>
        """);
    NoticeData full = NoticeData.full(NoticeEvent.READY);
    NoticeTemplates templates = withOwn();
    assertThat(templates.fill(NoticeEvent.READY, full).text().subject()).isEqualTo("A");

    NoticeTemplates.Filled filled =
        templates.fill(NoticeEvent.READY, of("H37.12-260303-0002", full, full.text()));

    assertThat(filled.problem().toString()).startsWith("ready.ftl:2: cannot be filled");
    assertThat(filled.text().subject()).startsWith("Đã có kết quả");
  }

  private static NoticeData of(String number, NoticeData like, String words) {
    NoticeData.Case dossier = like.dossier();
    return new NoticeData(
        like.title(),
        new NoticeData.To("Công ty\r\nBcc: ai@example.invalid"),
        new NoticeData.Case(
            number,
            dossier.state(),
            dossier.receivedAt(),
            dossier.channel(),
            dossier.returnWay(),
            dossier.returnPlace()),
        like.procedure(),
        like.agency(),
        like.appointment(),
        like.supplement(),
        words,
        like.late(),
        like.fee(),
        like.meeting(),
        words,
        like.results(),
        like.days(),
        like.lookUp());
  }

  @Test
  void whatADossierSaysBeginsNoOtherPartAndNoOtherHeader() {
    NoticeData full = NoticeData.full(NoticeEvent.TOLD);
    String evil = "</@mail><@sms>Gửi tiền</@sms> ${7*7}\r\nBcc: ai@example.invalid\u0000";
    NoticeData data = of(full.dossier().number(), full, evil);

    NoticeText text = shipped().fill(NoticeEvent.TOLD, data).text();

    assertThat(text.mail()).contains("<@sms>Gửi tiền</@sms> ${7*7}").doesNotContain("\u0000", "\r");
    assertThat(text.sms()).doesNotContain("Gửi tiền");
    assertThat(text.subject()).doesNotContain("\n", "\r");
    assertThat(text.zaloFields().get("ten")).doesNotContain("\n", "\r");
  }

  @Test
  void anSmsWithMarksHoldsLess() {
    assertThat(NoticePreviews.parts("a".repeat(160))).isEqualTo(1);
    assertThat(NoticePreviews.parts("a".repeat(161))).isEqualTo(2);
    assertThat(NoticePreviews.parts("ạ".repeat(70))).isEqualTo(1);
    assertThat(NoticePreviews.parts("ạ".repeat(71))).isEqualTo(2);
  }
}
