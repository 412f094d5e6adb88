package vn.thutuc.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;
import vn.thutuc.HouseTest;

/** What officers do with the files of their dossier, each act with its line of the journal. */
@HouseTest
class DocumentApiTests extends DocumentCase {

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void aFileIsUploadedListedAndReadBackByteByByte() throws NoSuchAlgorithmException {
    byte[] pdf = SampleFiles.pdf(2, "Don");
    long id = added("motcua", APPLICATION, "Đơn đề nghị.pdf", pdf);

    JsonNode file = files("chuyenvien", APPLICATION).get(0);
    assertThat(file.path("id").asLong()).isEqualTo(id);
    assertThat(file.path("name").asText()).isEqualTo("Đơn đề nghị.pdf");
    assertThat(file.path("type").asText()).isEqualTo("PDF");
    assertThat(file.path("size").asLong()).isEqualTo(pdf.length);
    assertThat(file.path("sha256").asText()).isEqualTo(sha256(pdf));
    assertThat(file.path("scan").asText()).isEqualTo("NOT_SCANNED");
    assertThat(file.path("scanLabel").asText()).isEqualTo("Chưa quét vi-rút");
    assertThat(file.path("uploadedAt").asText()).isEqualTo("2026-03-03T08:15:00");
    assertThat(file.path("person").asText()).contains("Sở Xây dựng");
    Answer content = get("chuyenvien", documents() + "/" + id + "/content").succeeds(200);
    assertThat(content.body()).isEqualTo(pdf);
    assertThat(journal()).containsExactly("DOCUMENT_ADDED motcua");
  }

  @Test
  void theTimelineSaysAtWhichPaper() {
    added("motcua", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Don"));
    added("motcua", null, "Ảnh.png", SampleFiles.image("png"));

    JsonNode timeline =
        get("chuyenvien", "/api/dossiers/" + number).succeeds(200).json().path("timeline");
    assertThat(timeline.findValuesAsText("label"))
        .contains(
            "Thêm tệp: Đơn đề nghị cấp Giấy phép lưu hành xe theo mẫu", "Thêm tệp: Giấy tờ khác");
  }

  @Test
  void aDownloadIsNeverShownByTheBrowserAndCannotRunAnything() {
    byte[] xml = SampleFiles.xml();
    long id = added("motcua", null, "Tờ khai \"bản 1\".xml", xml);

    Answer content = get("chuyenvien", documents() + "/" + id + "/content").succeeds(200);
    ContentDisposition disposition =
        ContentDisposition.parse(content.header("Content-Disposition"));
    assertThat(disposition.isAttachment()).isTrue();
    assertThat(disposition.getFilename()).isEqualTo("Tờ khai _bản 1_.xml");
    assertThat(content.header("Content-Disposition"))
        .contains("filename*=UTF-8''T%E1%BB%9D%20khai");
    assertThat(content.header("Content-Length")).isEqualTo(Integer.toString(xml.length));
    isHarmless(content);
  }

  private static void isHarmless(Answer answer) {
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void onlyPdfAndPicturesAreShownInPlace() {
    long pdf = added("motcua", null, "a.pdf", SampleFiles.pdf(1, "A"));
    long png = added("motcua", null, "a.png", SampleFiles.image("png"));
    long docx = added("motcua", null, "a.docx", SampleFiles.docx());
    long xml = added("motcua", null, "a.xml", SampleFiles.xml());

    Answer shown = get("chuyenvien", documents() + "/" + pdf + "/preview").succeeds(200);
    assertThat(shown.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(shown.header("Content-Disposition")).startsWith("inline");
    isHarmless(shown);
    assertThat(get("chuyenvien", documents() + "/" + png + "/preview").header("Content-Type"))
        .isEqualTo("image/png");
    for (long id : new long[] {docx, xml}) {
      get("chuyenvien", documents() + "/" + id + "/preview").refuses(409, "file-not-shown");
    }
  }

  @Test
  void theSameUploadSentTwiceIsOneFile() {
    byte[] pdf = SampleFiles.pdf(1, "Hai lan");
    long id = added("motcua", APPLICATION, "Đơn.pdf", pdf);
    long before = leftOvers();

    Answer again = add("motcua", APPLICATION, "Đơn (1).pdf", pdf).succeeds(200);
    assertThat(again.json().path("id").asLong()).isEqualTo(id);
    assertThat(again.json().path("isNew").asBoolean()).isFalse();
    assertThat(files("motcua", APPLICATION)).hasSize(1);
    assertThat(leftOvers()).as("nothing is left of the second").isEqualTo(before);
    assertThat(journal()).containsExactly("DOCUMENT_ADDED motcua");
    added("motcua", "survey-report", "Đơn.pdf", pdf);
  }

  @Test
  void aNewVersionTakesThePlaceOfTheOldOneWhichIsKept() {
    byte[] first = SampleFiles.pdf(1, "Ban 1");
    byte[] second = SampleFiles.pdf(1, "Ban 2");
    long old = added("motcua", APPLICATION, "Đơn.pdf", first);
    long now = replaced(old, second).succeeds(201).json().path("id").asLong();

    JsonNode files = files("chuyenvien", APPLICATION);
    assertThat(files).hasSize(1);
    assertThat(files.get(0).path("id").asLong()).isEqualTo(now);
    assertThat(files.get(0).path("version").asInt()).isEqualTo(2);
    assertThat(files.get(0).path("older").get(0).path("id").asLong()).isEqualTo(old);
    assertThat(get("chuyenvien", documents() + "/" + old + "/content").body()).isEqualTo(first);
    assertThat(get("chuyenvien", documents() + "/" + now + "/content").body()).isEqualTo(second);
    assertThat(journal()).containsExactly("DOCUMENT_ADDED motcua", "DOCUMENT_REPLACED motcua");

    replaced(old, second).succeeds(200);
    replaced(old, SampleFiles.pdf(1, "Ban 3")).refuses(409, "newer-version-there");
    assertThat(files("chuyenvien", APPLICATION).get(0).path("older")).hasSize(1);
  }

  private Answer replaced(long id, byte[] content) {
    return upload("motcua", documents() + "/" + id + "/versions", "Đơn mới.pdf", content);
  }

  @Test
  void aPaperIsMarkedAndTheMarkSaysWhoAndWhen() {
    mark("chuyenvien", "DIGITISED", null).refuses(409, "nothing-digitised");
    added("motcua", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Don"));
    mark("chuyenvien", "CHECKED", null).succeeds(200);
    mark("chuyenvien", "CHECKED", null).succeeds(200);
    mark("chuyenvien", "DIGITISED", null).succeeds(200);
    mark("chuyenvien", "REUSED", " ").refuses(422, "field-missing");
    JsonNode list = mark("chuyenvien", "REUSED", "Hồ sơ H37.12-250101-0001").succeeds(200).json();

    JsonNode marks = paper(list, APPLICATION).path("marks");
    assertThat(marks.findValuesAsText("label"))
        .containsExactlyInAnyOrder("Đã kiểm tra", "Đã số hóa", "Tái sử dụng");
    assertThat(marks.findValuesAsText("source")).contains("Hồ sơ H37.12-250101-0001");
    assertThat(marks.get(0).path("at").asText()).isEqualTo("2026-03-03T08:15:00");
    json("chuyenvien", "DELETE", documents() + "/papers/application/marks/REUSED", Map.of())
        .succeeds(200);
    assertThat(journal())
        .containsExactly(
            "DOCUMENT_ADDED motcua",
            "PAPER_MARKED chuyenvien",
            "PAPER_MARKED chuyenvien",
            "PAPER_MARKED chuyenvien",
            "PAPER_UNMARKED chuyenvien");
  }

  private Answer mark(String person, String mark, String source) {
    Map<String, Object> body = new java.util.HashMap<>();
    body.put("source", source);
    return json(person, "PUT", documents() + "/papers/application/marks/" + mark, body);
  }

  @Test
  void aNewVersionHasToBeCheckedAgain() {
    long id = added("motcua", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Ban 1"));
    mark("chuyenvien", "CHECKED", null).succeeds(200);
    mark("chuyenvien", "DIGITISED", null).succeeds(200);
    replaced(id, SampleFiles.pdf(1, "Ban 2")).succeeds(201);

    JsonNode list = get("chuyenvien", documents()).json();
    assertThat(paper(list, APPLICATION).path("marks").findValuesAsText("mark"))
        .containsExactly("DIGITISED");
  }

  @Test
  void whoUploadedAFileRemovesItWhileNobodyElseHasUsedIt() {
    byte[] pdf = SampleFiles.pdf(1, "Nham");
    long id = added("motcua", APPLICATION, "Nhầm.pdf", pdf);
    assertThat(files("motcua", APPLICATION).get(0).path("removable").asBoolean()).isTrue();
    assertThat(files("chuyenvien", APPLICATION).get(0).path("removable").asBoolean()).isFalse();

    remove("chuyenvien", id, "Không phải của tôi").refuses(409, "file-relied-on");
    remove("motcua", id, " ").refuses(422, "field-missing");
    remove("motcua", id, "Tải nhầm hồ sơ").succeeds(200);

    assertThat(files("motcua", APPLICATION)).isEmpty();
    get("motcua", documents() + "/" + id + "/content").refuses(404, "file-not-found");
    remove("motcua", id, "Lần nữa").refuses(404, "file-not-found");
    assertThat(journal()).containsExactly("DOCUMENT_ADDED motcua", "DOCUMENT_REMOVED motcua");
    added("motcua", APPLICATION, "Lại.pdf", pdf);
  }

  private Answer remove(String person, long id, String reason) {
    return json(person, "POST", documents() + "/" + id + "/removal", Map.of("reason", reason));
  }

  @Test
  void aFileSomebodyElseHasOpenedStays() {
    long id = added("motcua", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Don"));
    get("motcua", documents() + "/" + id + "/content").succeeds(200);
    assertThat(files("motcua", APPLICATION).get(0).path("removable").asBoolean())
        .as("one's own look is no use by others")
        .isTrue();
    get("chuyenvien", documents() + "/" + id + "/preview").succeeds(200);

    remove("motcua", id, "Tải nhầm").refuses(409, "file-relied-on");
  }

  @Test
  void aFileAStepWasDoneWithStays() {
    long id = added("chuyenvien", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Don"));
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of("opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));

    remove("chuyenvien", id, "Tải nhầm").refuses(409, "file-relied-on");
  }

  @Test
  void aFileOfAMarkedPaperStaysUntilTheMarkIsTakenBack() {
    long id = added("motcua", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Don"));
    mark("chuyenvien", "DIGITISED", null).succeeds(200);
    remove("motcua", id, "Tải nhầm").refuses(409, "file-relied-on");

    json("chuyenvien", "DELETE", documents() + "/papers/application/marks/DIGITISED", Map.of())
        .succeeds(200);
    remove("motcua", id, "Tải nhầm").succeeds(200);
  }

  @Test
  void removingANewVersionBringsTheOldOneBack() {
    long old = added("motcua", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Ban 1"));
    long wrong = replaced(old, SampleFiles.pdf(1, "Nham")).succeeds(201).json().path("id").asLong();
    remove("motcua", wrong, "Thay nhầm tệp").succeeds(200);

    JsonNode files = files("motcua", APPLICATION);
    assertThat(files).hasSize(1);
    assertThat(files.get(0).path("id").asLong()).isEqualTo(old);
    replaced(old, SampleFiles.pdf(1, "Ban 2")).succeeds(201);
  }

  @Test
  void nothingChangesOnceTheDossierIsClosed() {
    long id = added("motcua", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Don"));
    json(
            "motcua",
            "POST",
            "/api/dossiers/" + number + "/withdrawal",
            Map.of("reason", "Đổi kế hoạch"))
        .succeeds(200);
    play.settle();
    play.does(
        "motcua",
        number,
        "Task_ConfirmWithdrawal",
        Map.of("reason", "Đổi kế hoạch", "note", "Đã trả giấy tờ"));

    add("motcua", APPLICATION, "Muộn.pdf", SampleFiles.pdf(1, "Muon"))
        .refuses(409, "dossier-closed");
    mark("motcua", "CHECKED", null).refuses(409, "dossier-closed");
    assertThat(get("motcua", documents()).json().path("workable").asBoolean()).isFalse();
    get("motcua", documents() + "/" + id + "/content").succeeds(200);
  }
}
