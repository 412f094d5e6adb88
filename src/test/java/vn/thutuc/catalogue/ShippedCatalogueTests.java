package vn.thutuc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The catalogue as it is shipped in the folder {@code processes}. */
class ShippedCatalogueTests {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 7, 15, 9, 0);

  private final Catalogue catalogue = Catalogue.of(Path.of("processes"));

  @Test
  void hasNoProblems() {
    assertThat(catalogue.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"COUNTER, sd", "ONLINE, 2wd", "POSTAL, 2wd"})
  void checksAPermitsPapersByChannelAndSettlesItInADay(Channel channel, String term) {
    Procedure permit = find("1.000028");

    assertThat(catalogue.term(permit, "completeness", channel, null, null))
        .matches(fact -> fact.term().equals(term) && fact.verified() && !fact.determined());
    assertThat(catalogue.term(permit, "settlement", channel, null, null).term()).isEqualTo("1wd");
    assertThat(permit.phase("completeness")).map(Phase::starts).contains(PhaseStart.RECEPTION);
    assertThat(permit.phase("settlement")).map(Phase::starts).contains(PhaseStart.COMPLETE_DOSSIER);
    assertThat(permit.result("PERMIT_OVERSIZE")).map(ResultKind::code).contains("KQ.G17.000328");
    assertThat(permit.result("PERMIT_TRACKED")).map(ResultKind::code).contains("KQ.G17.000329");
  }

  @Test
  void countsAPermitAnewAfterASupplementWithTheWindowOfTheHouse() {
    PauseRule rule = catalogue.pauseRule(find("1.000028"), "SUPPLEMENT");

    assertThat(rule.mode()).isEqualTo("RESTART");
    assertThat(rule.window().term()).isEqualTo("30d");
    assertThat(rule.window().verified()).isFalse();
    assertThat(catalogue.pauseRule(find("1.012753"), "SUPPLEMENT").mode()).isEqualTo("CONTINUE");
  }

  @Test
  void knowsTheTermOfABirthRegistrationOnlyByDetermination() {
    Procedure birth = find("1.001193");
    TermFact settlement = catalogue.term(birth, "settlement", Channel.COUNTER, null, null);

    assertThat(birth.phase("settlement").orElseThrow().terms())
        .singleElement()
        .extracting(PhaseTerm::term)
        .isNull();
    assertThat(settlement.term()).isEqualTo("sd@15:00");
    assertThat(settlement.determined()).isTrue();
    assertThat(settlement.source()).contains("sau 15 giờ");
    assertThat(catalogue.term(birth, "verification", Channel.COUNTER, null, null).term())
        .isEqualTo("3wd");
    assertThat(catalogue.window(birth, "draft-confirmation").term()).isEqualTo("1d");
    assertThat(birth.window("draft-confirmation"))
        .map(Window::unanswered)
        .contains(Unanswered.GO_ON);
    assertThat(birth.result("BIRTH_CERTIFICATE")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTRATION_ONLY, USUAL,     17wd",
    "WITH_CERTIFICATE,  USUAL,     20wd",
    "REGISTRATION_ONLY, DIFFICULT, 27wd",
    "WITH_CERTIFICATE,  DIFFICULT, 30wd"
  })
  void givesLandTermsByCaseAndAreaAndNeverByChannel(String caseCode, String area, String term) {
    Procedure land = find("1.012753");

    for (Channel channel : land.channels()) {
      assertThat(catalogue.term(land, "settlement", channel, caseCode, area).term())
          .isEqualTo(term);
    }
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void wantsTheOriginalsOfALandDossierWhateverTheChannel(Channel channel) {
    Procedure land = find("1.012753");

    assertThat(land.originalsAtReturn(channel)).isTrue();
    assertThat(land.result("LAND_USE_DECISION")).isPresent();
    assertThat(land.result("LAND_CERTIFICATE")).isPresent();
    assertThat(land.bodies())
        .containsOnlyKeys("provincial-land", "provincial-committee", "land-registry", "tax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"provinces/H37/units.csv", "organisation/units-template.csv"})
  void namesOnlyUnitsTheOrganisationHas(String units) throws IOException {
    String known = new ClassPathResource(units).getContentAsString(StandardCharsets.UTF_8);

    for (ProcedureSummary summary : catalogue.search("")) {
      Procedure procedure = find(summary.code());
      assertThat(procedure.competentKeys())
          .allSatisfy(key -> assertThat(known).contains("," + key + ","));
      assertThat(procedure.bodies().values())
          .allSatisfy(key -> assertThat(known).contains("," + key + ","));
    }
  }

  @Test
  void hasAProcedureReadFromItsStepsForEveryBlock() {
    List<Procedure> read =
        catalogue.search("").stream()
            .map(summary -> find(summary.code()))
            .filter(procedure -> !procedure.stages().isEmpty())
            .toList();

    assertThat(read).hasSizeGreaterThanOrEqualTo(30);
    assertThat(read.stream().flatMap(procedure -> procedure.allStages().stream()))
        .extracting(Stage::block)
        .contains(Block.values());
  }

  @Test
  void isFoundByWhatPeopleType() {
    assertThat(catalogue.search("khai sinh"))
        .extracting(ProcedureSummary::code)
        .contains("1.001193");
    assertThat(catalogue.search("xe qua tai"))
        .extracting(ProcedureSummary::code)
        .contains("1.000028");
    assertThat(catalogue.search("dat dai lan dau").get(0).code()).isEqualTo("1.012753");
  }

  private Procedure find(String code) {
    return catalogue.find(code, NOW).orElseThrow();
  }
}
