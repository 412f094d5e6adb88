package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.tracking.Figures;
import vn.thutuc.tracking.Ratings;
import vn.thutuc.tracking.TrackedView;
import vn.thutuc.tracking.Tracking;

/**
 * After the return applicants say how content they are: once, changed for a week, read by heads.
 */
@TestPropertySource(
    properties = {
      "thutuc.test.own=tracking",
      "thutuc.tracking.address=https://motcua.example.vn/",
      "thutuc.tracking.reads-per-minute=1000000"
    })
class RatingStories extends ActsStory {

  private static final String SCRIPT = "<script>alert('x')</script> & \"cảm ơn\"";

  @Autowired private Tracking tracking;
  @Autowired private Ratings ratings;
  @Autowired private Figures figures;

  private void isReturned() {
    isReady();
    isReturnedAtTheCounter("motcua");
  }

  private void isReady() {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Đánh Giá").build());
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    does("chuyenvien", "Task_Appraise", grant());
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "41/GPLHX", "resultDate", "2026-03-03");
  }

  private Tracking.Asking applicant() {
    String secret =
        jdbc.sql(
                """
                select k.secret from tracking_key k join dossier d on d.id = k.dossier_id
                where d.number = ?
                """)
            .param(number)
            .query(String.class)
            .single();
    return new Tracking.Asking("203.0.113.9", number, secret);
  }

  private TrackedView.Rating says(Integer level, String comment) {
    return tracking.rate(applicant(), level, comment).rating();
  }

  private List<Ratings.Said> readBy(String person) {
    return play.as(person, () -> ratings.page(null, null)).items().stream()
        .filter(said -> said.number().equals(number))
        .toList();
  }

  private Figures.Line month() {
    return figures.of(YearMonth.of(2026, 3)).lines().stream()
        .filter(line -> line.agency().equals("Sở Xây dựng"))
        .findFirst()
        .orElse(new Figures.Line("Sở Xây dựng", 0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void beforeTheReturnThereIsNothingToSay() {
    isReady();

    assertThatThrownBy(() -> says(3, null)).hasMessageContaining("sau khi kết quả đã được trả");
    assertThat(tracking.look(applicant()).rating()).isNull();
  }

  @Test
  void onceSaidItIsChangedForAWeekAndCountedOnce() {
    isReturned();
    Figures.Line before = month();

    assertThat(says(3, "Nhanh").level()).isEqualTo(3);
    assertThat(says(3, "Nhanh").until()).isEqualTo("2026-03-10");
    assertThat(month().veryContent()).isEqualTo(before.veryContent() + 1);
    itIs("2026-03-10T23:00");
    assertThat(says(1, " ").comment()).isNull();
    assertThat(month().veryContent()).isEqualTo(before.veryContent());
    assertThat(month().notContent()).isEqualTo(before.notContent() + 1);

    itIs("2026-03-11T07:00");
    assertThatThrownBy(() -> says(2, null))
        .hasMessageContaining("ngày 03/03/2026 chỉ sửa được trong 7 ngày");
    assertThat(says(1, null).changeable()).as("the same again is no change").isFalse();
    assertThat(lines("APPLICANT_RATED")).isEqualTo(2);
    assertThat(last().label()).isEqualTo("Người nộp đánh giá sự hài lòng: sửa đánh giá");
  }

  @Test
  void whatWasSaidIsReadByWhoLeadsTheUnitAndByNobodyElse() {
    isReturned();
    says(2, SCRIPT);

    assertThat(readBy("truongphong"))
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.comment()).as("kept as it was typed").isEqualTo(SCRIPT);
              assertThat(said.label()).isEqualTo("Hài lòng");
              assertThat(said.changed()).isFalse();
            });
    assertThat(readBy("lanhdao")).hasSize(1);
    assertThat(readBy("truongphongtaichinh")).isEmpty();
    assertThat(readBy("lanhdaotaichinh")).isEmpty();
    assertThatThrownBy(() -> readBy("chuyenvien")).hasMessageContaining("dành cho lãnh đạo");
    assertThatThrownBy(() -> play.as("lanhdao", () -> ratings.page(4, null)))
        .hasMessageContaining("1, 2 hoặc 3");
  }

  @Test
  void theListIsReadPageByPage() {
    isReturned();
    says(3, null);
    long own = jdbc.sql("select count(*) from tracking_rating").query(Long.class).single();
    for (int i = 0; i < 60; i++) {
      isCopied("RATED-%d-%d".formatted(own, i));
    }

    Ratings.Page first = play.as("lanhdao", () -> ratings.page(null, null));
    Ratings.Page second = play.as("lanhdao", () -> ratings.page(null, first.next()));

    assertThat(first.items()).hasSize(50);
    assertThat(second.items())
        .hasSizeGreaterThanOrEqualTo(11)
        .doesNotContainAnyElementsOf(first.items());
    assertThat(play.as("lanhdao", () -> ratings.page(1, null)).items())
        .allMatch(said -> said.level() == 1);
  }

  /** Another dossier like this one, said to be content. */
  private void isCopied(String other) {
    jdbc.sql(
            """
            insert into dossier (number, procedure_code, procedure_version, state, channel,
              return_method, owner_kind, owner_name, words, desk_unit, competent_unit, return_unit,
              received_at, entered_at)
            select ?, procedure_code, procedure_version, state, channel, return_method, owner_kind,
              owner_name, words, desk_unit, competent_unit, return_unit, received_at, entered_at
            from dossier where number = ?
            """)
        .params(other, number)
        .update();
    jdbc.sql(
            """
            insert into tracking_rating (dossier_id, level, unit, agency, rated_at, changed_at)
            select id, 2, 'H37.12', 'H37.12', now(), now() from dossier where number = ?
            """)
        .param(other)
        .update();
  }

  @Test
  void whatCannotBeSaidIsRefusedInWords() {
    isReturned();

    assertThatThrownBy(() -> says(null, "Tốt")).hasMessageContaining("ba mức");
    assertThatThrownBy(() -> says(4, "Tốt")).hasMessageContaining("ba mức");
    assertThatThrownBy(() -> says(3, "x".repeat(2_001))).hasMessageContaining("tối đa 2000");
    assertThat(says(3, "Dòng một\r\nDòng hai\u0000\u0007").comment())
        .isEqualTo("Dòng một\nDòng hai");
  }

  @Test
  void saidTwiceAtOnceItIsKeptOnce() throws Exception {
    isReturned();
    int before = month().content();
    Tracking.Asking applicant = applicant();
    CyclicBarrier together = new CyclicBarrier(4);
    ExecutorService telephones = Executors.newFixedThreadPool(4);
    try {
      List<Future<TrackedView>> all =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      telephones.submit(
                          () -> {
                            together.await();
                            return tracking.rate(applicant, 2, "Tốt");
                          }))
              .toList();
      for (Future<TrackedView> one : all) {
        assertThat(one.get().rating().level()).isEqualTo(2);
      }
    } finally {
      telephones.shutdownNow();
    }

    assertThat(month().content()).isEqualTo(before + 1);
    assertThat(lines("APPLICANT_RATED")).isEqualTo(1);
  }
}
