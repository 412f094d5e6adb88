package vn.thutuc.clock;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A limit of time as a procedure states it, for example {@code 5wd}.
 *
 * @param amount how many units, from one to {@value #LARGEST}; one for {@link TermUnit#SAME_DAY}
 * @param unit what is counted
 * @param cutOff for {@link TermUnit#SAME_DAY} the time of day, in the calendar's zone, from which
 *     on a reception ends on the next working day, 15:00 if given as null; null for all other units
 */
public record Term(int amount, TermUnit unit, LocalTime cutOff) {

  /** The cut-off of a same-day term whose facts name none (wording of procedure 1.001193). */
  public static final LocalTime USUAL_CUT_OFF = LocalTime.of(15, 0);

  /** The largest amount; whatever is larger is an error of entry. */
  public static final int LARGEST = 99_999;

  private static final Pattern COUNTED = Pattern.compile("([1-9]\\d{0,4})(wd|d|mo|wh|h)");
  private static final Pattern SAME_DAY = Pattern.compile("sd(?:@(\\d\\d:\\d\\d))?");
  private static final Map<String, TermUnit> BY_SUFFIX =
      Stream.of(TermUnit.values())
          .collect(Collectors.toUnmodifiableMap(TermUnit::suffix, Function.identity()));

  /**
   * Fills in the usual cut-off.
   *
   * @throws IllegalArgumentException if the amount or the cut-off does not suit the unit
   */
  public Term {
    Objects.requireNonNull(unit, "A term needs a unit.");
    if (amount < 1 || amount > LARGEST) {
      throw new IllegalArgumentException(
          "A term needs an amount from 1 to %s, not %s; an unknown term is null."
              .formatted(LARGEST, amount));
    }
    if (unit == TermUnit.SAME_DAY) {
      requireOne(amount);
      cutOff = cutOff == null ? USUAL_CUT_OFF : cutOff;
    } else if (cutOff != null) {
      throw new IllegalArgumentException("Only a same-day term has a cut-off, not " + unit + ".");
    }
  }

  private static void requireOne(int amount) {
    if (amount != 1) {
      throw new IllegalArgumentException("A same-day term has the amount 1, not " + amount + ".");
    }
  }

  /** A term of an amount of units. */
  public static Term of(int amount, TermUnit unit) {
    return new Term(amount, unit, null);
  }

  /**
   * Reads {@code 5wd}, {@code 10d}, {@code 2mo}, {@code 16wh}, {@code 24h}, {@code sd} or {@code
   * sd@16:00}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static Term parse(String text) {
    Matcher counted = COUNTED.matcher(text);
    if (counted.matches()) {
      return of(Integer.parseInt(counted.group(1)), BY_SUFFIX.get(counted.group(2)));
    }
    Matcher sameDay = SAME_DAY.matcher(text);
    if (sameDay.matches()) {
      return new Term(1, TermUnit.SAME_DAY, cutOff(text, sameDay.group(1)));
    }
    throw unreadable(text);
  }

  private static LocalTime cutOff(String text, String time) {
    try {
      return time == null ? null : LocalTime.parse(time);
    } catch (DateTimeException unreadable) {
      throw unreadable(text);
    }
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "'%s' is no term: write 5wd, 10d, 2mo, 16wh, 24h, sd or sd@16:00.".formatted(text));
  }

  /** The term in Vietnamese, for example {@code 5 ngày làm việc}. */
  public String vietnamese() {
    if (unit == TermUnit.SAME_DAY) {
      return unit.vietnamese() + (hasUsualCutOff() ? "" : " (nhận trước " + cutOff + ")");
    }
    return amount + " " + unit.vietnamese();
  }

  /** The term in English, for example {@code 5 working days}. */
  public String english() {
    if (unit == TermUnit.SAME_DAY) {
      return unit.english() + (hasUsualCutOff() ? "" : " (received before " + cutOff + ")");
    }
    return amount + " " + unit.english() + (amount == 1 ? "" : "s");
  }

  /** The written form that {@link #parse} reads. */
  @Override
  public String toString() {
    if (unit == TermUnit.SAME_DAY) {
      return unit.suffix() + (hasUsualCutOff() ? "" : "@" + cutOff);
    }
    return amount + unit.suffix();
  }

  private boolean hasUsualCutOff() {
    return USUAL_CUT_OFF.equals(cutOff);
  }
}
