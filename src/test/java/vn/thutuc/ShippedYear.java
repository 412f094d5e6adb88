package vn.thutuc;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import vn.thutuc.calendar.CalendarDay;
import vn.thutuc.calendar.DayKind;
import vn.thutuc.calendar.HolidayTable;

/** A year of the shipped calendar with a few days put otherwise, as the file that is imported. */
public final class ShippedYear {

  private final Map<LocalDate, CalendarDay> days = new TreeMap<>();

  public ShippedYear(int year) {
    HolidayTable.shippedDays().stream()
        .filter(day -> day.date().getYear() == year)
        .forEach(day -> days.put(day.date(), day));
  }

  public ShippedYear with(String date, DayKind kind, String name) {
    LocalDate day = LocalDate.parse(date);
    days.put(day, new CalendarDay(day, name, kind, "thử"));
    return this;
  }

  public byte[] csv() {
    StringBuilder csv = new StringBuilder("date,name,kind,source\n");
    days.values()
        .forEach(
            day ->
                csv.append(
                    "%s,\"%s\",%s,\"%s\"\n"
                        .formatted(day.date(), day.name(), day.kind().word(), day.source())));
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
