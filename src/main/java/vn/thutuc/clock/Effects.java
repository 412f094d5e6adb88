package vn.thutuc.clock;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a pause did to the end. */
final class Effects {

  private Effects() {}

  static Phrase goOn(Counting counting, EndMark mark, TermUnit unit, Reckoning.Wait wait) {
    return switch (unit) {
      case WORKING_DAY, SAME_DAY -> added(workingDays(counting, wait), TermUnit.WORKING_DAY);
      case DAY, MONTH -> added(Counting.days(wait.from(), wait.to()), TermUnit.DAY);
      case WORKING_HOUR -> left(counting.workingTimeLeft(mark, wait.from()), wait, true);
      case CLOCK_HOUR -> left(counting.clockTimeLeft(mark, wait.from()), wait, false);
    };
  }

  private static long workingDays(Counting counting, Reckoning.Wait wait) {
    return counting.workingDays(wait.from(), wait.to());
  }

  private static Phrase added(long amount, TermUnit unit) {
    return new Phrase(
        "cộng %s %s".formatted(amount, unit.vietnamese()),
        "%s %s%s added".formatted(amount, unit.english(), amount == 1 ? "" : "s"));
  }

  private static Phrase left(Duration left, Reckoning.Wait wait, boolean worked) {
    String since = Wording.moment(wait.to());
    return new Phrase(
        "còn %s%s, tính tiếp từ %s"
            .formatted(Wording.vietnamese(left), worked ? " làm việc" : "", since),
        "%s%s left, counted on from %s"
            .formatted(Wording.english(left), worked ? " of work" : "", since));
  }

  static Phrase more(Term amount) {
    return new Phrase(", thêm " + amount.vietnamese(), ", then " + amount.english() + " more");
  }

  static Phrase restart(Term term, List<Term> granted, LocalDateTime resume) {
    return new Phrase(
        "tính lại từ đầu từ %s: %s%s"
            .formatted(
                Wording.moment(resume),
                term.vietnamese(),
                granted.stream()
                    .map(amount -> " và gia hạn " + amount.vietnamese())
                    .collect(Collectors.joining())),
        "counted again from %s: %s%s"
            .formatted(
                Wording.moment(resume),
                term.english(),
                granted.stream()
                    .map(amount -> " and an extension of " + amount.english())
                    .collect(Collectors.joining())));
  }

  static Phrase countInstead(Term amount, LocalDateTime resume) {
    return new Phrase(
        "từ %s tính %s thay cho phần còn lại"
            .formatted(Wording.moment(resume), amount.vietnamese()),
        "from %s a term of %s instead of what was left"
            .formatted(Wording.moment(resume), amount.english()));
  }
}
