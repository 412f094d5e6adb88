package vn.thutuc.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

  private static final LocalDate FIRST_OF_JULY = LocalDate.of(2026, 7, 1);
  private static final WorkingHours SHORT =
      new WorkingHours(
          List.of(
              new WorkingHours.Slot(LocalTime.of(7, 0), LocalTime.of(11, 0)),
              new WorkingHours.Slot(LocalTime.of(13, 0), LocalTime.of(16, 30))));

  private final WorkingCalendar calendar = HolidayTable.shipped();

  @ParameterizedTest
  @CsvSource({
    "2026-02-10, true, an ordinary Tuesday",
    "2026-02-14, false, an ordinary Saturday",
    "2026-02-15, false, an ordinary Sunday",
    "2026-02-17, false, statutory",
    "2026-04-27, false, compensatory",
    "2026-08-31, false, swapped off",
    "2026-08-22, true, a Saturday worked in exchange",
    "2025-04-26, true, a Saturday worked in exchange",
    "2027-02-04, false, estimated",
  })
  void letsRowsOverrideTheWeek(LocalDate date, boolean worked, String why) {
    assertThat(calendar.isWorkingDay(date)).as(why).isEqualTo(worked);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-10T07:29, 2026-02-10T07:30, before opening",
    "2026-02-10T07:30, 2026-02-10T07:30, at opening",
    "2026-02-10T11:29:59, 2026-02-10T11:29:59, just before the break",
    "2026-02-10T11:30, 2026-02-10T13:30, at the beginning of the break",
    "2026-02-10T13:29:59, 2026-02-10T13:30, just before the end of the break",
    "2026-02-10T13:30, 2026-02-10T13:30, at the end of the break",
    "2026-02-10T17:29, 2026-02-10T17:29, just before closing",
    "2026-02-10T17:30, 2026-02-11T07:30, at closing",
    "2026-02-13T18:00, 2026-02-23T07:30, after closing before Tết",
    "2026-02-14T09:00, 2026-02-23T07:30, on a Saturday",
    "2026-03-07T09:00, 2026-03-09T07:30, at a desk open on Saturday morning",
    "2026-08-22T09:00, 2026-08-22T09:00, on a Saturday worked in exchange",
    "2026-08-21T17:30, 2026-08-22T07:30, before a Saturday worked in exchange",
  })
  void findsTheEffectiveMoment(LocalDateTime event, LocalDateTime effective, String why) {
    assertThat(calendar.effective(event)).as(why).isEqualTo(effective);
  }

  @Test
  void countsWorkingDaysAfterTheFirstDateAndUpToTheSecond() {
    LocalDate pause = LocalDate.of(2026, 2, 12);
    assertThat(calendar.workingDaysBetween(pause, LocalDate.of(2026, 3, 2))).isEqualTo(7);
    assertThat(calendar.workingDaysBetween(pause, pause)).isZero();
    assertThat(calendar.workingDaysBetween(pause, pause.minusDays(9))).isZero();
  }

  @Test
  void findsNeighbouringWorkingDays() {
    LocalDate friday = LocalDate.of(2026, 2, 13);
    LocalDate monday = LocalDate.of(2026, 2, 23);
    assertThat(calendar.nextWorkingDay(friday)).isEqualTo(monday);
    assertThat(calendar.previousWorkingDay(monday)).isEqualTo(friday);
    assertThat(calendar.rollForward(friday)).isEqualTo(friday);
    assertThat(calendar.rollForward(friday.plusDays(1))).isEqualTo(monday);
    assertThat(calendar.rollBack(monday.minusDays(1))).isEqualTo(friday);
    assertThat(calendar.plusWorkingDays(friday, 2)).isEqualTo(monday.plusDays(1));
    assertThat(calendar.plusWorkingDays(monday, -1)).isEqualTo(friday);
    assertThat(calendar.plusWorkingDays(friday, 0)).isEqualTo(friday);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31, false",
    "2027-01-04, true",
    "2018-12-31, true",
    "2026-02-17, false",
  })
  void marksDraftYearsAsProvisional(LocalDate date, boolean provisional) {
    assertThat(calendar.isProvisional(date)).isEqualTo(provisional);
  }

  @Test
  void marksEstimatedDaysOfPublishedYearsAsProvisional() {
    LocalDate tet = LocalDate.of(2027, 2, 4);
    WorkingCalendar published =
        WorkingCalendar.of(
            List.of(new CalendarDay(tet, "29 Tết", DayKind.ESTIMATED, "")),
            Set.of(Year.of(2027)),
            WorkingHours.usual());
    assertThat(published.isProvisional(tet)).isTrue();
    assertThat(published.isProvisional(tet.minusDays(1))).isFalse();
  }

  @Test
  void changesHoursFromADateOn() {
    WorkingCalendar changing =
        WorkingCalendar.of(
            List.of(),
            Set.of(),
            new TreeMap<>(
                Map.of(LocalDate.of(2020, 1, 1), WorkingHours.usual(), FIRST_OF_JULY, SHORT)));
    assertThat(changing.hoursOn(LocalDate.of(2019, 1, 1))).isEqualTo(WorkingHours.usual());
    assertThat(changing.hoursOn(FIRST_OF_JULY.minusDays(1))).isEqualTo(WorkingHours.usual());
    assertThat(changing.hoursOn(FIRST_OF_JULY)).isEqualTo(SHORT);
    assertThat(changing.effective(FIRST_OF_JULY.minusDays(1).atTime(17, 30)))
        .isEqualTo(FIRST_OF_JULY.atTime(7, 0));
    assertThat(changing.effective(FIRST_OF_JULY.atTime(16, 30)))
        .isEqualTo(FIRST_OF_JULY.plusDays(1).atTime(7, 0));
  }

  @Test
  void refusesTwoRowsForOneDate() {
    CalendarDay row = new CalendarDay(FIRST_OF_JULY, "Nghỉ", DayKind.STATUTORY, "");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> WorkingCalendar.of(List.of(row, row), Set.of(), WorkingHours.usual()))
        .withMessageContaining("2026-07-01");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void givesUpASearchThatFindsNothing(int step) {
    List<CalendarDay> allOff =
        FIRST_OF_JULY
            .minusYears(21)
            .datesUntil(FIRST_OF_JULY.plusYears(21))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
            .map(day -> new CalendarDay(day, "Nghỉ", DayKind.STATUTORY, ""))
            .collect(Collectors.toList());
    WorkingCalendar closed = WorkingCalendar.of(allOff, Set.of(), WorkingHours.usual());
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> closed.plusWorkingDays(FIRST_OF_JULY, step))
        .withMessageContaining("more than 20 years");
  }

  @Test
  void givesUpACountOfTooManyDays() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> calendar.workingDaysBetween(FIRST_OF_JULY, LocalDate.of(9999, 1, 1)))
        .withMessageContaining("9999-01-01");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> calendar.plusWorkingDays(FIRST_OF_JULY, 6000));
  }
}
