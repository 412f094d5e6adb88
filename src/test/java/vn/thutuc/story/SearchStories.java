package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.ManyDossiers;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.Authority;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.DossierList;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.Party;
import vn.thutuc.dossier.ReceptionFacts;
import vn.thutuc.dossier.Submission;
import vn.thutuc.process.EnginePlay;

/** How a dossier is found by what people know of it, and by whom. */
class SearchStories extends Story {

  private static final String DESK = "motcuadongkinh";

  @Autowired private EnginePlay people;
  @Autowired private DossierList list;

  private List<String> finds(String person, String words) {
    return people.as(
        person,
        () ->
            list.page(null, words, 0, 100).items().stream()
                .map(DossierDocuments.Card::number)
                .toList());
  }

  private void birthIsReceived(Party owner, Party submitter) {
    itIs("2026-03-03T09:00");
    receives(
        DESK,
        new Submission(
            "1.001193",
            Channel.COUNTER,
            null,
            null,
            ReturnMethod.COUNTER,
            null,
            "H37.201",
            owner,
            submitter,
            new Authority(null, null, null),
            null,
            new ReceptionFacts(null, null, null, null, null)));
  }

  private static Party person(String name, String idNumber, String phone) {
    return new Party(Party.Kind.PERSON, name, idNumber, phone, null, "Thôn Thử Nghiệm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nguyen van an",
        "NGUYỄN VĂN ÂN",
        "an nguyen",
        "  nguyễn   ân ",
        "ngu va a",
        "0912 345 678",
        "0912345678",
        "+84 912 345 678",
        "0084912345678",
        "0912.345",
        "034567890123",
        "đào thị đến",
        "dao den",
        "0987654321"
      })
  void aDossierIsFoundByTheNamesTelephonesAndIdNumbersOfOwnerAndSubmitter(String words) {
    birthIsReceived(
        person("Nguyễn Văn Ân", "034567890123", "0912 345 678"),
        person("Đào Thị Đến", "034567890124", "+84987654321"));

    assertThat(finds(DESK, words)).contains(number);
    assertThat(finds("thanhtra", words)).as("who reads everything").contains(number);
    for (String stranger : List.of("motcuamauson", "lanhdao", "chuyenvienyte")) {
      assertThat(finds(stranger, words)).as(stranger).doesNotContain(number);
    }
  }

  @Test
  void aDossierIsFoundByItsNumberAndByParts() {
    birthIsReceived(person("Trần Thị Bình", "034567890125", "0912345679"), null);
    String sequence = number.substring(number.lastIndexOf('-') + 1);

    assertThat(finds(DESK, number)).containsExactly(number);
    assertThat(finds(DESK, number.toLowerCase(java.util.Locale.ROOT))).containsExactly(number);
    assertThat(finds(DESK, "260303-" + sequence)).contains(number);
    assertThat(finds("motcuamauson", number)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nguyen van binh",
        "khong co ai",
        "'",
        "\\",
        "a' | 'b",
        "!nguyeen",
        "& | <-> :*",
        "%",
        "()",
        "…"
      })
  void whatDoesNotFitFindsNothingAndBreaksNothing(String words) {
    birthIsReceived(person("Nguyễn Văn Ân", "034567890126", "0912345680"), null);

    assertThat(finds(DESK, words)).doesNotContain(number);
  }

  @Test
  void anAgencyThatIsAskedToActFindsTheDossierFromThenOn() {
    itIs("2026-03-02T09:00");
    receives(
        DESK,
        DemoSubmissions.organisation("1.012753", "Công ty Tìm Kiếm Đất")
            .at("H37.201")
            .of("WITH_CERTIFICATE", "USUAL")
            .build());
    does(
        DESK,
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "complete",
        "caseCode",
        "WITH_CERTIFICATE",
        "areaClass",
        "USUAL",
        "originalsAtReturn",
        true);
    assertThat(finds("chuyenvientnmt", "cong ty tim kiem")).doesNotContain(number);

    does(
        "chuyenviendongkinh",
        "Task_Inspect",
        "inspectionDate",
        "2026-03-04",
        "inspectionSummary",
        "Rõ",
        "proposal",
        "grant",
        "leased",
        true,
        "obligation",
        false);

    assertThat(finds("chuyenvientnmt", "cong ty tim kiem")).contains(number);
    acts(DESK, () -> acts.withdraw(number, "Hết câu chuyện"));
    does(DESK, "Task_ConfirmWithdrawal", "reason", "Hết", "note", "Đã trả");
    assertThat(finds("chuyenvientnmt", "cong ty tim kiem"))
        .as("also when it is finished")
        .contains(number);
  }

  @Test
  void ofVeryManyTheNewestAreShownAndItSaysThatThereAreMore() {
    birthIsReceived(person("Hoàng Đông Đảo", "034567890127", "0912345681"), null);
    many(1_005);
    try {
      itIs("2026-03-04T09:00");
      receives(
          DESK, DemoSubmissions.person("1.001193", "Hoàng Đông Đảo Mới").at("H37.201").build());

      DossierList.Page page = page(DESK, "hoang dong dao", 0);
      assertThat(page.total()).isEqualTo(1_000);
      assertThat(page.more()).isTrue();
      assertThat(page.items()).hasSize(20);
      assertThat(page.items().get(0).number()).isEqualTo(number);
      assertThat(page(DESK, "hoang dong dao", 50).items()).isEmpty();
      assertThat(page("thanhtra", "hoang dong dao", 0).items()).hasSize(20);
      assertThat(page("motcuamauson", "hoang dong dao", 0).total()).isZero();

      DossierList.Page one = page(DESK, "dao moi hoang", 0);
      assertThat(one.total()).isOne();
      assertThat(one.more()).isFalse();
    } finally {
      fewAgain();
    }
  }

  private DossierList.Page page(String person, String words, int page) {
    return people.as(person, () -> list.page(null, words, page, 20));
  }

  private void many(int count) {
    new ManyDossiers(jdbc).copy(number, "MANY", count);
    jdbc.sql(
            """
            insert into dossier_agency (agency, received_at, dossier_id, found_by)
            select 'H37.201', received_at, id, dossier_found_by('H37.201', words, number,
              owner_phone, submitter_phone, owner_id_number, submitter_id_number)
            from dossier where number like 'MANY-%'
            """)
        .update();
  }

  /** Other stories count on the same database. */
  private void fewAgain() {
    for (String table : List.of("dossier_agency", "dossier_phase", "dossier_due")) {
      jdbc.sql(
              "delete from "
                  + table
                  + " where dossier_id in (select id from dossier where number like 'MANY-%')")
          .update();
    }
    jdbc.sql("delete from dossier where number like 'MANY-%'").update();
  }

  @Test
  void aSearchHasItsLimits() {
    assertThatThrownBy(() -> people.as(DESK, () -> list.page(null, "x".repeat(201), 0, 20)))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("200");
    assertThatThrownBy(() -> people.as(DESK, () -> list.page(null, "x", 0, 101)))
        .isInstanceOf(DossierProblem.class);
  }
}
