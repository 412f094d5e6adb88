package vn.thutuc.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayTableTest {

  private static final String HEADER = "date,name,kind,source\n";
  private static final String FIRST_ROW = "2026-01-01,Tết Dương lịch,statutory,\"a, b\"\n";

  @Test
  void readsRowsInOrder() {
    List<CalendarDay> rows = read(HEADER + FIRST_ROW + "2026-01-10,Làm bù,swap_work,\n");
    assertThat(rows)
        .containsExactly(
            new CalendarDay(LocalDate.of(2026, 1, 1), "Tết Dương lịch", DayKind.STATUTORY, "a, b"),
            new CalendarDay(LocalDate.of(2026, 1, 10), "Làm bù", DayKind.SWAP_WORK, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01/02/2026,Nghỉ,statutory,x | Line 3 has the date '01/02/2026': write yyyy-MM-dd.",
        "2026-02-30,Nghỉ,statutory,x | Line 3 has the date '2026-02-30': write yyyy-MM-dd.",
        "2026-02-03,,statutory,x     | Line 3 has no name: say what the day is called.",
        "2026-02-03,Nghỉ             | Line 3 has 2 fields: give date,name,kind,source.",
      })
  void namesLineAndRemedy(String row, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(HEADER + FIRST_ROW + row))
        .withMessage(message);
  }

  @Test
  void namesTheKindsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(HEADER + FIRST_ROW + "\n2026-02-03,Nghỉ,holiday,x\n" + FIRST_ROW))
        .withMessage(
            "Line 4 has the kind 'holiday': use one of statutory, compensatory, swap_off,"
                + " swap_work, estimated.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "date,name", "2026-01-01,Tết,statutory,x"})
  void refusesATableWithoutItsHeader(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(text))
        .withMessageStartingWith("Line 1 must be the header date,name,kind,source");
  }

  @Test
  void shipsTheCalendarOfVietnam() {
    WorkingCalendar shipped = HolidayTable.shipped();
    assertThat(shipped.dayAt(LocalDate.of(2026, 2, 17)))
        .hasValueSatisfying(day -> assertThat(day.name()).isEqualTo("Tết Nguyên Đán"));
    assertThat(shipped.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
    assertThat(shipped.isProvisional(LocalDate.of(2027, 1, 4))).isTrue();
  }

  private static List<CalendarDay> read(String csv) {
    return HolidayTable.read(new StringReader(csv));
  }
}
