package vn.thutuc.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@DataJpaTest(
    showSql = false,
    properties = {"spring.flyway.enabled=false", "spring.jpa.hibernate.ddl-auto=validate"})
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class OrganisationImportTests {

  private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
  private static final LocalDate LATER = LocalDate.of(2026, 3, 2);
  private static final String UNITS =
      """
      id,parent,name,short_name,kind,agency,key,area_class
      H1,,Ủy ban nhân dân tỉnh,,province,H1.1,ubnd-tinh,
      H1.1,H1,Văn phòng,,office,H1.1,vp-ubnd-tinh,
      H1.2,H1,Sở Xây dựng,,department,H1.2,so-xay-dung,
      H1.2.1,H1.2,Phòng A,,room,H1.2,,
      H1.9,H1,Cơ quan thuế,,outside,,co-quan-thue,
      """;
  private static final String PEOPLE =
      """
      id,name,unit,roles
      chutich,Lãnh đạo A,H1,leader
      vp,Chuyên viên A,H1.1,specialist
      sxd,Chuyên viên B,H1.2,specialist;head
      phong,Chuyên viên C,H1.2.1,specialist
      """;

  @TempDir private Path folder;
  @Autowired private OrganisationImport organisationImport;
  @Autowired private Organisation organisation;
  @Autowired private JdbcTemplate database;

  @BeforeEach
  void empty() {
    database.execute("truncate org_post, org_person, org_unit");
  }

  @Test
  void importsTheDemoProvinceAndChangesNothingTheSecondTime() {
    OrganisationFiles demo = OrganisationFiles.read("classpath:provinces/H37");

    ImportSummary first = organisationImport.apply(demo, FIRST);
    ImportSummary second = organisationImport.apply(demo, LATER);

    assertThat(first.unitsAdded()).isEqualTo(demo.units().size());
    assertThat(first.postsOpened()).isGreaterThanOrEqualTo(first.peopleAdded());
    assertThat(second.nothingChanged()).isTrue();
    assertThat(organisation.communes())
        .extracting(UnitView::shortName)
        .containsExactly("Phường Đông Kinh", "Xã Mẫu Sơn");
    assertThat(organisation.unitByKey("so-xay-dung"))
        .map(unit -> organisation.holders(unit.id(), "specialist", FIRST))
        .contains(
            List.of(
                new PersonView("chuyenvien", "Chuyên viên A – Sở Xây dựng"),
                new PersonView("chuyenvien2", "Chuyên viên B – Sở Xây dựng")));
  }

  @Test
  void endsWhatTheFilesNoLongerHaveAndDeletesNothing() throws IOException {
    apply(UNITS, PEOPLE, FIRST);

    ImportSummary summary =
        apply(
            UNITS.replace("H1.2.1,H1.2,Phòng A,,room,H1.2,,\n", "").replace("Văn phòng", "VP"),
            PEOPLE
                .replace("phong,Chuyên viên C,H1.2.1,specialist\n", "")
                .replace("specialist;head", "head")
                .replace("Lãnh đạo A", "Lãnh đạo Z"),
            LATER);

    assertThat(summary).isEqualTo(new ImportSummary(0, 1, 1, 0, 1, 0, 2));
    assertThat(organisation.unit("H1.2.1")).map(UnitView::until).contains(LATER);
    assertThat(organisation.children("H1.2")).isEmpty();
    assertThat(organisation.postsOf("phong", LATER.minusDays(1))).hasSize(1);
    assertThat(organisation.postsOf("phong", LATER)).isEmpty();
    assertThat(organisation.holds("sxd", "H1.2", "specialist", LATER.minusDays(1))).isTrue();
    assertThat(organisation.holds("sxd", "H1.2", "specialist", LATER)).isFalse();
    assertThat(organisation.holds("sxd", "H1.2", "head", LATER)).isTrue();
    assertThat(database.queryForObject("select count(*) from org_person", Long.class)).isEqualTo(4);
  }

  @Test
  void givesSomebodyWhoComesBackANewPost() throws IOException {
    String without = PEOPLE.replace("vp,Chuyên viên A,H1.1,specialist\n", "");
    apply(UNITS, PEOPLE, FIRST);
    apply(UNITS, without, LATER);
    apply(UNITS, PEOPLE, LATER.plusDays(10));

    assertThat(organisation.holds("vp", "H1.1", "specialist", LATER.plusDays(5))).isFalse();
    assertThat(organisation.postsOf("vp", LATER.plusDays(10)))
        .containsExactly(new PostView("vp", "H1.1", "specialist", LATER.plusDays(10), null));
  }

  @Test
  void endsAndReopensAPostOnTheDayItBegan() throws IOException {
    apply(UNITS, PEOPLE, FIRST);
    apply(UNITS, "id,name,unit,roles\n", FIRST);
    ImportSummary again = apply(UNITS, PEOPLE, FIRST);

    assertThat(again.postsOpened()).isEqualTo(5);
    assertThat(organisation.postsOf("sxd", FIRST)).hasSize(2);
  }

  @Test
  void importsOnceWhenTwoNodesStartTogether() throws Exception {
    OrganisationFiles demo = OrganisationFiles.read("classpath:provinces/H37");
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Callable<ImportSummary> run = () -> organisationImport.apply(demo, FIRST);
      List<Future<ImportSummary>> runs = nodes.invokeAll(List.of(run, run));

      assertThat(List.of(runs.get(0).get(), runs.get(1).get()))
          .extracting(ImportSummary::nothingChanged)
          .containsExactlyInAnyOrder(true, false);
    } finally {
      nodes.shutdown();
    }
  }

  @Test
  void letsTheNearestHolderAboveInTheSameAgencyAct() throws IOException {
    apply(UNITS, PEOPLE, FIRST);

    assertThat(organisation.actingUnit("H1.2.1", "specialist", FIRST).id()).isEqualTo("H1.2.1");
    assertThat(organisation.actingUnit("H1.2.1", "head", FIRST).id()).isEqualTo("H1.2");
    assertThat(organisation.actingUnit("H1.1", "leader", FIRST).id()).isEqualTo("H1");
    assertThat(organisation.actingUnit("H1", "specialist", FIRST).id()).isEqualTo("H1.1");
  }

  @Test
  void neverClimbsIntoAnotherAgencyAndNamesUnitRoleAndRemedy() throws IOException {
    apply(UNITS, PEOPLE, FIRST);

    assertThatThrownBy(() -> organisation.actingUnit("H1.2.1", "leader", FIRST))
        .isInstanceOf(NoHolderException.class)
        .hasMessageContainingAll("Phòng A", "H1.2.1", "Lãnh đạo", "leader", "people.csv");
    assertThatThrownBy(() -> organisation.actingUnit("H1.2.1", "boss", FIRST))
        .hasMessageContainingAll("boss", "one-stop-officer");
    assertThatThrownBy(() -> organisation.actingUnit("H7", "leader", FIRST))
        .isInstanceOf(UnknownUnitException.class)
        .hasMessageContaining("H7");
  }

  @Test
  void knowsTheAgencyOfAUnitAndNoneForBodiesOutside() throws IOException {
    apply(UNITS, PEOPLE, FIRST);

    assertThat(organisation.agencyOf("H1.2.1")).map(UnitView::id).contains("H1.2");
    assertThat(organisation.agencyOf("H1")).map(UnitView::id).contains("H1.1");
    assertThat(organisation.agencyOf("H1.9")).isEmpty();
    assertThat(organisation.unitsOfKind("department")).hasSize(1);
    assertThat(organisation.unitByKey("nothing")).isEmpty();
  }

  @Test
  void listsAgenciesPostsAndThePeopleInOffice() throws IOException {
    apply(UNITS, PEOPLE, FIRST);
    apply(UNITS, PEOPLE.replace("vp,Chuyên viên A,H1.1,specialist\n", ""), LATER);

    assertThat(organisation.agencies()).extracting(UnitView::id).containsExactly("H1.1", "H1.2");
    assertThat(organisation.people())
        .extracting(PersonView::id)
        .containsExactly("chutich", "phong", "sxd");
    assertThat(organisation.postsOn(FIRST.minusDays(1))).isEmpty();
    assertThat(organisation.postsOn(FIRST)).hasSize(5);
    assertThat(organisation.postsOn(LATER)).hasSize(4);
  }

  @Test
  void takesAddressesWhereTheFilesHaveThemAndForgetsThemWithTheFiles() throws IOException {
    String header = "id,name,unit,roles,email\n";
    apply(
        UNITS,
        header
            + "vp,Chuyên viên A,H1.1,specialist,\n"
            + "sxd,Chuyên viên B,H1.2,specialist,sxd@tinh.example.invalid\n"
            + "sxd,Chuyên viên B,H1.2.1,head,\n",
        FIRST);
    assertThat(organisation.emailOf("sxd")).contains("sxd@tinh.example.invalid");
    assertThat(organisation.emailOf("vp")).isEmpty();
    assertThat(organisation.emailOf("khong-co")).isEmpty();

    apply(UNITS, PEOPLE, LATER);
    assertThat(organisation.emailOf("sxd")).isEmpty();

    assertThatThrownBy(
            () ->
                apply(UNITS, header + "vp,Chuyên viên A,H1.1,specialist,\"a@b.c, d@e.f\"\n", LATER))
        .hasMessageContaining("people.csv:2: the email is no address");
  }

  @Test
  void refusesToChooseAmongUnitsWithTheSameKey() {
    organisationImport.apply(OrganisationFiles.read("classpath:provinces/H37"), FIRST);

    assertThatThrownBy(() -> organisation.unitByKey("ubnd-xa"))
        .hasMessageContainingAll("ubnd-xa", "H37.201", "H37.202");
  }

  @Test
  void takesAGroupIdApartAgain() {
    String group = organisation.group("H37.12", "specialist");

    assertThat(group).isEqualTo("H37.12.specialist");
    assertThat(organisation.parseGroup(group)).contains(new GroupRef("H37.12", "specialist"));
    assertThat(organisation.parseGroup("H37.12")).isEmpty();
    assertThat(organisation.parseGroup(".specialist")).isEmpty();
    assertThat(organisation.parseGroup(null)).isEmpty();
    assertThatThrownBy(() -> organisation.group("H37.12", "boss")).hasMessageContaining("boss");
  }

  private ImportSummary apply(String units, String people, LocalDate day) throws IOException {
    Files.writeString(folder.resolve("units.csv"), units);
    Files.writeString(folder.resolve("people.csv"), people);
    return organisationImport.apply(OrganisationFiles.read(folder), day);
  }

  @Configuration(proxyBeanMethods = false)
  @AutoConfigurationPackage
  @Import({Organisation.class, OrganisationImport.class})
  static class Database {

    @Bean
    EmbeddedPostgres postgres() throws IOException {
      return EmbeddedPostgres.start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
      DataSource dataSource = postgres.getPostgresDatabase();
      DatabasePopulatorUtils.execute(
          new ResourceDatabasePopulator(
              new ClassPathResource("db/migration/V3__organisation.sql"),
              new ClassPathResource("db/migration/V31_1__addresses_of_officers.sql")),
          dataSource);
      return dataSource;
    }
  }
}
