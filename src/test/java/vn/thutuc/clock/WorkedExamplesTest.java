package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thutuc.calendar.HolidayTable;

/** The table of worked examples, on the shipped calendar. */
class WorkedExamplesTest {

  private static final String TABLE =
      """
      #received       |term|from            |to              |mode    |more|due
      2023-01-25T02:31|4wh |                |                |        |    |2023-01-27T11:30
      2021-01-01T13:26|3wd |                |                |        |    |2021-01-07T17:30
      2019-08-29T11:11|30d |                |                |        |    |2019-09-30T17:30
      2019-05-02T21:59|5wd |2019-05-03T05:22|2019-05-03T12:12|CONTINUE|    |2019-05-09T17:30
      2026-02-10T16:20|5wd |                |                |        |    |2026-02-24T17:30
      2026-02-10T16:20|5wd |2026-02-12T09:00|2026-03-02T10:00|CONTINUE|    |2026-03-05T17:30
      2026-02-10T16:20|5wd |2026-02-12T09:00|2026-03-02T10:00|PLUS    |5wd |2026-03-12T17:30
      2026-02-10T16:20|5wd |2026-02-12T09:00|2026-03-02T10:00|WITH    |18wd|2026-03-26T17:30
      """;

  private final TimeZone zone = TimeZone.getDefault();
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoresTheMachine() {
    TimeZone.setDefault(zone);
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void endsAsTheTableSays(
      LocalDateTime received,
      String term,
      LocalDateTime from,
      LocalDateTime to,
      PauseMode mode,
      String amount,
      LocalDateTime due) {
    List<Pause> pauses =
        from == null ? List.of() : List.of(new Pause(from, to, mode, termOf(amount), null));

    Deadline deadline = clock().deadline(received, Term.parse(term), pauses);

    assertThat(deadline.end()).isEqualTo(due);
    assertThat(deadline.provisional()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Ho_Chi_Minh", "America/New_York"})
  void saysTheSameInEveryZoneAndLocale(String zoneOfTheMachine) {
    Deadline here = pausedExample();
    Stream.of("vi-VN", "en-US", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "tr-TR")
        .map(Locale::forLanguageTag)
        .forEach(
            language -> {
              TimeZone.setDefault(TimeZone.getTimeZone(zoneOfTheMachine));
              Locale.setDefault(language);
              assertThat(pausedExample()).as("in %s", language).isEqualTo(here);
            });
  }

  private static Deadline pausedExample() {
    Pause pause =
        Pause.continuing(
            LocalDateTime.parse("2026-02-12T09:00"), LocalDateTime.parse("2026-03-02T10:00"), null);
    return clock()
        .deadline(LocalDateTime.parse("2026-02-10T16:20"), Term.parse("5wd"), List.of(pause));
  }

  private static StatutoryClock clock() {
    return new StatutoryClock(HolidayTable.shipped());
  }

  private static Term termOf(String amount) {
    return amount == null ? null : Term.parse(amount);
  }
}
