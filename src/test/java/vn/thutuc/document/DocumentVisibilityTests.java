package vn.thutuc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thutuc.HouseTest;

/** The files of a dossier are its people's: for everybody else there is no such dossier. */
@HouseTest
class DocumentVisibilityTests extends DocumentCase {

  private static final List<String> STRANGERS =
      List.of("chuyenvienmauson", "motcuadongkinh", "truongphongmauson", "thietke");

  private long id;

  @BeforeEach
  void aFileIsThere() {
    id = added("motcua", APPLICATION, "Đơn của ông An.pdf", SampleFiles.pdf(1, "Don"));
  }

  private Answer asks(String person, String method, String dossier, String rest) {
    String path = "/api/dossiers/" + dossier + "/documents" + rest;
    if (method.equals("GET")) {
      return get(person, path);
    }
    boolean file = rest.isEmpty() || rest.endsWith("versions");
    return file
        ? upload(person, path, "a.pdf", SampleFiles.pdf(1, "A"))
        : json(person, method, path, Map.of("reason", "x", "source", "x"));
  }

  @Test
  void forAStrangerTheDossierIsNotThereWhateverIsAsked() {
    List<List<String>> asked =
        List.of(
            List.of("GET", ""),
            List.of("GET", "/" + id + "/content"),
            List.of("GET", "/" + id + "/preview"),
            List.of("POST", ""),
            List.of("POST", "/" + id + "/versions"),
            List.of("POST", "/" + id + "/removal"),
            List.of("PUT", "/papers/application/marks/CHECKED"),
            List.of("DELETE", "/papers/application/marks/CHECKED"));
    String nowhere = "H37.12-990101-0001";
    for (String person : STRANGERS) {
      for (List<String> ask : asked) {
        Answer real = asks(person, ask.get(0), number, ask.get(1));
        Answer none = asks(person, ask.get(0), nowhere, ask.get(1));
        String what = person + " " + ask;
        real.refuses(404, "dossier-not-found");
        assertThat(real.text().replace(number, "?"))
            .as("what is not for them looks like what is not there: " + what)
            .isEqualTo(none.text().replace(nowhere, "?"));
      }
    }
    assertThat(files("motcua", APPLICATION)).hasSize(1);
    assertThat(journal()).containsExactly("DOCUMENT_ADDED motcua");
  }

  @Test
  void everybodyOfTheDossiersUnitsReadsIt() {
    for (String person : List.of("motcua", "chuyenvien", "truongphong", "lanhdao", "vanthu")) {
      assertThat(files(person, APPLICATION)).hasSize(1);
      get(person, documents() + "/" + id + "/content").succeeds(200);
      assertThat(get(person, documents()).json().path("workable").asBoolean()).isTrue();
    }
  }

  @Test
  void anInspectorReadsAndChangesNothing() {
    assertThat(get("thanhtra", documents()).succeeds(200).json().path("workable").asBoolean())
        .isFalse();
    get("thanhtra", documents() + "/" + id + "/content").succeeds(200);
    add("thanhtra", APPLICATION, "b.pdf", SampleFiles.pdf(1, "B")).refuses(403, "read-only");
    json("thanhtra", "PUT", documents() + "/papers/application/marks/CHECKED", Map.of())
        .refuses(403, "read-only");
    asks("thanhtra", "POST", number, "/" + id + "/versions").refuses(403, "read-only");
    asks("thanhtra", "POST", number, "/" + id + "/removal").refuses(403, "read-only");
  }

  @Test
  void aFileOfAnotherDossierIsNotFoundByItsId() {
    String first = number;
    aPermitWaitsForItsSpecialist();
    assertThat(number).isNotEqualTo(first);

    get("chuyenvien", documents() + "/" + id + "/content").refuses(404, "file-not-found");
    asks("chuyenvien", "POST", number, "/" + id + "/removal").refuses(404, "file-not-found");
    asks("chuyenvien", "POST", number, "/" + id + "/versions").refuses(404, "file-not-found");
  }

  @Test
  void withoutALoginNothingIsGiven() {
    assertThat(get(null, documents()).status()).isEqualTo(401);
    assertThat(
            send(
                    null,
                    "POST",
                    documents(),
                    Map.of("Content-Type", "application/octet-stream"),
                    HttpRequest.BodyPublishers.ofByteArray(SampleFiles.pdf(1, "A")))
                .status())
        .isEqualTo(401);
  }

  @Test
  void everyReadingStandsInTheAccessLogWithoutAName() {
    get("lanhdao", documents() + "/" + id + "/content").succeeds(200);

    assertThat(
            jdbc.sql("select concat_ws(' ', actor, action, subject) from access_log")
                .query(String.class)
                .list())
        .contains("lanhdao READ_DOCUMENT " + number + "/" + id)
        .noneMatch(line -> line.contains("ông An"));
  }
}
