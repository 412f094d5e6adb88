package vn.thutuc.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {

  private static final WorkingHours.Slot MORNING = slot("07:30", "11:30");
  private static final WorkingHours.Slot AFTERNOON = slot("13:30", "17:30");

  @Test
  void makesEightHoursADay() {
    assertThat(WorkingHours.usual().perDay()).isEqualTo(Duration.ofHours(8));
    assertThat(WorkingHours.usual().opening()).isEqualTo("07:30");
    assertThat(WorkingHours.usual().closing()).isEqualTo("17:30");
  }

  @Test
  void refusesADayWithoutSlots() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WorkingHours(List.of()));
  }

  @Test
  void refusesSlotsOutOfOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkingHours(List.of(AFTERNOON, MORNING)))
        .withMessageContaining("13:30-17:30");
  }

  @Test
  void refusesSlotsThatTouch() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkingHours(List.of(MORNING, slot("11:30", "12:00"))));
  }

  @Test
  void refusesASlotThatGoesBackwards() {
    assertThatIllegalArgumentException().isThrownBy(() -> slot("11:30", "07:30"));
  }

  private static WorkingHours.Slot slot(String from, String to) {
    return new WorkingHours.Slot(LocalTime.parse(from), LocalTime.parse(to));
  }
}
