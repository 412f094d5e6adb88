package vn.thutuc.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.thutuc.almanac.Almanac;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierActs;
import vn.thutuc.dossier.Submission;

/**
 * Plays the demo province's past through the services people use, so that the first start shows
 * dossiers in time, near, late, paused, returned, refused and withdrawn without any click.
 *
 * <p>All people and numbers are plainly fictional. Runs once, before the house opens, with the one
 * clock moved; afterwards the clock is real.
 */
@Component
@Profile("demo")
public class DemoPast {

  private static final String PERMIT = "1.000028";
  private static final String BIRTH = "1.001193";
  private static final String LAND = "1.012753";

  private final Play play;
  private final DossierActs acts;
  private final Almanac almanac;
  private final Now now;
  private final boolean wanted;

  DemoPast(
      Play play,
      DossierActs acts,
      Almanac almanac,
      Now now,
      @Value("${thutuc.demo.past:true}") boolean wanted) {
    this.play = play;
    this.acts = acts;
    this.almanac = almanac;
    this.now = now;
    this.wanted = wanted;
  }

  /** Plays the past with the one clock moved, then releases it. */
  public void load() {
    if (!wanted) {
      return;
    }
    LocalDateTime present = now.local();
    LocalDate next = nextClosing(present);
    try {
      lateLand(calendar().plusWorkingDays(next, -19));
      apologisedLand(calendar().plusWorkingDays(next, -18));
      nearLand(calendar().plusWorkingDays(next, -17));
      returnedPermit(calendar().plusWorkingDays(next, -9));
      refusedPermit(calendar().plusWorkingDays(next, -7));
      withdrawnPermit(calendar().plusWorkingDays(next, -6));
      pausedPermit(calendar().plusWorkingDays(next, -4));
      inTimeLand(calendar().plusWorkingDays(next, -3));
      lateBirth(calendar().plusWorkingDays(next, -2));
      forwardedBirth(lastReception(present));
      freshPermit(lastReception(present).plusMinutes(10));
      play.to(present);
    } finally {
      now.release();
    }
  }

  private WorkingCalendar calendar() {
    return almanac.clockOf("").calendar();
  }

  /** The next working day whose closing time is still ahead. */
  private LocalDate nextClosing(LocalDateTime present) {
    LocalDate today = present.toLocalDate();
    boolean open =
        calendar().isWorkingDay(today) && present.toLocalTime().isBefore(LocalTime.of(17, 30));
    return open ? today : calendar().nextWorkingDay(today);
  }

  /** The last moment of a desk's morning that has passed. */
  private LocalDateTime lastReception(LocalDateTime present) {
    LocalDate day = present.toLocalDate();
    while (!calendar().isWorkingDay(day) || present.isBefore(day.atTime(8, 30))) {
      day = day.minusDays(1);
    }
    return day.atTime(8, 0);
  }

  private void lateLand(LocalDate day) {
    receiveLand(day, "Công ty Thử Nghiệm Một", "REGISTRATION_ONLY", "motcuadongkinh");
  }

  private void apologisedLand(LocalDate day) {
    String number =
        receiveLand(day, "Công ty Thử Nghiệm Hai", "REGISTRATION_ONLY", "motcuadongkinh");
    LocalDate late = calendar().plusWorkingDays(day, 18);
    play.to(late.atTime(8, 0));
    play.does(
        "truongphongdongkinh",
        number,
        "Task_ConfirmLateReason",
        Map.of(
            "lateReason", "Chờ kết quả đo đạc bổ sung ranh giới thửa đất", "lateUnit", "H37.201"));
    play.does(
        "chuyenviendongkinh",
        number,
        "Task_DraftApology",
        Map.of(
            "newAppointment",
            calendar().plusWorkingDays(late, 6).atTime(17, 0).toString(),
            "reason",
            "Chờ kết quả đo đạc bổ sung ranh giới thửa đất"));
    play.does("lanhdaodongkinh", number, "Task_SignApology", Map.of("leaderDecision", "approve"));
  }

  private void nearLand(LocalDate day) {
    receiveLand(day, "Công ty Thử Nghiệm Ba", "REGISTRATION_ONLY", "motcuadongkinh");
  }

  private void inTimeLand(LocalDate day) {
    receiveLand(day, "Hợp tác xã Thử Nghiệm", "WITH_CERTIFICATE", "motcuadongkinh");
  }

  private String receiveLand(LocalDate day, String owner, String caseCode, String desk) {
    play.to(day.atTime(9, 0));
    Submission submission =
        DemoSubmissions.organisation(LAND, owner).at("H37.201").of(caseCode, "USUAL").build();
    String number = play.receives(desk, submission);
    play.does(
        desk,
        number,
        "Task_CheckPapers",
        Map.of(
            "papersChecked",
            true,
            "checkResult",
            "complete",
            "caseCode",
            caseCode,
            "areaClass",
            "USUAL",
            "originalsAtReturn",
            true));
    return number;
  }

  private String acceptedPermit(LocalDate day, String owner, ReturnMethod way) {
    play.to(day.atTime(8, 15));
    String number =
        play.receives("motcua", DemoSubmissions.organisation(PERMIT, owner).back(way).build());
    play.to(day.atTime(9, 0));
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    return number;
  }

  private void returnedPermit(LocalDate day) {
    String number = acceptedPermit(day, "Công ty Vận tải Thử Nghiệm Một", ReturnMethod.COUNTER);
    play.to(day.atTime(10, 0));
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of(
            "opinion", "Hồ sơ đủ điều kiện cấp giấy phép.",
            "proposal", "grant",
            "resultKind", "PERMIT_OVERSIZE",
            "validFrom", day.toString(),
            "validTo", day.plusDays(30).toString()));
    play.does("truongphong", number, "Task_Review", Map.of("headDecision", "approve"));
    play.to(day.atTime(14, 0));
    play.does("lanhdao", number, "Task_Sign", Map.of("leaderDecision", "approve"));
    play.does(
        "vanthu",
        number,
        "Task_Number",
        Map.of("resultNumber", "01/GPLHX", "resultDate", day.toString()));
    play.to(day.atTime(15, 30));
    play.does(
        "motcua",
        number,
        "Task_ReturnAtCounter",
        Map.of(
            "collectorName", "Người Nhận Thử Nghiệm",
            "collectorIdNumber", "000000000001",
            "registerSigned", true));
  }

  private void refusedPermit(LocalDate day) {
    String number = acceptedPermit(day, "Công ty Vận tải Thử Nghiệm Hai", ReturnMethod.COUNTER);
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of("opinion", "Tuyến đường không bảo đảm an toàn cho xe.", "proposal", "refuse"));
    play.does(
        "chuyenvien",
        number,
        "Task_DraftRefusal",
        Map.of("reason", "Tuyến đường đề nghị không đủ khả năng chịu tải."));
    play.to(day.atTime(14, 0));
    play.does("truongphong", number, "Task_ReviewRefusal", Map.of("headDecision", "approve"));
    play.does("lanhdao", number, "Task_SignRefusal", Map.of("leaderDecision", "approve"));
    play.does(
        "vanthu",
        number,
        "Task_NumberRefusal",
        Map.of("resultNumber", "02/SXD-TL", "resultDate", day.toString()));
  }

  private void withdrawnPermit(LocalDate day) {
    String number = acceptedPermit(day, "Hợp tác xã Vận tải Thử Nghiệm", ReturnMethod.COUNTER);
    play.to(day.atTime(11, 0));
    play.as(
        "motcua",
        () -> {
          acts.withdraw(number, "Người nộp thay đổi kế hoạch vận chuyển");
          return number;
        });
    play.does(
        "motcua",
        number,
        "Task_ConfirmWithdrawal",
        Map.of("reason", "Người nộp thay đổi kế hoạch vận chuyển", "note", "Đã trả lại giấy tờ."));
  }

  private void pausedPermit(LocalDate day) {
    String number = acceptedPermit(day, "Công ty Vận tải Thử Nghiệm Ba", ReturnMethod.POSTAL);
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of(
            "opinion", "Thiếu báo cáo khảo sát tuyến đường.",
            "proposal", "supplement",
            "missingPapers", "Báo cáo kết quả khảo sát đường bộ",
            "reason", "Xe có tải trọng vượt khả năng chịu tải của cầu trên tuyến."));
  }

  private void freshPermit(LocalDateTime at) {
    play.to(at);
    play.receives(
        "motcua", DemoSubmissions.organisation(PERMIT, "Công ty Vận tải Thử Nghiệm Bốn").build());
  }

  private void lateBirth(LocalDate day) {
    play.to(day.atTime(9, 30));
    String number =
        play.receives(
            "motcuamauson",
            DemoSubmissions.person(BIRTH, "Người Thử Nghiệm Một").at("H37.202").build());
    play.does(
        "motcuamauson",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
  }

  /** A birth registered at the provincial centre for a commune. */
  private void forwardedBirth(LocalDateTime at) {
    play.to(at);
    String number =
        play.receives(
            "motcuattpvhcc",
            DemoSubmissions.person(BIRTH, "Người Thử Nghiệm Hai")
                .at("H37.202")
                .by(Channel.COUNTER)
                .build());
    play.does(
        "motcuattpvhcc",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    play.does("motcuattpvhcc", number, "Task_Forward", Map.of("note", "Chuyển UBND xã Mẫu Sơn."));
  }
}
