package vn.thutuc.almanac;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.thutuc.calendar.CalendarDay;
import vn.thutuc.calendar.DayKind;

/** What a draft must keep, whichever file it came from. */
final class DraftCheck {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final int NAME = 300;
  private static final int SOURCE = 500;

  private DraftCheck() {}

  static void require(int year, List<CalendarDay> days) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new AlmanacProblem(
          "year-out-of-range",
          "year",
          "Năm " + year + " không hợp lệ. Hãy nhập năm 2000 đến 2100.");
    }
    if (days.isEmpty()) {
      throw new AlmanacProblem(
          "file-empty", "file", "Tệp không có ngày nào. Hãy kiểm tra lại tệp.");
    }
    Set<LocalDate> seen = new HashSet<>();
    for (CalendarDay day : days) {
      requireYear(year, day);
      requireSense(day);
      requireLength(day);
      if (!seen.add(day.date())) {
        throw at(day, "day-twice", "có hai dòng. Hãy giữ lại một dòng cho mỗi ngày.");
      }
    }
  }

  private static void requireYear(int year, CalendarDay day) {
    if (day.date().getYear() != year) {
      throw at(
          day,
          "other-year",
          "không thuộc năm %d. Hãy tách tệp, mỗi lần chỉ nhập lịch của một năm.".formatted(year));
    }
  }

  private static void requireSense(CalendarDay day) {
    DayOfWeek weekday = day.date().getDayOfWeek();
    boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    if (day.kind() == DayKind.SWAP_WORK && !weekend) {
      throw at(
          day,
          "swap-work-on-weekday",
          "ghi là làm bù nhưng vốn đã là ngày làm việc. Hãy kiểm tra lại ngày.");
    }
    boolean given = day.kind() == DayKind.COMPENSATORY || day.kind() == DayKind.SWAP_OFF;
    if (given && weekend) {
      throw at(
          day,
          "day-off-at-weekend",
          "ghi là nghỉ bù hoặc nghỉ hoán đổi nhưng rơi vào thứ Bảy, Chủ nhật. Hãy kiểm tra lại"
              + " ngày.");
    }
  }

  private static void requireLength(CalendarDay day) {
    if (day.name().length() > NAME || day.source().length() > SOURCE) {
      throw at(
          day,
          "text-too-long",
          "có tên dài quá 300 hoặc nguồn dài quá 500 ký tự. Hãy viết ngắn lại.");
    }
  }

  private static AlmanacProblem at(CalendarDay day, String code, String what) {
    return new AlmanacProblem(
        code, "file", "Ngày %s (%s) %s".formatted(DayText.of(day.date()), name(day), what));
  }

  private static String name(CalendarDay day) {
    return day.name().length() <= 60 ? day.name() : day.name().substring(0, 60) + "…";
  }
}
