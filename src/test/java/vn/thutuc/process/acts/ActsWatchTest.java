package vn.thutuc.process.acts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;

/** A new day is brought to the deputies once, and again when that failed. */
class ActsWatchTest {

  private final DeputyDays days = mock(DeputyDays.class);
  private final Now now = new Now();
  private final ActsWatch watch = new ActsWatch(days, now);

  private void itIs(String time) {
    now.moveTo(LocalDateTime.parse(time).atZone(WorkingCalendar.ZONE).toInstant());
  }

  @Test
  void aDayIsTurnedOnce() {
    itIs("2026-03-03T00:00:05");
    watch.turnTheDay();
    itIs("2026-03-03T00:00:35");
    watch.turnTheDay();
    verify(days, times(1)).turn();

    itIs("2026-03-04T00:00:05");
    watch.turnTheDay();
    verify(days, times(2)).turn();
  }

  @Test
  void aDayThatCouldNotBeTurnedIsTriedAgain() {
    itIs("2026-03-03T00:00:05");
    doThrow(new IllegalStateException("away")).doNothing().when(days).turn();

    assertThatThrownBy(watch::turnTheDay).hasMessage("away");
    watch.turnTheDay();
    watch.turnTheDay();

    verify(days, times(2)).turn();
  }
}
