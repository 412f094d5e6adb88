package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.printing.PdfText;
import vn.thutuc.printing.PrintedForms;
import vn.thutuc.tracking.TrackedView;
import vn.thutuc.tracking.Tracking;

/** What an applicant sees with the slip in hand, from reception to the day it is too long ago. */
@TestPropertySource(
    properties = {
      "thutuc.test.own=tracking",
      "thutuc.tracking.address=https://motcua.example.vn/",
      "thutuc.tracking.reads-per-minute=1000000"
    })
class TrackingStories extends ActsStory {

  private static final String ADDRESS = "203.0.113.7";

  @Autowired private Tracking tracking;
  @Autowired private PrintedForms forms;

  private void isReceived(String name) {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", name).build());
  }

  private void isComplete() {
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private void isSettled() {
    does("chuyenvien", "Task_Appraise", grant());
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "21/GPLHX", "resultDate", "2026-03-03");
  }

  private String secret() {
    return jdbc.sql(
            """
            select k.secret from tracking_key k join dossier d on d.id = k.dossier_id
            where d.number = ?
            """)
        .param(number)
        .query(String.class)
        .single();
  }

  private TrackedView seen() {
    return tracking.look(new Tracking.Asking(ADDRESS, number, secret()));
  }

  private static String now(TrackedView view) {
    return view.steps().stream()
        .filter(TrackedView.Step::current)
        .map(TrackedView.Step::title)
        .reduce((one, other) -> one + " and " + other)
        .orElse("nowhere");
  }

  private PrintedForms.Issued issues(String form) {
    return play.as("motcua", () -> forms.issue(number, form, "1"));
  }

  private String text(PrintedForms.Issued issued) {
    return PdfText.of(play.as("motcua", () -> forms.pdf(number, issued.id()).content()))
        .text()
        .replaceAll("\\s+", " ");
  }

  @Test
  void theSlipHasTheSecretOfTheDossierAndSaysWhereToLook() {
    isReceived("Công ty Giấy Hẹn");
    String first = secret();

    String slip = text(issues("01"));

    assertThat(first).matches("[0-9A-HJKMNP-TV-Z]{12}");
    assertThat(slip)
        .contains(
            "Mã tra cứu: %s-%s-%s"
                .formatted(first.substring(0, 4), first.substring(4, 8), first.substring(8)))
        .contains("https://motcua.example.vn/tra-cuu/")
        .doesNotContain("//tra-cuu");
    isReceived("Công ty Khác");
    assertThat(secret()).isNotEqualTo(first);
  }

  @Test
  void aDossierOlderThanThePageGetsItsSecretWhenASlipIsFirstPrinted() {
    isReceived("Công ty Hồ Sơ Cũ");
    PrintedForms.Issued before = issues("01");
    jdbc.sql(
            "delete from tracking_key where dossier_id = (select id from dossier where number = ?)")
        .param(number)
        .update();
    assertThat(upToDate("01")).as("to be printed again").isFalse();

    PrintedForms.Issued after = issues("01");

    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(text(after)).contains("Mã tra cứu: " + secret().substring(0, 4));
    assertThat(issues("01")).as("and stays").isEqualTo(after);
    assertThat(upToDate("01")).isTrue();
  }

  private boolean upToDate(String form) {
    return play.as("motcua", () -> forms.of(number)).stream()
        .filter(one -> one.form().equals(form))
        .findFirst()
        .orElseThrow()
        .upToDate();
  }

  @Test
  void theApplicantFollowsTheDossierInPlainSteps() {
    isReceived("Công ty Theo Dõi");
    assertThat(now(seen())).isEqualTo("Nộp hồ sơ");
    assertThat(seen().appointment().words()).contains("khi hồ sơ được tiếp nhận");

    isComplete();
    assertThat(now(seen())).isEqualTo("Giải quyết");
    assertThat(seen().appointment().now()).isEqualTo("2026-03-04T17:30");
    assertThat(seen().appointment().words()).isNull();
    assertThat(seen().owner()).isEqualTo("Công ty Theo Dõi");
    assertThat(seen().agency()).isEqualTo("Sở Xây dựng");
    assertThat(seen().acts())
        .extracting(TrackedView.Act::what)
        .containsExactly("Thông báo đã tiếp nhận hồ sơ");

    does("chuyenvien", "Task_Appraise", grant());
    assertThat(now(seen())).isEqualTo("Giải quyết");
    assertThat(seen().results()).isEmpty();

    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "21/GPLHX", "resultDate", "2026-03-03");
    assertThat(now(seen())).isEqualTo("Có kết quả");
    assertThat(seen().standing()).startsWith("Đã có kết quả. Mời Ông/Bà đến nhận tại ");
    assertThat(seen().results())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.number()).isEqualTo("21/GPLHX");
              assertThat(result.day()).isEqualTo("2026-03-03");
              assertThat(result.file()).as("collected at the counter").isNull();
            });

    isReturnedAtTheCounter("motcua");
    assertThat(now(seen())).isEqualTo("Trả kết quả");
    assertThat(seen().rating().changeable()).isTrue();
  }

  @Test
  void whatIsMissingAndWhyTheClockStandsStillIsTold() {
    isReceived("Công ty Bổ Sung");
    isComplete();
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Ý kiến nội bộ của chuyên viên",
        "proposal",
        "supplement",
        "resultKind",
        "PERMIT_TRACKED",
        "missingPapers",
        "Báo cáo khảo sát\nBản đồ tuyến",
        "reason",
        "Cầu yếu");

    TrackedView view = seen();

    assertThat(view.standing()).contains("chờ Ông/Bà bổ sung");
    assertThat(view.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.missing()).containsExactly("Báo cáo khảo sát", "Bản đồ tuyến");
              assertThat(request.reason()).isEqualTo("Cầu yếu");
              assertThat(request.open()).isTrue();
            });
    assertThat(view.pauses())
        .singleElement()
        .satisfies(
            pause -> {
              assertThat(pause.why()).contains("bổ sung");
              assertThat(pause.to()).isNull();
            });
    assertThat(view.appointment().words()).contains("đang tạm dừng");

    itIs("2026-03-06T09:00");
    acts("motcua", () -> acts.supplementReceived(number, "Đã nộp đủ"));
    play.settle();

    assertThat(seen().requests().get(0).outcome()).isEqualTo("đã bổ sung");
    assertThat(seen().pauses().get(0).to()).isEqualTo("2026-03-06T09:00");
    assertThat(seen().appointment().first()).isEqualTo("2026-03-04T17:30");
    assertThat(seen().appointment().now()).isAfter(seen().appointment().first());
    assertThat(seen().appointment().words()).contains("đã thay đổi vì thời hạn");
  }

  @Test
  void theNewAppointmentStandsWithTheApologyAndTheFirstOneStays() {
    isReceived("Công ty Chờ Lâu");
    isComplete();
    itIs("2026-03-05T08:00");
    assertThat(seen().appointment().words()).contains("Đã quá thời gian hẹn");
    does(
        "truongphong",
        "Task_ConfirmLateReason",
        "lateReason",
        "Chờ khảo sát tuyến đường",
        "lateUnit",
        "H37.12");
    does(
        "chuyenvien",
        "Task_DraftApology",
        "newAppointment",
        "2026-03-09T17:00",
        "reason",
        "Chờ khảo sát tuyến đường");
    does("lanhdao", "Task_SignApology", "leaderDecision", "approve");

    TrackedView.Appointment given = seen().appointment();

    assertThat(given.first()).isEqualTo("2026-03-04T17:30");
    assertThat(given.now()).isEqualTo("2026-03-09T17:00");
    assertThat(given.words()).contains("Sở Xây dựng xin lỗi", "Lý do: Chờ khảo sát tuyến đường.");
    assertThat(text(issues("04"))).contains("Mã tra cứu: " + secret().substring(0, 4));
  }

  @Test
  void aRefusalAtTheDeskEndsTheWayAndSaysWhy() {
    isReceived("Công ty Bị Từ Chối");
    does(
        "motcua",
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "refuse",
        "reason",
        "Không thuộc thẩm quyền");

    assertThat(now(seen())).isEqualTo("Không tiếp nhận");
    assertThat(seen().standing()).contains("Lý do: Không thuộc thẩm quyền");
    assertThat(seen().rating()).isNull();
  }

  @Test
  void afterAYearNothingIsShownAnyMoreButWhyAndOnlyWithTheSecret() {
    isReceived("Công ty Đã Lâu");
    isComplete();
    isSettled();
    isReturnedAtTheCounter("motcua");
    itIs("2027-03-03T12:00");
    assertThat(seen().number()).isEqualTo(number);

    itIs("2027-03-04T12:00");
    assertThatThrownBy(this::seen).hasMessageContaining("quá 365 ngày");
    assertThatThrownBy(() -> tracking.look(new Tracking.Asking(ADDRESS, number, "0000-0000-0000")))
        .hasMessageContaining("Không tìm thấy hồ sơ với mã hồ sơ và mã tra cứu này");
  }

  @Test
  void withoutBothCodesThereIsNothing() {
    isReceived("Công ty Đủ Hai Mã");
    List<Tracking.Asking> wrong =
        List.of(
            new Tracking.Asking(ADDRESS, number, "0000-0000-0000"),
            new Tracking.Asking(ADDRESS, number + "9", secret()),
            new Tracking.Asking(ADDRESS, "x".repeat(10_000), secret()),
            new Tracking.Asking(ADDRESS, number, "x".repeat(10_000)),
            new Tracking.Asking(ADDRESS, "' or 1=1 --", "%"));

    assertThat(wrong)
        .allSatisfy(
            asking ->
                assertThatThrownBy(() -> tracking.look(asking))
                    .hasMessageContaining("Không tìm thấy hồ sơ"));
    assertThatThrownBy(() -> tracking.look(new Tracking.Asking(ADDRESS, number, " ")))
        .hasMessageContaining("Mã tra cứu");
    assertThatThrownBy(() -> tracking.look(new Tracking.Asking(ADDRESS, null, secret())))
        .hasMessageContaining("Mã hồ sơ");
    assertThat(
            tracking
                .look(
                    new Tracking.Asking(
                        ADDRESS,
                        " " + number.toLowerCase(Locale.ROOT) + " ",
                        secret().toLowerCase(Locale.ROOT)))
                .number())
        .isEqualTo(number);
  }
}
