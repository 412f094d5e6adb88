package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.thutuc.catalogue.intake.CatalogueCommand;
import vn.thutuc.catalogue.intake.Rehearsals;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.VersionChange;

/** A decree changes a term from a Sunday on; dossiers before and after it get their own. */
class DatedFactsStories extends Story {

  private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 15);

  @Autowired private VersionChange versions;

  @DynamicPropertySource
  static void theCatalogueHasTwoVersions(DynamicPropertyRegistry properties) throws IOException {
    Path folder = Files.createTempDirectory("thutuc-dated-facts-");
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Path to = folder.resolve(Path.of("processes").relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    apply(folder, "2026-03-15", "3wd", "CHANGE_WITH_APPROVAL");
    apply(folder, "2026-04-15", "4wd", "STAY");
    properties.add("thutuc.catalogue.root", () -> "file:" + folder + "/");
  }

  private static void apply(Path folder, String from, String term, String transition)
      throws IOException {
    Path table = folder.resolve("decree.csv");
    Files.writeString(
        table, "code,term,source,transition\n1.000028,%s,Điều 9,%s\n".formatted(term, transition));
    int code =
        CatalogueCommand.run(
            new String[] {"apply", table.toString(), "--from", from, "--dir", folder.toString()},
            new PrintStream(PrintStream.nullOutputStream()),
            System.err,
            LocalDate.of(2026, 1, 1),
            Rehearsals.NONE);
    assertThat(code).isZero();
  }

  private void isReceived(String at) {
    itIs(at);
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Quy Định").build());
  }

  private void isComplete(String at) {
    itIs(at);
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private void changes(String person, LocalDate from, String ground) {
    acts(person, () -> versions.approve(number, from, ground));
  }

  @Test
  void aDossierReceivedBeforeKeepsItsTermInAPhaseThatBeginsAfter() {
    isReceived("2026-03-13T15:00");
    isComplete("2026-03-16T09:00");

    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-17T17:30"));
  }

  @Test
  void aDossierReceivedAfterHasTheNewTerm() {
    isReceived("2026-03-16T08:00");
    isComplete("2026-03-16T09:00");

    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-19T17:30"));
  }

  @Test
  void whatIsReceivedOnTheSaturdayBeforeCountsFromMondayAndSoUnderTheNewTerm() {
    isReceived("2026-03-14T10:00");
    isComplete("2026-03-16T09:00");

    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-19T17:30"));
  }

  @Test
  void aDossierGoesOverWithALeadersApprovalAndItsClockIsDerivedAnew() {
    isReceived("2026-03-13T15:00");
    isComplete("2026-03-16T09:00");

    changes("lanhdao", SUNDAY, "Điều 20 Nghị định");

    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-19T17:30"));
    assertThat(dossier().appointment()).isEqualTo(dossier().end());
    assertThat(journal()).containsSubsequence("FACTS_CHANGED", "APPOINTMENT_REISSUED");
    itIs("2026-03-18T17:31");
    assertThat(journal()).doesNotContain("LATE");
    itIs("2026-03-19T17:31");
    assertThat(journal()).contains("LATE");
  }

  @Test
  void nothingGoesOverWithoutLeaderGroundOrPermission() {
    isReceived("2026-03-13T15:00");
    isComplete("2026-03-16T09:00");

    refuses("chuyenvien", SUNDAY, "Điều 20", "lãnh đạo");
    refuses("lanhdao", SUNDAY, " ", "Căn cứ");
    refuses("lanhdao", LocalDate.of(2026, 4, 15), "Điều 20", "chưa có hiệu lực");
    refuses("lanhdao", LocalDate.of(2026, 3, 16), "Điều 20", "không có bản nào");
    itIs("2026-04-15T09:00");
    refuses("lanhdao", LocalDate.of(2026, 4, 15), "Điều 20", "không cho hồ sơ");
    assertThat(journal()).doesNotContain("FACTS_CHANGED");
  }

  private void refuses(String person, LocalDate from, String ground, String why) {
    assertThatThrownBy(() -> changes(person, from, ground))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining(why);
  }
}
