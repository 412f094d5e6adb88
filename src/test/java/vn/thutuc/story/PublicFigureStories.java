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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.tracking.Figures;

/** What the public reads of an agency's month, against the appointment that binds. */
@TestPropertySource(
    properties = {
      "thutuc.test.own=tracking",
      "thutuc.tracking.address=https://motcua.example.vn/",
      "thutuc.tracking.reads-per-minute=1000000"
    })
class PublicFigureStories extends ActsStory {

  private static final Figures.Line NOTHING =
      new Figures.Line("Sở Xây dựng", 0, 0, 0, 0, 0, 0, 0, 0);

  @Autowired private Figures figures;

  /** Each story counts its own dossiers only. */
  @BeforeEach
  void nothingIsCounted() {
    figures.count();
    jdbc.sql("delete from public_figure").update();
  }

  private void isAccepted() {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Số Liệu").build());
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private void isReadyOn(String time, String day) {
    itIs(time);
    does("chuyenvien", "Task_Appraise", grant());
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "51/GPLHX", "resultDate", day);
  }

  private Figures.Line in(int month) {
    figures.count();
    return figures.of(YearMonth.of(2026, month)).lines().stream()
        .filter(line -> line.agency().equals("Sở Xây dựng"))
        .findFirst()
        .orElse(NOTHING);
  }

  @Test
  void aDossierIsCountedWhenAcceptedAndWhenItsResultIsThere() {
    isAccepted();
    assertThat(in(3).accepted()).isEqualTo(1);
    assertThat(in(3).onTime()).isZero();

    isReadyOn("2026-03-04T17:30", "2026-03-04");
    assertThat(in(3).onTime()).as("at the very moment of the appointment").isEqualTo(1);
    isReturnedAtTheCounter("motcua");

    assertThat(in(3)).isEqualTo(new Figures.Line("Sở Xây dựng", 1, 1, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void whatIsReadyAfterTheAppointmentIsLateAlsoAfterAnApology() {
    isAccepted();
    itIs("2026-03-05T08:00");
    does(
        "truongphong",
        "Task_ConfirmLateReason",
        "lateReason",
        "Chờ khảo sát",
        "lateUnit",
        "H37.12");
    does(
        "chuyenvien",
        "Task_DraftApology",
        "newAppointment",
        "2026-03-09T17:00",
        "reason",
        "Chờ khảo sát");
    does("lanhdao", "Task_SignApology", "leaderDecision", "approve");
    isReadyOn("2026-03-06T09:00", "2026-03-06");

    assertThat(in(3)).isEqualTo(new Figures.Line("Sở Xây dựng", 1, 0, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void anAppointmentGivenAnewAfterAPauseBinds() {
    isAccepted();
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Thiếu",
        "proposal",
        "supplement",
        "resultKind",
        "PERMIT_TRACKED",
        "missingPapers",
        "Báo cáo khảo sát",
        "reason",
        "Cầu yếu");
    itIs("2026-03-06T09:00");
    acts("motcua", () -> acts.supplementReceived(number, "Đã nộp đủ"));
    play.settle();
    isReadyOn("2026-03-06T10:00", "2026-03-06");

    assertThat(in(3)).isEqualTo(new Figures.Line("Sở Xây dựng", 1, 1, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void eachActFallsIntoItsOwnMonth() {
    isAccepted();
    isReadyOn("2026-04-02T09:00", "2026-04-02");

    assertThat(in(3)).isEqualTo(new Figures.Line("Sở Xây dựng", 1, 0, 0, 0, 0, 0, 0, 0));
    assertThat(in(4)).isEqualTo(new Figures.Line("Sở Xây dựng", 0, 0, 1, 0, 0, 0, 0, 0));
    assertThat(figures.of(null).first()).isEqualTo(YearMonth.of(2026, 3));
    assertThat(figures.of(null).last()).isEqualTo(YearMonth.of(2026, 4));
    assertThatThrownBy(() -> figures.of(YearMonth.of(2026, 5))).hasMessageContaining("chưa đến");
  }

  @Test
  void whatIsWithdrawnIsNeitherOnTimeNorLateAndWhatWasNeverAcceptedIsNothing() {
    isAccepted();
    acts("motcua", () -> acts.withdraw(number, "Không còn nhu cầu"));
    does("motcua", "Task_ConfirmWithdrawal", "reason", "Không còn nhu cầu", "note", "Đã trả");
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Bị Từ Chối").build());
    does(
        "motcua",
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "refuse",
        "reason",
        "Không thuộc thẩm quyền");

    assertThat(in(3)).isEqualTo(new Figures.Line("Sở Xây dựng", 1, 0, 0, 0, 1, 0, 0, 0));
  }

  @Test
  void countedOnSeveralNodesAtOnceEachDossierCountsOnce() throws Exception {
    isAccepted();
    isAccepted();
    isAccepted();
    CyclicBarrier together = new CyclicBarrier(4);
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> all =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      nodes.submit(
                          () -> {
                            together.await();
                            return figures.count();
                          }))
              .toList();
      for (Future<Integer> one : all) {
        one.get();
      }
    } finally {
      nodes.shutdownNow();
    }

    assertThat(in(3).accepted()).isEqualTo(3);
    assertThat(figures.count()).as("nothing waits").isZero();
  }
}
