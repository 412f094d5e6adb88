package vn.thutuc.almanac;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.thutuc.calendar.WorkingHours;

/** Working hours as a text: {@code 07:30-11:30 13:30-17:30}. */
final class SlotsText {

  private SlotsText() {}

  /**
   * @throws AlmanacProblem when the text is not of that form
   */
  static WorkingHours parse(String text) {
    try {
      List<WorkingHours.Slot> slots =
          Arrays.stream(text.strip().split("[\\s,;]+"))
              .map(slot -> slot.split("-", 2))
              .map(
                  ends -> new WorkingHours.Slot(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
              .toList();
      return new WorkingHours(slots);
    } catch (DateTimeParseException | ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
      throw new AlmanacProblem(
          "hours-malformed",
          "slots",
          "Giờ làm việc \"%s\" không hợp lệ. Hãy viết dạng 07:30-11:30 13:30-17:30."
              .formatted(text));
    }
  }

  static String text(WorkingHours hours) {
    return hours.slots().stream()
        .map(slot -> slot.from() + "-" + slot.to())
        .collect(Collectors.joining(" "));
  }
}
