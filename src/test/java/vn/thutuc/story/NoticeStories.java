package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.NoticeWish;
import vn.thutuc.notice.Mailbox;
import vn.thutuc.notice.Medium;
import vn.thutuc.outbound.ActState;
import vn.thutuc.printing.PdfText;

/**
 * Applicants are told what concerns them: by the way they wish, once, and only while it is true.
 */
class NoticeStories extends NoticeStory {

  private static final String PHONE = "0912 345 678";
  private static final String EMAIL = "duocbao@example.invalid";

  @BeforeEach
  void begin() {
    nothingWaits();
  }

  @Test
  void theApplicantIsToldByMailThatTheDossierIsTakenInAndWhenTheResultIsThere() {
    isAccepted(somebody(PHONE, EMAIL), null);

    drain.drain("NOTICE");
    drain.drain("NOTICE");

    Mailbox.Letter letter = letter("Đã tiếp nhận hồ sơ " + number);
    assertThat(letters()).hasSize(1);
    assertThat(letter.medium()).isEqualTo(Medium.EMAIL);
    assertThat(letter.recipient()).isEqualTo(EMAIL);
    assertThat(letter.body())
        .contains("Kính gửi: Công ty Được Báo")
        .contains("Hẹn trả kết quả: 17 giờ 30 phút, ngày 04/03/2026, tại Sở Xây dựng");
    assertThat(notice("received").state()).isEqualTo(ActState.SENT);
    assertThat(notice("received").words()).contains("hộp thư thử nghiệm");
  }

  @Test
  void withATelephoneAloneItIsAnSms() {
    isAccepted(somebody(PHONE, null), null);

    drain.drain("NOTICE");

    assertThat(letters())
        .singleElement()
        .satisfies(
            sms -> {
              assertThat(sms.medium()).isEqualTo(Medium.SMS);
              assertThat(sms.recipient()).isEqualTo("0912345678");
              assertThat(sms.body()).contains("hẹn trả kết quả 17:30 04/03/2026");
            });
  }

  @Test
  void theWishedWayComesFirst() {
    isAccepted(somebody(PHONE, EMAIL), NoticeWish.SMS);
    drain.drain("NOTICE");
    assertThat(letters()).extracting(Mailbox.Letter::medium).containsExactly(Medium.SMS);

    isAccepted(somebody(PHONE, EMAIL), NoticeWish.ZALO);
    drain.drain("NOTICE");
    assertThat(letters()).extracting(Mailbox.Letter::medium).containsExactly(Medium.ZALO);
    assertThat(letters().get(0).body()).contains("Mẫu tin: received", "so_ho_so: " + number);
  }

  @Test
  void whoHandedItInIsToldAndReachedByTheOwnersAddressIfThatIsTheOnlyOne() {
    itIs("2026-03-03T08:15");
    receives(
        DESK,
        permit(
            somebody(null, EMAIL),
            new vn.thutuc.dossier.Party(null, "Trần Văn Nộp Thay", null, null, null, null),
            null));
    does(DESK, "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");

    drain.drain("NOTICE");

    assertThat(letter("Đã tiếp nhận").body()).contains("Kính gửi: Trần Văn Nộp Thay");
    assertThat(letter("Đã tiếp nhận").recipient()).isEqualTo(EMAIL);
  }

  @Test
  void withoutAnAddressTheDeskReadsThatItMustCall() {
    isAccepted(somebody("02053 871 234", null), null);

    drain.drain("NOTICE");

    assertThat(notice("received").state()).isEqualTo(ActState.NEEDLESS);
    assertThat(notice("received").words())
        .contains("không có thư điện tử và số điện thoại di động", "Hãy gọi điện");
    assertThat(letters()).isEmpty();
  }

  @Test
  void aWishWithoutAnAddressIsRefusedAtTheDesk() {
    itIs("2026-03-03T08:15");

    assertThatThrownBy(() -> receives(DESK, permit(somebody(PHONE, " "), null, NoticeWish.EMAIL)))
        .isInstanceOfSatisfying(
            DossierProblem.class,
            problem -> {
              assertThat(problem.field()).isEqualTo("notices");
              assertThat(problem).hasMessageContaining("chưa ghi địa chỉ thư điện tử");
            });
  }

  @Test
  void whoWantsOnlyWhatIsNecessaryIsToldThatAndNothingMore() {
    isAccepted(somebody(PHONE, EMAIL), NoticeWish.NECESSARY);
    isReady();
    drain.drain("NOTICE");
    isReturnedAtTheCounter(DESK);
    drain.drain("NOTICE");

    assertThat(notice("received").state()).isEqualTo(ActState.SENT);
    assertThat(notice("ready").state()).isEqualTo(ActState.SENT);
    assertThat(notice("returned").state()).isEqualTo(ActState.NEEDLESS);
    assertThat(notice("returned").words()).isEqualTo("Người nộp chỉ nhận thông báo bắt buộc.");
  }

  @Test
  void thatTheAppointmentComesNearAndThatTheResultWasHandedOverIsToldOnce() {
    isAccepted(somebody(PHONE, EMAIL), null);
    itIs("2026-03-04T16:00");
    drain.drain("NOTICE");
    assertThat(notices()).containsOnlyOnce("near");
    assertThat(letter("Hồ sơ " + number + " sắp đến ngày hẹn").body())
        .contains("17 giờ 30 phút, ngày 04/03/2026");

    isReady();
    isReturnedAtTheCounter(DESK);
    drain.drain("NOTICE");

    assertThat(notices()).containsOnlyOnce("returned");
    assertThat(letter("Đã trả kết quả").body()).contains("số 15/GPLHX");
  }

  @Test
  void whatIsOvertakenIsNotSent() {
    isAccepted(somebody(PHONE, EMAIL), null);
    isReady();
    isReturnedAtTheCounter(DESK);

    drain.drain("NOTICE");

    assertThat(notice("received").state()).isEqualTo(ActState.NEEDLESS);
    assertThat(notice("ready").words()).contains("Đã trả kết quả");
    assertThat(letters()).hasSize(1);
    assertThat(letter("Đã trả kết quả")).isNotNull();
  }

  @Test
  void whatIsStaleIsNotSent() {
    isAccepted(somebody(PHONE, EMAIL), null);
    itIs("2026-03-07T08:00");

    drain.drain("NOTICE");

    assertThat(notice("received").state()).isEqualTo(ActState.EXPIRED);
    assertThat(letters()).noneSatisfy(one -> assertThat(one.subject()).startsWith("Đã tiếp nhận"));
  }

  @Test
  void aRequestForASupplementSaysWhatIsMissingAndANewAppointmentBringsTheNewSlip()
      throws Exception {
    isAccepted(somebody(PHONE, EMAIL), null);
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Cầu yếu",
        "proposal",
        "supplement",
        "missingPapers",
        "- Báo cáo khảo sát\n- Bản vẽ <b>xe</b>",
        "reason",
        "Cầu yếu");
    drain.drain("NOTICE");
    assertThat(letter("Yêu cầu bổ sung").body())
        .contains("- Báo cáo khảo sát", "- Bản vẽ <b>xe</b>", "Lý do: Cầu yếu");

    itIs("2026-03-10T09:00");
    acts(DESK, () -> acts.supplementReceived(number, "Đã bổ sung"));
    assertThat(notices()).containsOnlyOnce("appointment-changed");
    drain.drain("NOTICE");
    drain.drain("NOTICE");

    Mailbox.Letter letter = letter("Giấy hẹn trả kết quả mới");
    String appointment = PdfText.of(file(letter)).text().replaceAll("\\s+", " ");
    assertThat(letter.body()).contains("Ngày hẹn trước đây: 17 giờ 30 phút, ngày 04/03/2026");
    assertThat(appointment).contains(number, day(dossier().appointment().toLocalDate()));
    assertThat(journal()).containsOnlyOnce("FORM_ISSUED");
  }

  private static String day(java.time.LocalDate day) {
    return "ngày %02d tháng %02d năm %d"
        .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  private byte[] file(Mailbox.Letter letter) {
    assertThat(letter.files()).hasSize(1);
    return mailbox.file(letter.id(), letter.files().get(0).ordinal()).content();
  }

  @Test
  void aSupplementHandedInMeanwhileIsNotAskedForAgain() {
    isAccepted(somebody(PHONE, EMAIL), null);
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Cầu yếu",
        "proposal",
        "supplement",
        "missingPapers",
        "Báo cáo khảo sát",
        "reason",
        "Cầu yếu");
    acts(DESK, () -> acts.supplementReceived(number, "Đã bổ sung"));

    drain.drain("NOTICE");

    assertThat(notice("supplement-asked").state()).isEqualTo(ActState.NEEDLESS);
  }

  @Test
  void aRefusalAtTheDeskSaysWhy() {
    itIs("2026-03-03T08:15");
    receives(DESK, permit(somebody(PHONE, EMAIL), null, NoticeWish.NECESSARY));
    does(
        DESK,
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "refuse",
        "reason",
        "Không thuộc thẩm quyền");

    drain.drain("NOTICE");

    assertThat(letter("Hồ sơ " + number + " chưa được tiếp nhận").body())
        .contains("Lý do: Không thuộc thẩm quyền");
    assertThat(notice("not-received").state()).isEqualTo(ActState.SENT);
  }

  @Test
  void aWithdrawalIsConfirmed() {
    isAccepted(somebody(PHONE, EMAIL), null);
    acts(DESK, () -> acts.withdraw(number, "Đổi kế hoạch"));
    does(DESK, "Task_ConfirmWithdrawal", "reason", "Đổi kế hoạch", "note", "Đã trả giấy tờ");

    drain.drain("NOTICE");

    assertThat(notices()).contains("withdrawn");
    assertThat(Stream.of("received", "withdrawn").map(event -> notice(event).state()))
        .containsExactly(ActState.NEEDLESS, ActState.SENT);
  }
}
