package vn.thutuc.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import vn.thutuc.calendar.CalendarDay;
import vn.thutuc.calendar.DayKind;
import vn.thutuc.calendar.WorkingCalendar;

/** Tells in an explanation what the calendar did to a count. */
final class CalendarFacts {

  private final WorkingCalendar calendar;
  private final Explanation explanation;
  private LocalDate toldUntil = LocalDate.MIN;

  CalendarFacts(WorkingCalendar calendar, Explanation explanation) {
    this.calendar = calendar;
    this.explanation = explanation;
  }

  /** Tells the rows that a count of working days met, each once. */
  void walked(LocalDate after, LocalDate upTo) {
    LocalDate begin = after.isBefore(toldUntil) ? toldUntil : after;
    if (!begin.isBefore(upTo)) {
      return;
    }
    DaysOff.between(calendar, begin, upTo).forEach(this::skipped);
    begin.plusDays(1).datesUntil(upTo.plusDays(1)).filter(this::isSwapDay).forEach(this::swapped);
    toldUntil = upTo;
  }

  private void skipped(DaysOff off) {
    String days = Wording.days(off.first(), off.last());
    Phrase fact =
        new Phrase(
            "Không tính ngày nghỉ %s (%s)".formatted(days, off.name()),
            "Days off %s skipped (%s)".formatted(days, off.name()));
    tell(LineCode.DAYS_OFF_SKIPPED, fact, off.first(), off.last());
  }

  private boolean isSwapDay(LocalDate day) {
    return calendar.dayAt(day).map(CalendarDay::kind).filter(DayKind::isWorked).isPresent();
  }

  private void swapped(LocalDate day) {
    Phrase fact =
        new Phrase(
            "Tính ngày làm bù " + Wording.day(day),
            "Working day made up on " + Wording.day(day) + " counted");
    tell(LineCode.SWAP_DAY_COUNTED, fact, day, day);
  }

  private void tell(LineCode code, Phrase fact, LocalDate first, LocalDate last) {
    explanation.add(code, fact, first.atStartOfDay(), last.plusDays(1).atStartOfDay());
  }

  /** Tells that the desk is closed where the count ended. */
  void rolled(EndMark mark, LocalDateTime end) {
    boolean toOpen = mark.roll() == EndMark.Roll.TO_OPEN;
    boolean stays = toOpen ? mark.unrolled().equals(end) : mark.day().equals(end.toLocalDate());
    if (!stays) {
      Phrase fact = toOpen ? opening(mark, end) : nextDay(mark, end);
      explanation.add(LineCode.ROLLED, fact, mark.unrolled(), end);
    }
  }

  private static Phrase opening(EndMark mark, LocalDateTime end) {
    String from = Wording.moment(mark.unrolled());
    String to = Wording.moment(end);
    return new Phrase(
        "Ngoài giờ làm việc %s: chuyển sang giờ mở cửa %s".formatted(from, to),
        "Desk closed at %s: moved to its opening %s".formatted(from, to));
  }

  private static Phrase nextDay(EndMark mark, LocalDateTime end) {
    String from = Wording.day(mark.day());
    String to = Wording.day(end.toLocalDate());
    return new Phrase(
        "Ngày %s không làm việc: chuyển sang ngày làm việc tiếp theo %s".formatted(from, to),
        "%s not worked: moved to the next working day %s".formatted(from, to));
  }

  /** Tells that the end may still move, because of a day. */
  void provisional(LocalDate because, LocalDateTime end) {
    Optional<CalendarDay> estimated =
        calendar.dayAt(because).filter(row -> row.kind() == DayKind.ESTIMATED);
    Phrase fact = estimated.map(CalendarFacts::estimated).orElseGet(() -> draft(because));
    explanation.add(LineCode.PROVISIONAL, fact, because.atStartOfDay(), end);
  }

  private static Phrase estimated(CalendarDay row) {
    String day = Wording.day(row.date()) + " (" + row.name() + ")";
    return new Phrase(
        "Hạn tạm tính: %s là ngày nghỉ ước tính".formatted(day),
        "Provisional: %s is an estimated day off".formatted(day));
  }

  private static Phrase draft(LocalDate day) {
    return new Phrase(
        "Hạn tạm tính: %s thuộc năm chưa công bố lịch".formatted(Wording.day(day)),
        "Provisional: %s is in a year whose calendar is not published".formatted(Wording.day(day)));
  }
}
