package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.drafting.IssuedPapers;
import vn.thutuc.drafting.ResultDrafts;
import vn.thutuc.outbound.ActState;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.printing.PdfText;
import vn.thutuc.tracking.TrackedView;
import vn.thutuc.tracking.Tracking;

/** A result returned electronically is fetched with the slip's codes, and then counts as opened. */
class ElectronicResultStories extends ActsStory {

  @Autowired private Tracking tracking;
  @Autowired private ResultDrafts drafts;
  @Autowired private OutboundActs outbound;

  private void isIssued(ReturnMethod back) {
    itIs("2026-03-03T08:15");
    receives(
        "motcua", DemoSubmissions.organisation("1.000028", "Công ty Điện Tử").back(back).build());
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    String appraise = takes("chuyenvien", "Task_Appraise");
    play.as("chuyenvien", () -> drafts.begin(appraise, "PERMIT_OVERSIZE"));
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
    decides("truongphong", "Task_Review");
    decides("lanhdao", "Task_Sign");
    String numbering = takes("vanthu", "Task_Number");
    play.as("vanthu", () -> drafts.number(numbering));
    play.settle();
  }

  private void decides(String person, String step) {
    String id = takes(person, step);
    int version = play.as(person, () -> drafts.view(id, null)).paper().version();
    acts(person, () -> drafts.decide(id, version, "approve", null));
  }

  private String takes(String person, String step) {
    String id = task(step).getId();
    acts(person, () -> engine.getTaskService().claim(id, person));
    return id;
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
    return new Tracking.Asking("203.0.113.10", number, secret);
  }

  private TrackedView.Outcome result() {
    return tracking.look(applicant()).results().get(0);
  }

  @Test
  void theApplicantFetchesTheFileAndTheActIsOpened() {
    isIssued(ReturnMethod.ELECTRONIC);
    Long file = result().file();
    assertThat(file).isNotNull();

    IssuedPapers.Pdf pdf = tracking.result(applicant(), file);

    assertThat(PdfText.of(pdf.content()).text()).contains("Công ty Điện Tử");
    OutboundActs.Written act =
        outbound.of(number).stream()
            .filter(one -> one.kind().equals("ELECTRONIC_RETURN"))
            .findFirst()
            .orElseThrow();
    assertThat(act.state()).isEqualTo(ActState.OPENED);
    assertThat(act.openedAt()).isEqualTo(now.instant());
    assertThat(tracking.look(applicant()).acts())
        .filteredOn(one -> one.what().equals("Gửi kết quả bản điện tử"))
        .extracting(TrackedView.Act::state)
        .containsExactly("đã được mở xem");
    assertThatThrownBy(() -> tracking.result(applicant(), file + 1_000))
        .hasMessageContaining("không có tệp kết quả này");
    assertThatThrownBy(
            () ->
                tracking.result(new Tracking.Asking("203.0.113.10", number, "000000000000"), file))
        .hasMessageContaining("Không tìm thấy hồ sơ");
  }

  @Test
  void whatIsCollectedAtTheCounterHasNoFileHere() {
    isIssued(ReturnMethod.COUNTER);
    assertThat(result().file()).isNull();
    long paper =
        jdbc.sql(
                """
                select r.paper_id from dossier_result r join dossier d on d.id = r.dossier_id
                where d.number = ?
                """)
            .param(number)
            .query(Long.class)
            .single();

    assertThatThrownBy(() -> tracking.result(applicant(), paper))
        .hasMessageContaining("không có tệp kết quả này");
  }
}
