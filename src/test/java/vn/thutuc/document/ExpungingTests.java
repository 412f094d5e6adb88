package vn.thutuc.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.thutuc.HouseTest;
import vn.thutuc.PermitSteps;

/** An administrator takes away for good a file that should never have been in the dossier. */
@HouseTest
class ExpungingTests extends DocumentCase {

  private static final Map<String, String> REASON =
      Map.of("reason", "Giấy tờ của người khác, tải nhầm hồ sơ");

  private String file(long id) {
    return documents() + "/" + id;
  }

  private Answer expunges(String person, long id) {
    return json(person, "POST", file(id) + "/expunging", REASON);
  }

  private String journalled() {
    return jdbc.sql(
            """
            select j.actor || ' ' || j.reason || ' ' || j.data::text from dossier_journal j
            join dossier d on d.id = j.dossier_id
            where d.number = ? and j.event = 'DOCUMENT_EXPUNGED'
            """)
        .param(number)
        .query(String.class)
        .single();
  }

  @Test
  void anOpenedFileGoesForGoodAndWhoWhenWhyAndItsHashStay() {
    long id = added("chuyenvien", APPLICATION, "nham.pdf", SampleFiles.pdf(1, "AAAA"));
    get("truongphong", file(id) + "/content").succeeds(200);
    JsonNode before = files("quantri", APPLICATION).get(0);
    assertThat(before.path("expungeable").asBoolean()).isTrue();
    assertThat(files("chuyenvien", APPLICATION).get(0).path("expungeable").asBoolean()).isFalse();

    expunges("quantri", id).succeeds(200);

    assertThat(files("chuyenvien", APPLICATION)).isEmpty();
    get("quantri", file(id) + "/content").refuses(404, "file-not-found");
    assertThat(bytesOf(id)).isZero();
    assertThat(journalled())
        .startsWith("quantri " + REASON.get("reason"))
        .contains(before.path("sha256").asText(), "chuyenvien")
        .doesNotContain("nham.pdf");
    assertThat(journal()).endsWith("DOCUMENT_EXPUNGED quantri");
  }

  private long bytesOf(long id) {
    return jdbc.sql(
            """
            select count(*) from document f
            join document_chunk c on c.content_id = f.content_id where f.id = ?
            """)
        .param(id)
        .query(Long.class)
        .single();
  }

  @Test
  void anOlderVersionGoesAndTheNewestStaysWhatItWas() {
    long first = added("chuyenvien", APPLICATION, "mot.pdf", SampleFiles.pdf(1, "BBBB"));
    long second =
        upload("chuyenvien", file(first) + "/versions", "hai.pdf", SampleFiles.pdf(1, "CCCC"))
            .succeeds(201)
            .json()
            .path("id")
            .asLong();
    long third =
        upload("chuyenvien", file(second) + "/versions", "ba.pdf", SampleFiles.pdf(1, "DDDD"))
            .succeeds(201)
            .json()
            .path("id")
            .asLong();

    expunges("quantri", second).succeeds(200);

    JsonNode newest = files("chuyenvien", APPLICATION);
    assertThat(newest).hasSize(1);
    assertThat(newest.get(0).path("id").asLong()).isEqualTo(third);
    assertThat(newest.get(0).path("older")).hasSize(1);

    expunges("quantri", third).succeeds(200);

    assertThat(files("chuyenvien", APPLICATION).get(0).path("id").asLong()).isEqualTo(first);
  }

  @Test
  void whatWasCheckedHasToBeCheckedAgain() {
    long id = added("chuyenvien", APPLICATION, "nham.pdf", SampleFiles.pdf(1, "EEEE"));
    json("motcua", "PUT", documents() + "/papers/" + APPLICATION + "/marks/CHECKED", Map.of())
        .succeeds(200);

    expunges("quantri", id).succeeds(200);

    JsonNode list = get("motcua", documents()).succeeds(200).json();
    assertThat(paper(list, APPLICATION).path("marks")).isEmpty();
  }

  @Test
  void nobodyElseMayAndNotWithoutAReason() {
    long id = added("chuyenvien", APPLICATION, "giu.pdf", SampleFiles.pdf(1, "FFFF"));

    for (String person : new String[] {"chuyenvien", "truongphong", "lanhdao", "thanhtra"}) {
      expunges(person, id).refuses(403, "administrator-only");
    }
    expunges("chuyenvientaichinh", id).refuses(404, "dossier-not-found");
    json("quantri", "POST", file(id) + "/expunging", Map.of()).refuses(422, "field-missing");
    expunges("quantri", 999_999).refuses(404, "file-not-found");
    assertThat(files("chuyenvien", APPLICATION)).hasSize(1);
    assertThat(bytesOf(id)).isPositive();
  }

  @Test
  void onceTheDossierHasEndedItsPapersAreARecord() {
    long id = added("chuyenvien", APPLICATION, "giu.pdf", SampleFiles.pdf(1, "FFFF"));
    PermitSteps.decide(play, number, "2026-03-03");
    play.does(
        "motcua",
        number,
        "Task_ReturnAtCounter",
        Map.of(
            "collectorName",
            "Người Nhận",
            "collectorIdNumber",
            "000000000009",
            "registerSigned",
            true));

    expunges("quantri", id).refuses(409, "dossier-closed");
    assertThat(files("quantri", APPLICATION).get(0).path("expungeable").asBoolean()).isFalse();
  }
}
