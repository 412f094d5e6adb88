package vn.thutuc.clock;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Collects the facts of a deadline, one line each, in the order they are counted. */
final class Explanation {

  private final List<Line> lines = new ArrayList<>();

  List<Line> lines() {
    return lines;
  }

  void received(LocalDateTime received) {
    add(
        LineCode.RECEIVED,
        "Tiếp nhận " + Wording.vietnamese(received),
        "Received " + Wording.english(received),
        received,
        received);
  }

  void countedFrom(LocalDateTime received, LocalDateTime effective) {
    if (effective.equals(received)) {
      return;
    }
    add(
        LineCode.COUNTED_FROM,
        "Ngoài giờ làm việc: tính từ " + Wording.vietnamese(effective),
        "Outside working hours: counted from " + Wording.english(effective),
        received,
        effective);
  }

  void firstDay(Term term, LocalDateTime effective) {
    switch (term.unit()) {
      case WORKING_DAY, DAY, MONTH -> firstDayNotCounted(effective);
      case SAME_DAY -> cutOff(term, effective);
      case WORKING_HOUR, CLOCK_HOUR -> {}
    }
  }

  private void firstDayNotCounted(LocalDateTime effective) {
    String day = Wording.day(effective.toLocalDate());
    add(
        LineCode.FIRST_DAY_NOT_COUNTED,
        "Không tính ngày đầu " + day,
        "First day " + day + " not counted",
        effective,
        effective);
  }

  private void cutOff(Term term, LocalDateTime effective) {
    if (Counting.isBeforeCutOff(term, effective)) {
      return;
    }
    add(
        LineCode.AFTER_CUT_OFF,
        "Nhận từ %s trở đi: trả kết quả trong ngày làm việc tiếp theo".formatted(term.cutOff()),
        "Received at or after %s: ends on the next working day".formatted(term.cutOff()),
        effective,
        effective);
  }

  void termEnds(Term term, LocalDateTime from, LocalDateTime end) {
    add(
        LineCode.TERM_ENDS,
        "Thời hạn %s: đến %s".formatted(term.vietnamese(), Wording.moment(end)),
        "Term of %s: until %s".formatted(term.english(), Wording.moment(end)),
        from,
        end);
  }

  void paused(Pause pause, Phrase effect, LocalDateTime end) {
    String span = Wording.moments(pause.from(), pause.to()) + Wording.ground(pause.ground());
    add(
        LineCode.PAUSED,
        "Tạm dừng %s: %s, đến %s".formatted(span, effect.vietnamese(), Wording.moment(end)),
        "Paused %s: %s, until %s".formatted(span, effect.english(), Wording.moment(end)),
        pause.from(),
        pause.to());
  }

  void pauseTooLate(Pause pause, LocalDateTime end) {
    String what = Wording.moment(pause.from()) + Wording.ground(pause.ground());
    add(
        LineCode.PAUSE_TOO_LATE,
        "Tạm dừng từ %s: đã quá hạn %s, không tính".formatted(what, Wording.moment(end)),
        "Pause from %s: after the end %s, not counted".formatted(what, Wording.moment(end)),
        pause.from(),
        pause.to());
  }

  void extended(Extension extension, LocalDateTime end) {
    String what = Wording.moment(extension.at()) + Wording.ground(extension.ground());
    Term amount = extension.amount();
    add(
        LineCode.EXTENDED,
        "Gia hạn %s: cộng %s, đến %s".formatted(what, amount.vietnamese(), Wording.moment(end)),
        "Extended %s: %s added, until %s".formatted(what, amount.english(), Wording.moment(end)),
        extension.at(),
        extension.at());
  }

  void extensionTooLate(Extension extension, LocalDateTime end) {
    String what = Wording.moment(extension.at()) + Wording.ground(extension.ground());
    add(
        LineCode.EXTENSION_TOO_LATE,
        "Gia hạn %s: đã quá hạn %s, không tính".formatted(what, Wording.moment(end)),
        "Extension %s: after the end %s, not counted".formatted(what, Wording.moment(end)),
        extension.at(),
        extension.at());
  }

  /** Drops the line of the bare term if nothing came after it: the last line says the same. */
  void dropRepeatedTerm() {
    int last = lines.size() - 1;
    if (lines.get(last).code().equals(LineCode.TERM_ENDS.name())) {
      lines.remove(last);
    }
  }

  void due(Term term, LocalDateTime end) {
    add(
        LineCode.DUE,
        "Hết hạn %s (thời hạn %s)".formatted(Wording.vietnamese(end), term.vietnamese()),
        "Due %s (the term was %s)".formatted(Wording.english(end), term.english()),
        end,
        end);
  }

  void pausedNow(Pause pause) {
    String since = Wording.moment(pause.from()) + Wording.ground(pause.ground());
    add(
        LineCode.PAUSED_NOW,
        "Đang tạm dừng từ %s: chưa có ngày hết hạn".formatted(since),
        "Paused since %s: no due date".formatted(since),
        pause.from(),
        null);
  }

  void noTerm(LocalDateTime received) {
    add(
        LineCode.NO_TERM,
        "Không quy định thời hạn: ngày hẹn do bộ phận một cửa ấn định, kèm căn cứ",
        "No statutory term: the desk sets the appointment, with a ground",
        received,
        null);
  }

  void add(LineCode code, Phrase phrase, LocalDateTime from, LocalDateTime to) {
    add(code, phrase.vietnamese(), phrase.english(), from, to);
  }

  private void add(
      LineCode code, String vietnamese, String english, LocalDateTime from, LocalDateTime to) {
    lines.add(new Line(code.name(), vietnamese, english, from, to));
  }
}
