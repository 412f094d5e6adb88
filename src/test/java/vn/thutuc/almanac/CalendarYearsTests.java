package vn.thutuc.almanac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractStringAssert;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.CalendarReset;
import vn.thutuc.HouseTest;
import vn.thutuc.ShippedYear;
import vn.thutuc.calendar.DayKind;

/** The life of a calendar year: imported, looked at, published; and files that are refused. */
@HouseTest
@TestPropertySource(properties = "thutuc.test.house=calendar")
class CalendarYearsTests {

  private static final String HEADER = "date,name,kind,source\n";

  @Autowired CalendarYears years;
  @Autowired CalendarHours hours;
  @Autowired CalendarRuns runs;
  @Autowired Almanac almanac;
  @Autowired AlmanacSeed seed;
  @Autowired JdbcClient jdbc;
  @Autowired RuntimeService runtime;

  @BeforeEach
  void shippedCalendar() {
    CalendarReset.run(jdbc, seed, runtime);
  }

  private int csv(int year, String text) {
    return years.replaceDraft(
        year, FileKind.CSV, text.getBytes(StandardCharsets.UTF_8), "thu.csv", "quantri");
  }

  private int ics(String... events) {
    String text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//thu//thu//VI\r\n"
            + String.join("", events)
            + "END:VCALENDAR\r\n";
    return years.replaceDraft(
        2027, FileKind.ICS, text.getBytes(StandardCharsets.UTF_8), "thu.ics", "quantri");
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\r\nUID:a@thu\r\nDTSTAMP:20261101T000000Z\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\n";
  }

  private CalendarYears.YearView year(int number) {
    return years.years().stream().filter(y -> y.year() == number).findFirst().orElseThrow();
  }

  private AbstractStringAssert<?> refusal(Runnable act) {
    return assertThat(
        assertThatExceptionOfType(AlmanacProblem.class).isThrownBy(act::run).actual().getMessage());
  }

  @Test
  void shippedYearsArePublishedAndTheNextIsProvisional() {
    assertThat(year(2026).published()).isTrue();
    assertThat(year(2026).provisional()).isFalse();
    assertThat(year(2027).published()).isFalse();
    assertThat(year(2027).provisional()).isTrue();
    assertThat(year(2027).draft()).isNull();
  }

  @Test
  void anImportGoesIntoTheDraftAndASecondOneReplacesIt() {
    assertThat(csv(2027, HEADER + "2027-01-01,Tết Dương lịch,statutory,x\n")).isEqualTo(1);
    csv(
        2027,
        "\uFEFF" + HEADER + "2027-01-01,Năm mới,statutory,x\n2027-09-02,Quốc khánh,statutory,\n");

    assertThat(year(2027).draft().rows()).isEqualTo(2);
    assertThat(year(2027).draft().source()).isEqualTo("thu.csv");
    Map<LocalDate, CalendarYears.Change> changes =
        years.draft(2027).stream()
            .collect(Collectors.toMap(row -> row.day().date(), CalendarYears.Row::change));
    assertThat(changes)
        .containsEntry(LocalDate.of(2027, 1, 1), CalendarYears.Change.CHANGED)
        .containsValue(CalendarYears.Change.REMOVED);

    years.dropDraft(2027);
    assertThat(year(2027).draft()).isNull();
    refusal(() -> years.draft(2027)).contains("chưa có bản dự thảo");
  }

  @Test
  void everyShippedYearCanBeImported() {
    for (int year = 2019; year <= 2027; year++) {
      int wanted = year;
      assertThat(years.replaceDraft(wanted, FileKind.CSV, new ShippedYear(wanted).csv(), "", "q"))
          .isPositive();
      assertThat(years.draft(wanted)).allMatch(row -> row.change() == CalendarYears.Change.SAME);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01/02/2027,Nghỉ,statutory,x   | Dòng 3: ngày \"01/02/2027\" không hợp lệ. Hãy viết",
        "2027-02-30,Nghỉ,statutory,x   | Dòng 3: ngày \"2027-02-30\" không hợp lệ",
        "2027-02-03,,statutory,x       | Dòng 3: chưa có tên ngày. Hãy ghi tên",
        "2027-02-03,Nghỉ               | Dòng 3: có 2 cột. Hãy ghi đủ bốn cột",
        "2027-02-03,Nghỉ,holiday,x     | Dòng 3: loại ngày \"holiday\" không có. Hãy dùng",
        "2026-02-03,Nghỉ,statutory,x   | không thuộc năm 2027. Hãy tách tệp",
        "2027-01-01,Nghỉ,statutory,x   | Ngày 01/01/2027 (Nghỉ) có hai dòng",
        "2027-02-03,Bù,swap_work,x     | vốn đã là ngày làm việc",
        "2027-02-06,Bù,compensatory,x  | rơi vào thứ Bảy",
      })
  void aWrongRowIsNamedAndNothingIsHalfDone(String row, String message) {
    csv(2027, HEADER + "2027-09-02,Quốc khánh,statutory,x\n");

    refusal(() -> csv(2027, HEADER + "2027-01-01,Tết,statutory,x\n" + row + "\n"))
        .contains(message.strip());

    assertThat(year(2027).draft().rows()).isEqualTo(1);
  }

  @Test
  void filesThatAreNoTableAreRefused() {
    refusal(() -> csv(2027, "ngay,ten\n")).startsWith("Dòng 1: tiêu đề phải là");
    refusal(() -> csv(2027, "")).startsWith("Dòng 1: tiêu đề phải là");
    refusal(() -> csv(2027, HEADER)).contains("không có ngày nào");
    refusal(() -> csv(2027, HEADER + "2027-01-01,\"Tết\"x,statutory,\n")).contains("CSV");
    refusal(() -> csv(1900, HEADER + "1900-01-01,Tết,statutory,\n")).contains("Năm 1900");
    byte[] old =
        "date,name,kind,source\n2027-01-01,T\u00eat,statutory,"
            .getBytes(StandardCharsets.ISO_8859_1);
    refusal(() -> years.replaceDraft(2027, FileKind.CSV, old, "", "q")).contains("UTF-8");
    refusal(
            () ->
                years.replaceDraft(
                    2027, FileKind.ICS, HEADER.getBytes(StandardCharsets.UTF_8), "", "q"))
        .contains("iCalendar");
  }

  @Test
  void eventsGiveADayEachWithTheKindOfTheirWords() {
    ics(
        event("DTSTART;VALUE=DATE:20270205", "DTEND;VALUE=DATE:20270208", "SUMMARY:Tết Nguyên Đán"),
        event("DTSTART;VALUE=DATE:20270210", "SUMMARY:Nghỉ bù Tết"),
        event("DTSTART;VALUE=DATE:20270211", "SUMMARY:Nghỉ hoán đổi"),
        event("DTSTART;VALUE=DATE:20270220", "SUMMARY:Làm bù cho ngày hoán đổi"),
        event("DTSTART;VALUE=DATE:20270227", "SUMMARY:La\u0300m bu\u0300 ngày 12"),
        event("DTSTART;VALUE=DATE:20270212", "SUMMARY:Nghỉ", "CATEGORIES:swap_off"),
        event("DTSTART;VALUE=DATE:20270216", "DURATION:P2D", "SUMMARY:Giỗ Tổ"),
        event("DTSTART;VALUE=DATE:20270301", "STATUS:CANCELLED", "SUMMARY:Thôi"));

    Map<LocalDate, DayKind> kinds =
        years.draft(2027).stream()
            .filter(row -> row.change() != CalendarYears.Change.REMOVED)
            .collect(Collectors.toMap(row -> row.day().date(), row -> row.day().kind()));
    Function<Integer, LocalDate> february = day -> LocalDate.of(2027, 2, day);
    assertThat(kinds)
        .hasSize(10)
        .containsEntry(february.apply(5), DayKind.STATUTORY)
        .containsEntry(february.apply(7), DayKind.STATUTORY)
        .doesNotContainKey(february.apply(8))
        .containsEntry(february.apply(10), DayKind.COMPENSATORY)
        .containsEntry(february.apply(11), DayKind.SWAP_OFF)
        .containsEntry(february.apply(12), DayKind.SWAP_OFF)
        .containsEntry(february.apply(17), DayKind.STATUTORY)
        .containsEntry(february.apply(20), DayKind.SWAP_WORK)
        .containsEntry(february.apply(27), DayKind.SWAP_WORK);
  }

  @Test
  void eventsThatAreNoDaysAreRefused() {
    refusal(() -> ics(event("DTSTART:20270205T090000Z", "SUMMARY:Họp"))).contains("có giờ");
    refusal(() -> ics(event("DTSTART;VALUE=DATE:20270101", "RRULE:FREQ=YEARLY", "SUMMARY:Tết")))
        .contains("lặp lại");
    refusal(() -> ics(event("DTSTART;VALUE=DATE:20270205"))).contains("chưa có tên");
    refusal(() -> ics(event("SUMMARY:Tết"))).contains("chưa có ngày bắt đầu");
    refusal(
            () ->
                ics(
                    event(
                        "DTSTART;VALUE=DATE:20261231",
                        "DTEND;VALUE=DATE:20270102",
                        "SUMMARY:Giao thừa")))
        .contains("31/12/2026")
        .contains("không thuộc năm 2027");
    assertThat(year(2027).draft()).isNull();
  }

  @Test
  void publishingMakesTheDraftCountAndKeepsWhatCountedBefore() {
    csv(2027, HEADER + "2027-01-01,Tết,statutory,x\n2027-03-03,Nghỉ,swap_off,x\n");
    int before = years.current(2027).size();

    long run = years.publish(2027, false, year(2027).draft().importedAt(), "quantri");

    assertThat(year(2027).published()).isTrue();
    assertThat(year(2027).provisional()).isFalse();
    assertThat(year(2027).publishedBy()).isEqualTo("quantri");
    assertThat(year(2027).draft()).isNull();
    assertThat(years.current(2027)).hasSize(2);
    assertThat(before).isGreaterThan(2);
    assertThat(runs.openRun()).hasValueSatisfying(open -> assertThat(open.id()).isEqualTo(run));
    assertThat(almanac.changedDays(run, "H37.12")).isPresent();
  }

  @Test
  void oneRunAtATimeAndOnlyTheDraftThatWasLookedAt() {
    csv(2027, HEADER + "2027-01-01,Tết,statutory,x\n");
    var seen = year(2027).draft().importedAt();
    refusal(() -> years.publish(2027, false, seen.minusSeconds(1), "quantri")).contains("xem lại");
    assertThat(year(2027).draft()).isNotNull();

    years.publish(2027, false, null, "quantri");
    csv(2027, HEADER + "2027-01-01,Tết,statutory,x\n");
    refusal(() -> years.publish(2027, false, null, "quantri")).contains("đang được áp dụng");
    refusal(
            () ->
                hours.set(
                    "", "toàn tỉnh", LocalDate.of(2027, 1, 1), "07:30-11:30", false, "quantri"))
        .contains("đang được áp dụng");
    assertThat(hours.all()).isEmpty();
    refusal(() -> years.publish(2028, false, null, "quantri")).contains("chưa có bản dự thảo");
  }

  @Test
  void hoursHoldFromADayAndMalformedOnesAreRefused() {
    LocalDate from = LocalDate.of(2026, 12, 1);
    refusal(() -> hours.set("H37.12", "Sở", from, "7h-11h", false, "q")).contains("không hợp lệ");
    refusal(() -> hours.set("H37.12", "Sở", null, "07:30-11:30", false, "q")).contains("ngày");
    hours.set("H37.12", "Sở Xây dựng", from, "07:00-11:00, 13:00-17:00", false, "quantri");

    assertThat(hours.all())
        .extracting(CalendarHours.Hours::slots)
        .isEqualTo(List.of("07:00-11:00 13:00-17:00"));
    long run = runs.openRun().orElseThrow().id();
    assertThat(almanac.changedDays(run, "H37.12"))
        .hasValueSatisfying(changed -> assertThat(changed.first()).isEqualTo(from));
    assertThat(almanac.changedDays(run, "H37.13")).isEmpty();
  }
}
