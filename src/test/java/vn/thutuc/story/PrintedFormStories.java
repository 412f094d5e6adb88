package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.printing.PdfA;
import vn.thutuc.printing.PdfText;
import vn.thutuc.printing.PrintedForms;

/** The papers of a dossier as it goes on: when each is due, what it says, and that it stays. */
class PrintedFormStories extends Story {

  @Autowired private PrintedForms forms;

  private void isReceived() {
    itIs("2026-03-03T08:15");
    receives(
        "motcua", DemoSubmissions.organisation("1.000028", "Công ty Mẫu Biểu Ngọc Quỳnh").build());
  }

  private void isReceivedAndComplete() {
    isReceived();
    itIs("2026-03-03T09:00");
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private PrintedForms.Issued issues(String person, String form, String occasion) {
    return play.as(person, () -> forms.issue(number, form, occasion));
  }

  private PrintedForms.Issued issues(String person, String form) {
    return issues(person, form, "1");
  }

  private byte[] pdf(PrintedForms.Issued issued) {
    return play.as("motcua", () -> forms.pdf(number, issued.id()).content());
  }

  private String text(PrintedForms.Issued issued) {
    byte[] pdf = pdf(issued);
    assertThat(PdfA.faults(pdf)).isEmpty();
    return PdfText.of(pdf).text();
  }

  private List<String> due() {
    return play.as("motcua", () -> forms.of(number)).stream()
        .filter(PrintedForms.Form::due)
        .map(PrintedForms.Form::form)
        .toList();
  }

  @Test
  void theSlipShowsTheAppointmentOfTheDossierAndTheOneIssuedStays() {
    isReceivedAndComplete();

    PrintedForms.Issued slip = issues("motcua", "01");

    assertThat(dossier().appointment()).isEqualTo("2026-03-04T17:30");
    assertThat(text(slip))
        .contains("Mã hồ sơ: " + number, "Công ty Mẫu Biểu Ngọc Quỳnh")
        .contains(
            "5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 30 phút, ngày 04 tháng 03 năm 2026")
        .contains("Lạng Sơn, ngày 03 tháng 03 năm 2026");
    itIs("2026-03-03T15:00");
    PrintedForms.Issued again = issues("vanthu", "01");
    assertThat(again).isEqualTo(slip);
    assertThat(pdf(again)).isEqualTo(pdf(slip));
    assertThat(journal()).containsOnlyOnce("FORM_ISSUED");
  }

  @Test
  void aSlipGivenBeforeAcceptanceIsIssuedAnewUnderItsNumberWhenThereIsAnAppointment() {
    isReceived();
    PrintedForms.Issued first = issues("motcua", "01");
    assertThat(text(first)).contains("kết quả giải quyết hồ sơ: sẽ thông báo");

    itIs("2026-03-03T09:00");
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    PrintedForms.Issued second = issues("motcua", "01");

    assertThat(second.number()).isEqualTo(first.number());
    assertThat(second.version()).isEqualTo(2);
    assertThat(text(second))
        .contains("17 giờ 30 phút, ngày 04 tháng 03 năm 2026")
        .contains("Bản cấp lần 2");
    assertThat(text(first)).as("the first stays as it was").contains("sẽ thông báo");
  }

  @Test
  void onlineTheSlipIsDueWhenTheDossierIsAccepted() {
    itIs("2026-03-03T08:15");
    receives(
        "motcua",
        DemoSubmissions.organisation("1.000028", "Công ty Trực Tuyến").by(Channel.ONLINE).build());

    assertThat(due()).containsExactly("06");
    assertThatThrownBy(() -> issues("motcua", "01"))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("chưa đến bước cấp");

    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    assertThat(due()).containsExactly("01", "06");
  }

  @Test
  void theSupplementSlipSaysWhatIsMissingAndUntilWhen() {
    isReceivedAndComplete();
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Ý kiến thẩm định",
        "proposal",
        "supplement",
        "resultKind",
        "PERMIT_TRACKED",
        "missingPapers",
        "Báo cáo khảo sát",
        "reason",
        "Cầu yếu");

    assertThat(due()).containsExactly("01", "02", "06");
    assertThat(text(issues("chuyenvien", "02")))
        .contains("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "- Báo cáo khảo sát", "Lý do: Cầu yếu")
        .contains("Đề nghị bổ sung, hoàn thiện trước: ")
        .contains("Chuyên viên A – Sở Xây dựng");
  }

  @Test
  void aRefusalAtTheDeskSaysWhy() {
    isReceived();
    does(
        "motcua",
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "refuse",
        "reason",
        "Không thuộc thẩm quyền");

    assertThat(due()).containsExactly("03", "06");
    assertThat(text(issues("motcua", "03")))
        .contains("Không thuộc thẩm quyền", "Cán bộ một cửa A – Sở Xây dựng");
  }

  @Test
  void theApologyNamesTheMissedAndTheNewAppointment() {
    isReceivedAndComplete();
    itIs("2026-03-05T08:00");
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

    assertThat(due()).contains("04");
    assertThat(text(issues("vanthu", "04")))
        .contains("17 giờ 30 phút, ngày 04 tháng 03 năm 2026")
        .contains("17 giờ 00 phút, ngày 09 tháng 03 năm 2026")
        .contains("Lý do: Chờ khảo sát tuyến đường", "Cơ quan chậm giải quyết: Sở Xây dựng")
        .contains("Lãnh đạo A – Sở Xây dựng");
  }

  @Test
  void theStopNoticeSaysOnWhatGround() {
    isReceivedAndComplete();
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Ý kiến thẩm định",
        "proposal",
        "supplement",
        "resultKind",
        "PERMIT_TRACKED",
        "missingPapers",
        "Báo cáo khảo sát",
        "reason",
        "Cầu yếu");
    itIs("2026-06-01T08:00");
    does("chuyenvien", "Task_DraftStop", "reason", "Quá hạn bổ sung hồ sơ");
    does("lanhdao", "Task_SignStop", "leaderDecision", "approve");

    assertThat(text(issues("vanthu", "05")))
        .contains("dừng giải quyết hồ sơ nêu trên kể từ ngày 01 tháng 06 năm 2026")
        .contains("Lý do: Quá hạn bổ sung hồ sơ", "Lãnh đạo A – Sở Xây dựng");
  }

  @Test
  void theControlSlipGrowsWithTheDossierUnderOneNumber() {
    isReceivedAndComplete();
    PrintedForms.Issued early = issues("motcua", "06");
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Ý kiến thẩm định",
        "proposal",
        "grant",
        "resultKind",
        "PERMIT_TRACKED");
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "15/GPLHX", "resultDate", "2026-03-04");
    isReturnedAtTheCounter("motcua");

    PrintedForms.Issued late = issues("motcua", "06");

    assertThat(late.number()).isEqualTo(early.number());
    assertThat(late.version()).isEqualTo(2);
    assertThat(text(late))
        .contains("1. Giao: Sở Xây dựng – Chuyên viên A – Sở Xây dựng")
        .contains("2. Nhận: Người nhận kết quả")
        .contains("Kết quả giải quyết hồ sơ: trước hạn");
  }

  @Test
  void whoMayNotSeeTheDossierSeesNoFormAndWhoOnlyReadsIssuesNone() {
    isReceivedAndComplete();
    PrintedForms.Issued slip = issues("motcua", "01");

    assertThatThrownBy(() -> play.as("motcuatuphap", () -> forms.of(number)))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("Không tìm thấy hồ sơ");
    assertThatThrownBy(() -> play.as("motcuatuphap", () -> forms.pdf(number, slip.id())))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("Không tìm thấy hồ sơ");
    assertThat(play.as("thanhtra", () -> forms.pdf(number, slip.id())).content())
        .isEqualTo(pdf(slip));
    assertThatThrownBy(() -> issues("thanhtra", "06"))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("chỉ được xem");
  }

  @Test
  void aFormOfAnotherDossierIsNotHandedOutUnderThisNumber() {
    isReceivedAndComplete();
    PrintedForms.Issued slip = issues("motcua", "01");
    isReceivedAndComplete();

    assertThatThrownBy(() -> pdf(slip))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("không có biểu mẫu này");
  }

  @Test
  void twoWhoIssueTheSameFormAtOnceGetTheSamePaper() throws Exception {
    isReceivedAndComplete();
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<PrintedForms.Issued> desk =
        () -> {
          together.await();
          return issues("motcua", "01");
        };
    ExecutorService desks = Executors.newFixedThreadPool(2);
    try {
      Future<PrintedForms.Issued> one = desks.submit(desk);
      Future<PrintedForms.Issued> other = desks.submit(desk);

      assertThat(one.get()).isEqualTo(other.get());
    } finally {
      desks.shutdownNow();
    }
    assertThat(journal()).containsOnlyOnce("FORM_ISSUED");
  }

  @Test
  void theFormsOfAnAgencyAreNumberedWithoutAGap() {
    List<Integer> numbers =
        IntStream.range(0, 3)
            .map(
                i -> {
                  isReceivedAndComplete();
                  String number = issues("motcua", "01").number();
                  return Integer.parseInt(number.substring(0, number.indexOf('/')));
                })
            .boxed()
            .toList();

    int first = numbers.get(0);
    assertThat(numbers).containsExactly(first, first + 1, first + 2);
  }

  @Test
  void whatWasIssuedCanNeitherBeChangedNorRemoved() {
    isReceivedAndComplete();
    issues("motcua", "01");

    assertThatThrownBy(() -> jdbc.sql("update printed_form set number = '99/2026'").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("delete from printed_form_file").update())
        .hasMessageContaining("append-only");
  }
}
