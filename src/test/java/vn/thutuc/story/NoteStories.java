package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.note.NoteList;
import vn.thutuc.note.Notes;

/** Officers of a dossier's agencies talk about it; nobody else hears. */
class NoteStories extends ActsStory {

  @Autowired private Notes notes;

  private NoteList.Note writes(String person, String text, String mention) {
    return play.as(person, () -> notes.add(number, text, mention, UUID.randomUUID().toString()));
  }

  private List<NoteList.Note> reads(String person) {
    return play.as(person, () -> notes.page(number, null, null)).notes();
  }

  private int unread(String person, boolean assigned) {
    return play.as(person, () -> notes.unread(number, assigned));
  }

  @Test
  void aNoteIsReadByTheUnitsOfTheDossierTheNewestLast() {
    aPermitAtTheSpecialist();
    writes("chuyenvien", "Đã gọi chủ xe, chờ số khung", null);
    itIs("2026-03-03T09:00");
    writes("truongphong", "Ghi rõ tải trọng trục", null);

    List<NoteList.Note> seen = reads("motcua");

    assertThat(seen)
        .extracting(NoteList.Note::text)
        .containsExactly("Đã gọi chủ xe, chờ số khung", "Ghi rõ tải trọng trục");
    assertThat(seen.get(0).author()).isEqualTo("Chuyên viên A – Sở Xây dựng");
    assertThat(seen.get(0).at()).isEqualTo("2026-03-03T08:15:00");
    assertThat(seen).noneMatch(NoteList.Note::mine);
    assertThat(reads("lanhdao")).hasSize(2);
    assertThat(lines("NOTE_ADDED")).isEqualTo(2);
    assertThat(dossier().timeline().toString()).doesNotContain("số khung", "tải trọng");
  }

  @Test
  void whoHasNothingToDoWithTheDossierNeitherReadsNorWrites() {
    aPermitAtTheSpecialist();
    writes("chuyenvien", "Chỉ trong nhà", null);

    for (String stranger : List.of("chuyenvientaichinh", "motcuadongkinh")) {
      assertThatThrownBy(() -> reads(stranger))
          .as(stranger)
          .hasMessageContaining("Không tìm thấy hồ sơ");
      assertThatThrownBy(() -> writes(stranger, "Cho xem với", null))
          .as(stranger)
          .hasMessageContaining("Không tìm thấy hồ sơ");
    }
    assertThat(reads("thanhtra")).hasSize(1);
    assertThatThrownBy(() -> writes("thanhtra", "Xem xong", null))
        .hasMessageContaining("chỉ được xem");
    assertThatThrownBy(() -> writes("chuyenvien", "Nhờ xem", "chuyenvientaichinh"))
        .hasMessageContaining("Không nhắc được tài khoản này");
    assertThat(reads("chuyenvien")).hasSize(1);
  }

  @Test
  void whoIsMentionedAndWhoHasTheTaskSeeHowManyTheyHaveNotRead() {
    aPermitAtTheSpecialist();
    writes("truongphong", "Đồng chí xem giúp", "chuyenvien2");
    long last = writes("truongphong", "Nhắc chung", null).id();

    assertThat(unread("chuyenvien2", false)).isEqualTo(1);
    assertThat(unread("chuyenvien", true)).isEqualTo(2);
    assertThat(unread("chuyenvien", false)).isZero();
    assertThat(unread("truongphong", true)).isZero();
    assertThat(play.as("chuyenvien2", notes::mentions))
        .extracting(NoteList.Mention::number)
        .containsExactly(number);

    acts("chuyenvien2", () -> notes.read(number, last));
    acts("chuyenvien2", () -> notes.read(number, 1));

    assertThat(unread("chuyenvien2", false)).isZero();
    assertThat(play.as("chuyenvien2", notes::mentions)).isEmpty();
    writes("motcua", "Khách hỏi thăm", "chuyenvien2");
    assertThat(unread("chuyenvien2", false)).isEqualTo(1);
  }

  @Test
  void aNoteIsWithdrawnOnlyByItsWriterAndOnlyWithinMinutes() {
    aPermitAtTheSpecialist();
    long first = writes("chuyenvien", "Viết nhầm hồ sơ", "truongphong").id();
    long second = writes("chuyenvien", "Lời này đúng", null).id();

    assertThatThrownBy(() -> acts("truongphong", () -> notes.withdraw(number, first)))
        .hasMessageContaining("Chỉ người viết");
    acts("chuyenvien", () -> notes.withdraw(number, first));
    acts("chuyenvien", () -> notes.withdraw(number, first));

    assertThat(reads("truongphong").get(0).text()).isNull();
    assertThat(unread("truongphong", false)).isZero();
    assertThat(lines("NOTE_WITHDRAWN")).isEqualTo(1);
    itIs("2026-03-03T08:26");
    assertThatThrownBy(() -> acts("chuyenvien", () -> notes.withdraw(number, second)))
        .hasMessageContaining("10 phút");
    assertThat(reads("chuyenvien").get(1).withdrawable()).isFalse();
  }

  @Test
  void noRowOfANoteCanBeChangedOrRemoved() {
    aPermitAtTheSpecialist();
    writes("chuyenvien", "Giữ nguyên", null);

    for (String attack :
        List.of(
            "update dossier_note set text = 'khác'",
            "delete from dossier_note",
            "delete from dossier_note_withdrawal")) {
      assertThatThrownBy(() -> jdbc.sql(attack).update())
          .as(attack)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void theSameRequestSentTwiceIsOneNote() throws Exception {
    aPermitAtTheSpecialist();
    String request = UUID.randomUUID().toString();
    ExecutorService both = Executors.newFixedThreadPool(2);
    List<Future<NoteList.Note>> written = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        written.add(
            both.submit(
                () -> play.as("chuyenvien", () -> notes.add(number, "Một lần", null, request))));
      }
      assertThat(written.get(0).get().id()).isEqualTo(written.get(1).get().id());
    } finally {
      both.shutdown();
    }
    assertThat(reads("chuyenvien")).hasSize(1);
    assertThat(lines("NOTE_ADDED")).isEqualTo(1);
  }

  @Test
  void whoMovedToAnotherAgencyIsToldOfNoMentionOfTheOldOneAndOfEveryOneOfTheNew() {
    aPermitAtTheSpecialist();
    String elsewhere =
        play.receives("motcuadongkinh", DemoSubmissions.person("1.001193", "Người Nơi Cũ").build());
    for (int i = 0; i < 60; i++) {
      // As written while the mentioned one still worked there: more than are listed at once.
      isMentioned(elsewhere, "motcuadongkinh", "chuyenvien2");
    }
    isMentioned(number, "truongphong", "chuyenvien2");

    assertThat(play.as("chuyenvien2", notes::mentions))
        .extracting(NoteList.Mention::number)
        .contains(number)
        .doesNotContain(elsewhere);
  }

  @Test
  void onlyTheNewestMentionsAreLookedThroughWheneverSomebodyAsks() {
    aPermitAtTheSpecialist();
    isMentioned(number, "truongphong", "thanhtra");
    assertThat(play.as("thanhtra", notes::mentions)).hasSize(1);
    String old = number;
    anotherPermitAtTheSpecialist();
    for (int i = 0; i < 500; i++) {
      isMentioned(number, "truongphong", "thanhtra");
    }
    acts("thanhtra", () -> notes.read(number, Long.MAX_VALUE));

    assertThat(play.as("thanhtra", notes::mentions)).isEmpty();
    assertThat(play.as("thanhtra", () -> notes.unread(old, false))).isEqualTo(1);
  }

  private void isMentioned(String dossier, String author, String mentioned) {
    jdbc.sql(
            """
            insert into dossier_note (dossier_id, author, at, text, mention, request_id)
            select id, ?, now(), 'Xem giúp', ?, gen_random_uuid()::text from dossier where number = ?
            """)
        .param(author)
        .param(mentioned)
        .param(dossier)
        .update();
  }

  @Test
  void olderNotesComePageByPage() {
    aPermitAtTheSpecialist();
    for (int i = 1; i <= 45; i++) {
      writes("chuyenvien", "Lời " + i, null);
    }

    NoteList newest = play.as("chuyenvien", () -> notes.page(number, null, null));
    NoteList before =
        play.as("chuyenvien", () -> notes.page(number, newest.notes().get(0).id(), null));
    NoteList oldest =
        play.as("chuyenvien", () -> notes.page(number, before.notes().get(0).id(), 1_000_000));

    assertThat(newest.notes()).hasSize(20);
    assertThat(newest.notes().get(19).text()).isEqualTo("Lời 45");
    assertThat(newest.more()).isTrue();
    assertThat(before.notes().get(0).text()).isEqualTo("Lời 6");
    assertThat(oldest.notes()).hasSize(5);
    assertThat(oldest.more()).isFalse();
  }

  @Test
  void onceTheDossierHasEndedNothingIsAdded() {
    aPermitAtTheLeader();
    writes("chuyenvien", "Trước khi trả", null);
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", number());
    isReturnedAtTheCounter("motcua");

    assertThatThrownBy(() -> writes("chuyenvien", "Sau khi trả", null))
        .hasMessageContaining("đã kết thúc");
    assertThat(play.as("lanhdao", () -> notes.page(number, null, null)).refusal())
        .contains("đã kết thúc");
    assertThat(reads("lanhdao")).hasSize(1);
  }

  private static Object[] number() {
    return new Object[] {"resultNumber", "12/GP-SXD", "resultDate", "2026-03-03"};
  }

  @Test
  void wrongWordsAreRefusedAndNothingIsWritten() {
    aPermitAtTheSpecialist();

    assertThatThrownBy(() -> writes("chuyenvien", " \n\t ", null))
        .hasMessageContaining("Chưa nhập");
    assertThatThrownBy(() -> writes("chuyenvien", "x".repeat(2_001), null))
        .hasMessageContaining("2001");
    assertThatThrownBy(() -> play.as("chuyenvien", () -> notes.add(number, "Thiếu mã", null, null)))
        .hasMessageContaining("requestId");
    assertThat(reads("chuyenvien")).isEmpty();

    String nasty =
        "<img src=x onerror=alert(1)> '; drop table dossier_note; --\u0000\u0007\r\nDòng hai";
    assertThat(writes("chuyenvien", nasty, null).text())
        .isEqualTo("<img src=x onerror=alert(1)> '; drop table dossier_note; --\nDòng hai");
  }
}
