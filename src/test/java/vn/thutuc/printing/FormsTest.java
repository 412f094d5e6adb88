package vn.thutuc.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thutuc.printing.CaseSamples.AGENCY;
import static vn.thutuc.printing.CaseSamples.DESK;
import static vn.thutuc.printing.CaseSamples.at;
import static vn.thutuc.printing.CaseSamples.permit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thutuc.dossier.CaseFile;

/** What each form says of a dossier. */
class FormsTest {

  @Test
  void theSlipSaysWhenTheResultIsReadyInTheWordsOfTheOfficialForm() {
    FormData.Receipt slip = Forms.receipt(permit().build(), DESK, null);

    assertThat(slip.dossier()).isEqualTo("H37.12-260303-0001");
    assertThat(slip.appointment()).isEqualTo("17 giờ 30 phút, ngày 04 tháng 03 năm 2026");
    assertThat(slip.receivedAt()).isEqualTo("08 giờ 15 phút, ngày 03 tháng 03 năm 2026");
    assertThat(slip.term()).isEqualTo("02 ngày làm việc");
    assertThat(slip.officer()).isEqualTo("Cán bộ một cửa A");
  }

  @Test
  void theSlipListsOnlyThePapersThatWereHandedIn() {
    FormData.Receipt slip = Forms.receipt(permit().build(), DESK, null);

    assertThat(slip.papers())
        .containsExactly(
            new FormData.PaperLine(1, "Đơn đề nghị cấp giấy phép lưu hành", 1, 0),
            new FormData.PaperLine(2, "Giấy đăng ký xe hoặc giấy hẹn cấp", 0, 1));
  }

  @Test
  void aPhaseThatBeginsLaterMakesNoOtherSlip() {
    FormData.Receipt before = Forms.receipt(permit().build(), DESK, null);
    CaseFile later =
        permit()
            .with(
                node ->
                    node.withArray("phases")
                        .addObject()
                        .put("id", "opinion")
                        .put("name", "Lấy ý kiến")
                        .put("term", "05 ngày")
                        .put("startedAt", "2026-03-03T15:00:00"))
            .build();

    assertThat(Forms.receipt(later, DESK, null)).isEqualTo(before);
  }

  @Test
  void beforeAcceptanceTheSlipPromisesNoTime() {
    FormData.Receipt slip = Forms.receipt(permit().notAccepted().build(), DESK, null);

    assertThat(slip.appointment()).isNull();
    assertThat(slip.term()).startsWith("theo thời hạn của thủ tục");
  }

  @Test
  void whoSubmitsForTheOwnerGetsTheSlipAndTheOwnerStandsOnIt() {
    CaseFile file =
        permit()
            .with(
                node ->
                    node.putObject("submitter").put("kind", "PERSON").put("name", "Lê Ủy Quyền"))
            .build();

    FormData.Receipt slip = Forms.receipt(file, DESK, null);

    assertThat(slip.from().name()).isEqualTo("Lê Ủy Quyền");
    assertThat(slip.owner()).isEqualTo("Công ty TNHH Vận tải Đường Trường Ngọc Quỳnh");
  }

  @Test
  void theSupplementSlipListsWhatIsMissingLineByLineAndNamesWhoAsked() {
    CaseFile.Request request =
        new CaseFile.Request(
            " Báo cáo khảo sát\n\nẢnh chụp xe \n",
            "Cầu yếu",
            at("2026-03-03T10:00"),
            at("2026-04-02T17:30"),
            false);
    CaseFile file =
        permit()
            .journal("2026-03-03T10:00:00", "Chuyên viên A", "STEP_DONE", "Thẩm định hồ sơ", null)
            .journal("2026-03-03T10:00:00", "Hệ thống", "SUPPLEMENT_ASKED", "Yêu cầu", "Cầu yếu")
            .journal("2026-03-05T10:00:00", "Trưởng phòng A", "STEP_DONE", "Xem xét", null)
            .asks(request)
            .build();

    FormData.SupplementSlip slip = Forms.supplement(file, request, AGENCY);

    assertThat(slip.missing()).containsExactly("Báo cáo khảo sát", "Ảnh chụp xe");
    assertThat(slip.reason()).isEqualTo("Cầu yếu");
    assertThat(slip.answerUntil()).isEqualTo("17 giờ 30 phút, ngày 02 tháng 04 năm 2026");
    assertThat(slip.guide()).isEqualTo("Chuyên viên A");
  }

  @Test
  void theRefusalSaysWhyAndWhoRefused() {
    CaseFile file =
        permit()
            .notAccepted()
            .in(3, "Không được tiếp nhận")
            .journal("2026-03-03T09:00:00", "Hệ thống", "NOT_RECEIVED", "Từ chối", "Sai thẩm quyền")
            .build();

    FormData.RefusalSlip slip = Forms.refusal(file, DESK);

    assertThat(slip.reason()).isEqualTo("Sai thẩm quyền");
    assertThat(slip.officer()).isEqualTo("Cán bộ một cửa A");
  }

  @Test
  void theApologyNamesTheAppointmentThatWasMissedAndTheNewOne() {
    CaseFile file =
        permit()
            .journal("2026-03-05T09:00:00", "Lãnh đạo A", "STEP_DONE", "Ký phiếu xin lỗi", null)
            .journal("2026-03-05T09:00:00", "Hệ thống", "RE_APPOINTED", "Xin lỗi và hẹn lại", null)
            .reAppointed("2026-03-09T17:00:00", "Chờ khảo sát", "Sở Xây dựng")
            .build();

    FormData.ApologySlip slip = Forms.apology(file, AGENCY);

    assertThat(slip.missedAppointment()).isEqualTo("17 giờ 30 phút, ngày 04 tháng 03 năm 2026");
    assertThat(slip.newAppointment()).isEqualTo("17 giờ 00 phút, ngày 09 tháng 03 năm 2026");
    assertThat(slip.reason()).isEqualTo("Chờ khảo sát");
    assertThat(slip.signer()).isEqualTo("Lãnh đạo A");
  }

  @Test
  void theStopNoticeTakesTheGroundOfTheNoticeElseThatOfTheDecision() {
    CaseSamples decided =
        permit()
            .in(8, "Dừng xử lý")
            .journal(
                "2026-03-06T08:00:00", "Lãnh đạo A", "STOP_DECIDED", "Quyết định dừng", "Trùng");

    FormData.StopNotice slip =
        Forms.stop(
            decided.journal("2026-03-06T09:00:00", "Hệ thống", "STOPPED", "Đã dừng", null).build(),
            AGENCY);

    assertThat(slip.ground()).isEqualTo("Trùng");
    assertThat(slip.stoppedOn()).isEqualTo("ngày 06 tháng 03 năm 2026");
    assertThat(slip.signer()).isEqualTo("Lãnh đạo A");
  }

  @Test
  void theControlSlipShowsEachHandoverAndHowThePhaseStoodWhenItEnded() {
    CaseFile file =
        permit()
            .journal("2026-03-03T14:00:00", "Chuyên viên A", "STEP_DONE", "Thẩm định hồ sơ", null)
            .journal("2026-03-03T14:30:00", "Chuyên viên A", "FORM_ISSUED", "Cấp mẫu", null)
            .journal("2026-03-03T15:00:00", "Quản trị A", "DOCUMENT_EXPUNGED", "Xóa tệp", null)
            .journal("2026-03-03T15:10:00", "Chuyên viên B", "NOTE_ADDED", "Trao đổi", null)
            .journal("2026-03-04T08:00:00", "Lãnh đạo A", "STEP_DONE", "Ký duyệt", null)
            .with(
                node -> {
                  ObjectNode phase = (ObjectNode) node.at("/phases/0");
                  phase.put("endedAt", "2026-03-04T08:00:00");
                  phase.putObject("clock").put("code", "EARLY").put("label", "trước hạn");
                })
            .in(10, "Đã trả kết quả")
            .returned("2026-03-04T08:00", "2026-03-04T10:00")
            .build();

    List<FormData.Handover> rows = Forms.control(file, DESK).handovers();

    assertThat(rows)
        .extracting(FormData.Handover::receiver)
        .containsExactly(
            "Sở Xây dựng – Cán bộ một cửa A",
            "Sở Xây dựng – Chuyên viên A",
            "Sở Xây dựng – Lãnh đạo A",
            "Người nhận kết quả");
    assertThat(rows)
        .extracting(FormData.Handover::note)
        .containsExactly(
            "Nộp hồ sơ", "Kiểm tra thành phần hồ sơ", "Thẩm định hồ sơ", "Trả kết quả");
    assertThat(rows)
        .extracting(FormData.Handover::result)
        .containsExactly(null, null, null, "Giải quyết: trước hạn");
  }

  @Test
  void papersHandedOverByAListHaveBothTimesAndStandForTheHandingOver() {
    CaseFile file =
        permit()
            .journal(
                "2026-03-03T09:10:00", "Cán bộ một cửa A", "PAPERS_SENT", "Bàn giao BG-1", null)
            .journal("2026-03-03T09:20:00", "Cán bộ một cửa A", "APPLICANT_REMINDED", "Nhắc", null)
            .journal("2026-03-03T10:00:00", "Chuyên viên A", "PAPERS_RECEIVED", "Đã nhận", null)
            .journal("2026-03-03T14:00:00", "Chuyên viên A", "STEP_DONE", "Thẩm định hồ sơ", null)
            .journal("2026-03-04T08:00:00", "Lãnh đạo A", "STEP_DONE", "Ký duyệt", null)
            .build();

    List<FormData.Handover> rows = Forms.control(file, DESK).handovers();

    assertThat(rows)
        .extracting(FormData.Handover::receiver)
        .containsExactly(
            "Sở Xây dựng – Cán bộ một cửa A",
            "Sở Xây dựng – Chuyên viên A",
            "Sở Xây dựng – Lãnh đạo A");
    assertThat(rows.get(1).at())
        .isEqualTo(
            "Giao: 09 giờ 10 phút, ngày 03 tháng 03 năm 2026."
                + " Nhận: 10 giờ 00 phút, ngày 03 tháng 03 năm 2026");
    assertThat(rows.get(1).note()).isEqualTo("Bàn giao BG-1");
    assertThat(rows.get(2).note()).isEqualTo("Thẩm định hồ sơ");
  }

  @Test
  void papersThatSomebodyElseCarriedHaveARowBesideThoseWhoActed() {
    CaseFile file =
        permit()
            .journal("2026-03-03T09:10:00", "Văn thư A", "PAPERS_SENT", "Bàn giao BG-2", null)
            .journal("2026-03-03T10:00:00", "Chuyên viên A", "PAPERS_MISSING", "Thiếu", null)
            .journal("2026-03-03T11:00:00", "Chuyên viên A", "PAPERS_RECEIVED", "Đã nhận", null)
            .journal("2026-03-03T14:00:00", "Chuyên viên B", "STEP_DONE", "Thẩm định", null)
            .build();

    assertThat(Forms.control(file, DESK).handovers())
        .extracting(row -> row.giver() + " → " + row.receiver())
        .containsExactly(
            "Người nộp hồ sơ → Sở Xây dựng – Cán bộ một cửa A",
            "Sở Xây dựng – Văn thư A → Sở Xây dựng – Chuyên viên A",
            "Sở Xây dựng – Cán bộ một cửa A → Sở Xây dựng – Chuyên viên B");
  }

  @Test
  void thePlaceOfIssueIsReadFromTheNameOfTheUnit() {
    assertThat(Letterheads.area("Ủy ban nhân dân tỉnh Lạng Sơn")).hasValue("Lạng Sơn");
    assertThat(Letterheads.area("Ủy ban nhân dân phường Đông Kinh")).hasValue("Đông Kinh");
    assertThat(Letterheads.area("Văn phòng Ủy ban nhân dân tỉnh")).isEmpty();
    assertThat(Letterheads.area("Sở Xây dựng")).isEmpty();
    assertThat(Letterheads.area("Ban quản lý xã hội hóa")).isEmpty();
  }
}
