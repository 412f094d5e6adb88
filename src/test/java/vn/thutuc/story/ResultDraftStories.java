package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.drafting.Differences;
import vn.thutuc.drafting.DraftView;
import vn.thutuc.drafting.IssuedPapers;
import vn.thutuc.drafting.PaperText;
import vn.thutuc.drafting.ResultDrafts;
import vn.thutuc.drafting.ResultRegister;
import vn.thutuc.printing.PdfA;
import vn.thutuc.printing.PdfText;
import vn.thutuc.process.EnginePlay;

/**
 * The paper of a result from the specialist's first words to the number of the clerk, returned for
 * correction at each step on the way.
 */
class ResultDraftStories extends Story {

  @Autowired private ResultDrafts drafts;
  @Autowired private IssuedPapers issued;
  @Autowired private ResultRegister register;
  @Autowired private EnginePlay people;

  private void isAtTheSpecialist(String owner) {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", owner).build());
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private String takes(String person, String step) {
    String id = task(step).getId();
    acts(person, () -> engine.getTaskService().claim(id, person));
    return id;
  }

  private DraftView sees(String person, String step) {
    String id = task(step).getId();
    return play.as(person, () -> drafts.view(id, null));
  }

  private DraftView begins(String person, String step, String result) {
    String id = takes(person, step);
    return play.as(person, () -> drafts.begin(id, result));
  }

  private DraftView writes(String person, String step, String body, String note) {
    String id = takes(person, step);
    DraftView view = sees(person, step);
    return play.as(person, () -> drafts.save(id, over(view, body, note)));
  }

  private static ResultDrafts.Save over(DraftView view, String body, String note) {
    PaperText text = view.paper().text();
    return new ResultDrafts.Save(
        view.paper().id(),
        view.paper().version(),
        new PaperText(
            text.issuer(), text.heading(), text.subject(), body, text.recipients(), text.signAs()),
        note);
  }

  private void decides(String person, String step, String choice, String comment) {
    String id = takes(person, step);
    int version = sees(person, step).paper().version();
    acts(person, () -> drafts.decide(id, version, choice, comment));
  }

  private ResultDrafts.Numbered numbers(String person) {
    String id = takes(person, "Task_Number");
    return play.as(person, () -> drafts.number(id));
  }

  private void isProposed() {
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Đủ điều kiện",
        "proposal",
        "grant",
        "resultKind",
        "PERMIT_OVERSIZE",
        "validFrom",
        "2026-03-05",
        "validTo",
        "2026-04-05");
  }

  private void isDraftedAndProposed(String body) {
    begins("chuyenvien", "Task_Appraise", "PERMIT_OVERSIZE");
    writes("chuyenvien", "Task_Appraise", body, null);
    isProposed();
  }

  private void isSignedWith(String body) {
    isDraftedAndProposed(body);
    decides("truongphong", "Task_Review", "approve", null);
    decides("lanhdao", "Task_Sign", "approve", null);
  }

  private DossierDocument.ResultView result() {
    return dossier().results().get(0);
  }

  private byte[] file(String person) {
    return play.as(person, () -> issued.pdf(number, result().paper()).content());
  }

  @Test
  void thePaperIsReturnedByHeadAndLeaderSignedNumberedAndKept() {
    isAtTheSpecialist("Công ty Dự Thảo");
    DraftView first = begins("chuyenvien", "Task_Appraise", "PERMIT_OVERSIZE");
    assertThat(first.kinds()).hasSize(2);
    assertThat(first.paper().text().heading()).startsWith("Giấy phép lưu hành xe quá tải trọng");
    assertThat(first.paper().text().body())
        .contains("Công ty Dự Thảo", number, "ngày 03 tháng 03 năm 2026", "GIÁM ĐỐC SỞ XÂY DỰNG");

    writes("chuyenvien", "Task_Appraise", "Cho phép xe 20A-000.01 lưu hành.", "Ghi biển số");
    isProposed();
    assertThat(sees("truongphong", "Task_Review").paper().seen()).isZero();
    decides("truongphong", "Task_Review", "return", "Sai biển số xe");

    assertThat(openSteps()).containsExactly("Task_Appraise");
    DraftView returned = sees("chuyenvien", "Task_Appraise");
    assertThat(returned.paper().decisions().get(0).comment()).isEqualTo("Sai biển số xe");
    writes("chuyenvien", "Task_Appraise", "Cho phép xe 20A-000.02 lưu hành.", "Sửa biển số");
    isProposed();
    DraftView again = sees("truongphong", "Task_Review");
    assertThat(again.paper().seen()).isEqualTo(2);
    assertThat(again.paper().changes())
        .filteredOn(Differences.Line::changed)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.pieces())
                    .contains(
                        new Differences.Piece(Differences.Mark.REMOVED, "20A-000.01 "),
                        new Differences.Piece(Differences.Mark.ADDED, "20A-000.02 ")));
    decides("truongphong", "Task_Review", "approve", "Đã đối chiếu biển số");

    assertThat(sees("lanhdao", "Task_Sign").paper().decisions().get(0).comment())
        .isEqualTo("Đã đối chiếu biển số");
    decides("lanhdao", "Task_Sign", "return", "Thiếu tuyến đường");
    writes("chuyenvien", "Task_Appraise", "Cho phép xe 20A-000.02 lưu hành trên QL.1.", null);
    isProposed();
    decides("truongphong", "Task_Review", "approve", null);
    assertThat(sees("lanhdao", "Task_Sign").paper().seen()).isEqualTo(3);
    decides("lanhdao", "Task_Sign", "approve", null);
    assertThat(sees("vanthu", "Task_Number").paper().signed()).isTrue();

    itIs("2026-03-04T09:00");
    ResultDrafts.Numbered given = numbers("vanthu");

    assertThat(given.written()).matches("\\d\\d/GP-SXD");
    assertThat(result().number()).isEqualTo(given.written());
    assertThat(result().date()).isEqualTo("2026-03-04");
    assertThat(result().paper()).isEqualTo(given.paper());
    assertThat(result().signer()).isEqualTo("Lãnh đạo A – Sở Xây dựng");
    assertThat(dossier().state().code()).isEqualTo("9");
    byte[] pdf = file("motcua");
    assertThat(PdfA.faults(pdf)).isEmpty();
    assertThat(PdfText.of(pdf).text())
        .contains("Số: " + given.written(), "Lạng Sơn, ngày 04 tháng 03 năm 2026")
        .contains("Cho phép xe 20A-000.02 lưu hành trên QL.1.", "Lãnh đạo A – Sở Xây dựng")
        .doesNotContain("DỰ THẢO");
    assertThat(journal())
        .contains("RESULT_DRAFTED", "RESULT_DRAFT_PASSED", "RESULT_SIGNED", "RESULT_NUMBERED");
  }

  @Test
  void aDraftIsPrintedWithItsWatermarkAndWithoutNumberOrSigner() {
    isAtTheSpecialist("Công ty Bản Nháp");
    DraftView view = begins("chuyenvien", "Task_Appraise", "PERMIT_TRACKED");

    byte[] pdf =
        play.as(
                "truongphong",
                () -> drafts.preview(task("Task_Appraise").getId(), view.paper().id(), 1))
            .pdf()
            .content();

    assertThat(PdfA.faults(pdf)).isEmpty();
    assertThat(PdfText.of(pdf).text())
        .contains("DỰ THẢO", "Số: ............", "Công ty Bản Nháp")
        .doesNotContain("Lãnh đạo A");
  }

  @Test
  void whoSavesOverANewerVersionIsRefusedAndNothingIsWritten() {
    isAtTheSpecialist("Công ty Hai Người");
    DraftView old = begins("chuyenvien", "Task_Appraise", "PERMIT_OVERSIZE");
    String id = task("Task_Appraise").getId();
    writes("chuyenvien", "Task_Appraise", "Bản của cửa sổ thứ nhất", null);

    assertThatThrownBy(
            () -> play.as("chuyenvien", () -> drafts.save(id, over(old, "Bản thứ hai", null))))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("đã lưu bản 2 sau khi anh/chị mở")
        .hasMessageContaining("vẫn còn ở ô nhập");

    DraftView same =
        play.as("chuyenvien", () -> drafts.save(id, over(old, "Bản của cửa sổ thứ nhất", null)));
    assertThat(same.paper().version()).as("the same words again make no version").isEqualTo(2);
  }

  @Test
  void whoHasNotTheStepInHandOnlyReads() {
    isAtTheSpecialist("Công ty Quyền");
    DraftView view = begins("chuyenvien", "Task_Appraise", "PERMIT_OVERSIZE");
    String id = task("Task_Appraise").getId();

    assertThatThrownBy(() -> play.as("chuyenvien2", () -> drafts.save(id, over(view, "X", null))))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("đang do Chuyên viên A");
    assertThatThrownBy(() -> play.as("motcuatuphap", () -> drafts.view(id, null)))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("không thuộc đơn vị");
    assertThatThrownBy(() -> acts("chuyenvien", () -> drafts.decide(id, 1, "approve", null)))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("không làm được việc này");
    assertThat(sees("chuyenvien2", "Task_Appraise").mine()).isFalse();
  }

  @Test
  void aReturnWithoutAReasonIsRefusedAndADecisionOnAnOldVersionToo() {
    isAtTheSpecialist("Công ty Lý Do");
    isDraftedAndProposed("Nội dung cấp phép");
    String id = takes("truongphong", "Task_Review");

    assertThatThrownBy(() -> acts("truongphong", () -> drafts.decide(id, 2, "return", " ")))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("Chưa ghi nội dung cần chỉnh sửa");
    assertThatThrownBy(() -> acts("truongphong", () -> drafts.decide(id, 1, "approve", null)))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("đã có bản 2");
    assertThat(openSteps()).containsExactly("Task_Review");
  }

  @Test
  void completingTheOrdinaryFormSignsAndNumbersJustAsTheTabDoes() {
    isAtTheSpecialist("Công ty Biểu Mẫu");
    isDraftedAndProposed("Nội dung cấp phép qua biểu mẫu");
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");

    assertThatThrownBy(
            () ->
                does("vanthu", "Task_Number", "resultNumber", "99/TAY", "resultDate", "2026-03-03"))
        .hasMessageContaining("số và ngày được lấy từ sổ");
    does("vanthu", "Task_Number");

    assertThat(result().number()).endsWith("/GP-SXD");
    assertThat(PdfText.of(file("vanthu")).text()).contains("Nội dung cấp phép qua biểu mẫu");
  }

  @Test
  void withoutADraftTheClerkWritesTheNumberByHandAndMust() {
    isAtTheSpecialist("Công ty Giấy");
    isProposed();
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");

    assertThatThrownBy(() -> does("vanthu", "Task_Number"))
        .hasMessageContaining("Chưa nhập \"Số, ký hiệu văn bản\"");
    does("vanthu", "Task_Number", "resultNumber", "15/TAY", "resultDate", "2026-03-03");

    assertThat(result().number()).isEqualTo("15/TAY");
    assertThat(result().paper()).isNull();
  }

  @Test
  void aDraftThatWasGivenUpLeavesTheNumberToTheClerk() {
    isAtTheSpecialist("Công ty Phôi In Sẵn");
    DraftView view = begins("chuyenvien", "Task_Appraise", "PERMIT_OVERSIZE");
    String id = task("Task_Appraise").getId();

    DraftView dropped =
        play.as("chuyenvien", () -> drafts.drop(id, view.paper().id(), "In trên phôi có sẵn"));

    assertThat(dropped.paper()).isNull();
    assertThat(dropped.papers().get(0).state()).isEqualTo("đã bỏ");
    isProposed();
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "16/TAY", "resultDate", "2026-03-03");
    assertThat(result().number()).isEqualTo("16/TAY");
  }

  @Test
  void theFormMustChooseTheResultThatWasDrafted() {
    isAtTheSpecialist("Công ty Khác Loại");
    begins("chuyenvien", "Task_Appraise", "PERMIT_TRACKED");

    assertThatThrownBy(this::isProposed).hasMessageContaining("khác loại kết quả đang chọn");
  }

  @Test
  void aRefusalSaysItsReasonAndIsNumberedAmongTheLetters() {
    isAtTheSpecialist("Công ty Bị Từ Chối");
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Không đủ điều kiện",
        "proposal",
        "refuse",
        "reason",
        "Cầu trên tuyến không chịu được tải trọng");
    DraftView view = begins("chuyenvien", "Task_DraftRefusal", null);
    assertThat(view.paper().text().heading()).isEmpty();
    assertThat(view.paper().text().body()).contains("Cầu trên tuyến không chịu được tải trọng");
    does("chuyenvien", "Task_DraftRefusal", "reason", "Cầu trên tuyến không chịu được tải trọng");
    decides("truongphong", "Task_ReviewRefusal", "approve", null);
    decides("lanhdao", "Task_SignRefusal", "approve", null);
    String id = takes("vanthu", "Task_NumberRefusal");
    ResultDrafts.Numbered given = play.as("vanthu", () -> drafts.number(id));

    assertThat(given.written()).endsWith("/SXD").doesNotContain("GP");
    assertThat(result().positive()).isFalse();
    assertThat(result().paper()).isEqualTo(given.paper());
    byte[] pdf = file("motcua");
    assertThat(PdfA.faults(pdf)).isEmpty();
    assertThat(PdfText.of(pdf).text())
        .contains("V/v không giải quyết hồ sơ", "Kính gửi: Công ty Bị Từ Chối", number)
        .contains("về việc cấp Giấy phép lưu hành xe quá tải trọng");
  }

  @Test
  void aFailureAfterTheNumberWasGivenLeavesNoGap() {
    isAtTheSpecialist("Công ty Trước");
    isSignedWith("Trước khi lỗi");
    String before = numbers("vanthu").written();

    isAtTheSpecialist("Công ty Lỗi");
    begins("chuyenvien", "Task_Appraise", "PERMIT_OVERSIZE");
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Đủ điều kiện",
        "proposal",
        "grant",
        "resultKind",
        "PERMIT_OVERSIZE",
        "validFrom",
        "2026-05-05",
        "validTo",
        "2026-04-05");
    decides("truongphong", "Task_Review", "approve", null);
    decides("lanhdao", "Task_Sign", "approve", null);
    assertThatThrownBy(() -> numbers("vanthu"))
        .hasMessageContaining("Ngày hết hiệu lực sớm hơn ngày có hiệu lực");
    assertThat(openSteps()).contains("Task_Number");
    assertThat(sees("vanthu", "Task_Number").papers().get(0).issued()).isFalse();

    isAtTheSpecialist("Công ty Sau");
    isSignedWith("Sau khi lỗi");
    assertThat(ordinal(numbers("vanthu").written())).isEqualTo(ordinal(before) + 1);
  }

  private static int ordinal(String written) {
    return Integer.parseInt(written.substring(0, written.indexOf('/')));
  }

  @Test
  void papersNumberedAtOnceGetNumbersInARow() throws Exception {
    List<String> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      isAtTheSpecialist("Công ty Cùng Lúc " + i);
      isSignedWith("Nội dung " + i);
      tasks.add(takes("vanthu", "Task_Number"));
    }
    CyclicBarrier together = new CyclicBarrier(tasks.size());
    ExecutorService clerks = Executors.newFixedThreadPool(tasks.size());
    List<Integer> given = new ArrayList<>();
    try {
      List<Future<String>> work =
          tasks.stream()
              .map(
                  id ->
                      clerks.submit(
                          () -> {
                            together.await();
                            return people.as("vanthu", () -> drafts.number(id).written());
                          }))
              .toList();
      for (Future<String> one : work) {
        given.add(ordinal(one.get()));
      }
    } finally {
      clerks.shutdownNow();
    }

    int first = given.stream().min(Integer::compare).orElseThrow();
    assertThat(given).containsExactlyInAnyOrder(first, first + 1, first + 2, first + 3);
  }

  @Test
  void twoWhoNumberTheSamePaperGiveItOneNumber() throws Exception {
    isAtTheSpecialist("Công ty Một Số");
    isSignedWith("Nội dung một số");
    String id = takes("vanthu", "Task_Number");
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService clerks = Executors.newFixedThreadPool(2);
    int done = 0;
    try {
      List<Future<String>> work = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        work.add(
            clerks.submit(
                () -> {
                  together.await();
                  return people.as("vanthu", () -> drafts.number(id).written());
                }));
      }
      for (Future<String> one : work) {
        try {
          one.get();
          done++;
        } catch (java.util.concurrent.ExecutionException late) {
          assertThat(late.getCause()).hasMessageContaining("Việc này không còn");
        }
      }
    } finally {
      clerks.shutdownNow();
    }

    assertThat(done).isEqualTo(1);
    assertThat(dossier().results()).hasSize(1);
    assertThat(journal()).containsOnlyOnce("RESULT_NUMBERED");
  }

  @Test
  void theRegisterShowsEachNumberToThePeopleOfTheAgencyOnly() {
    isAtTheSpecialist("Công ty Vào Sổ");
    isSignedWith("Nội dung vào sổ");
    ResultDrafts.Numbered given = numbers("vanthu");

    ResultRegister.Page page =
        play.as("motcua", () -> register.page("H37.12", "giay-phep", 2026, 0, 200));

    assertThat(page.rows().get(0))
        .satisfies(
            row -> {
              assertThat(row.ordinal()).isEqualTo(page.total());
              assertThat(row.written()).isEqualTo(given.written());
              assertThat(row.dossier()).isEqualTo(number);
            });
    assertThat(page.rows()).as("without a gap").hasSize(page.total());
    assertThatThrownBy(
            () -> play.as("motcuatuphap", () -> register.page("H37.12", "giay-phep", 2026, 0, 200)))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("không thuộc đơn vị");
  }

  @Test
  void whatWasIssuedCanNeitherBeChangedNorRemoved() {
    isAtTheSpecialist("Công ty Vĩnh Viễn");
    isSignedWith("Không đổi được");
    numbers("vanthu");

    for (String change :
        List.of(
            "update result_paper set number = '99/GP' where number is not null",
            "delete from result_paper",
            "update result_paper_version set body = 'Khác'",
            "delete from result_paper_decision",
            "update result_paper_file set pdf = ''",
            "truncate result_paper cascade")) {
      assertThatThrownBy(() -> jdbc.sql(change).update())
          .as(change)
          .hasMessageMatching("(?s).*(append-only|never changed once issued).*");
    }
  }

  @Test
  void aStepThatHasNothingToDoWithThePaperSaysSo() {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Kiểm Tra").build());

    DraftView view = sees("motcua", "Task_CheckPapers");

    assertThat(view.role()).isNull();
    assertThat(view.message()).contains("không lập, xem xét, ký hoặc cấp số");
  }
}
