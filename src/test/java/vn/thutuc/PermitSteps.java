package vn.thutuc;

import java.util.Map;
import vn.thutuc.demo.Play;

/** The usual steps of a permit (1.000028), for tests that begin where one stands. */
public final class PermitSteps {

  private PermitSteps() {}

  /** From the appraisal to the number of the permit that is granted on a day (yyyy-MM-dd). */
  public static void decide(Play play, String number, String granted) {
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of("opinion", "Đủ điều kiện", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));
    play.does("truongphong", number, "Task_Review", Map.of("headDecision", "approve"));
    play.does("lanhdao", number, "Task_Sign", Map.of("leaderDecision", "approve"));
    play.does(
        "vanthu", number, "Task_Number", Map.of("resultNumber", "15/GPLHX", "resultDate", granted));
  }
}
