package vn.thutuc.almanac;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.thutuc.calendar.CalendarDay;

/**
 * A calendar from an iCalendar file: each event that lasts whole days gives a row for each of its
 * days. Cancelled events are left out; events with hours or repetitions are refused, because the
 * calendar says of days, one by one, whether they are worked. The kind is read by {@link KindOf}.
 */
final class IcsCalendar {

  private static final int LONGEST = 60;

  private IcsCalendar() {}

  static List<CalendarDay> read(byte[] file) {
    try {
      return days(file);
    } catch (DateTimeException e) {
      throw new AlmanacProblem(
          "date-impossible",
          "file",
          "Tệp có ngày không tồn tại. Hãy kiểm tra lại ngày của các sự kiện rồi xuất lại tệp.");
    }
  }

  private static List<CalendarDay> days(byte[] file) {
    return calendars(FileText.of(file)).stream()
        .flatMap(calendar -> calendar.getEvents().stream())
        .filter(event -> !(event.getStatus() != null && event.getStatus().isCancelled()))
        .flatMap(IcsCalendar::days)
        .sorted((a, b) -> a.date().compareTo(b.date()))
        .toList();
  }

  private static List<ICalendar> calendars(String text) {
    List<ICalendar> calendars = Biweekly.parse(text).all();
    if (calendars.isEmpty()) {
      throw new AlmanacProblem(
          "file-unreadable",
          "file",
          "Tệp không phải tệp lịch iCalendar (.ics). Hãy xuất lại lịch từ phần mềm lịch, hoặc nhập"
              + " bảng CSV.");
    }
    return calendars;
  }

  private static Stream<CalendarDay> days(VEvent event) {
    String name = name(event);
    LocalDate first = first(event, name);
    if (event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty()) {
      throw problem(
          "event-repeats", name, first, "là sự kiện lặp lại. Hãy tách thành từng sự kiện.");
    }
    LocalDate end = end(event, name, first);
    if (!end.isAfter(first) || end.isAfter(first.plusDays(LONGEST))) {
      throw problem(
          "event-length",
          name,
          first,
          "có ngày kết thúc không hợp lệ. Hãy kiểm tra lại ngày bắt đầu và kết thúc.");
    }
    return first
        .datesUntil(end)
        .map(date -> new CalendarDay(date, name, KindOf.event(event, name), source(event)));
  }

  private static String name(VEvent event) {
    if (event.getSummary() == null || event.getSummary().getValue().isBlank()) {
      throw new AlmanacProblem(
          "event-without-name",
          "file",
          "Có sự kiện chưa có tên (SUMMARY)%s. Hãy đặt tên cho sự kiện rồi xuất lại tệp."
              .formatted(
                  event.getDateStart() == null
                      ? ""
                      : ", bắt đầu " + DayText.of(date(event.getDateStart().getValue()))));
    }
    return event.getSummary().getValue().strip();
  }

  private static LocalDate first(VEvent event, String name) {
    if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
      throw new AlmanacProblem(
          "event-without-date",
          "file",
          "Sự kiện \"%s\" chưa có ngày bắt đầu. Hãy thêm ngày rồi xuất lại tệp.".formatted(name));
    }
    requireWholeDay(event.getDateStart().getValue(), name);
    return date(event.getDateStart().getValue());
  }

  /** The day after the last one, as iCalendar has it; one day when the event does not say. */
  private static LocalDate end(VEvent event, String name, LocalDate first) {
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      requireWholeDay(event.getDateEnd().getValue(), name);
      return date(event.getDateEnd().getValue());
    }
    if (event.getDuration() != null && event.getDuration().getValue() != null) {
      long hours = event.getDuration().getValue().toMillis() / 3_600_000L;
      return first.plusDays(hours % 24 == 0 ? hours / 24 : -1);
    }
    return first.plusDays(1);
  }

  private static void requireWholeDay(ICalDate date, String name) {
    if (date.hasTime()) {
      throw problem(
          "event-with-hours",
          name,
          date(date),
          "có giờ. Hãy đặt là sự kiện cả ngày rồi xuất lại tệp.");
    }
  }

  private static LocalDate date(ICalDate date) {
    return LocalDate.of(
        date.getRawComponents().getYear(),
        date.getRawComponents().getMonth(),
        date.getRawComponents().getDate());
  }

  private static String source(VEvent event) {
    String id = event.getUid() == null ? "" : " " + event.getUid().getValue();
    String source = "iCalendar" + id;
    return source.length() <= 500 ? source : source.substring(0, 500);
  }

  private static AlmanacProblem problem(String code, String name, LocalDate day, String what) {
    return new AlmanacProblem(
        code, "file", "Sự kiện \"%s\" (%s) %s".formatted(name, DayText.of(day), what));
  }
}
