package vn.thutuc.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thutuc.calendar.WorkingCalendar;

/** Counts one term through its pauses and extensions, in the order they happened. */
final class Reckoning {

  private final WorkingCalendar calendar;
  private final Counting counting;
  private final Term term;
  private final LocalDateTime received;
  private final Explanation explanation = new Explanation();
  private final CalendarFacts calendarFacts;
  private final Consulted consulted;
  private final List<Term> granted = new ArrayList<>();
  private final List<Wait> waits = new ArrayList<>();

  private TermUnit unit;
  private EndMark mark;
  private LocalDateTime begin;
  private LocalDateTime runningSince;
  private Pause open;

  /** An effective span of time that was not counted. */
  record Wait(LocalDateTime from, LocalDateTime to) {}

  private record Event(LocalDateTime at, Runnable count) {}

  Reckoning(WorkingCalendar calendar, Counting counting, Term term, LocalDateTime received) {
    this.calendar = calendar;
    this.counting = counting;
    this.term = term;
    this.received = received;
    this.calendarFacts = new CalendarFacts(calendar, explanation);
    this.consulted = new Consulted(calendar);
    receive();
  }

  private void receive() {
    begin = calendar.effective(received);
    runningSince = begin;
    unit = term.unit();
    mark = counting.start(term, begin);
    explanation.received(received);
    explanation.countedFrom(received, begin);
    explanation.firstDay(term, begin);
    consulted.days(received, begin);
    tellCount(unit, begin);
    explanation.termEnds(term, begin, end());
  }

  /** Counts everything that happened until an open pause. */
  Reckoning through(List<Pause> pauses, List<Extension> extensions) {
    for (Event event : inOrder(pauses, extensions)) {
      if (!isPaused()) {
        event.count().run();
      }
    }
    return this;
  }

  private List<Event> inOrder(List<Pause> pauses, List<Extension> extensions) {
    return Stream.concat(extensions.stream().map(this::event), pauses.stream().map(this::event))
        .sorted(Comparator.comparing(Event::at))
        .toList();
  }

  private Event event(Pause pause) {
    return new Event(pause.from(), () -> count(pause));
  }

  private Event event(Extension extension) {
    return new Event(extension.at(), () -> count(extension));
  }

  private void count(Extension extension) {
    LocalDateTime before = end();
    if (extension.at().isAfter(before)) {
      explanation.extensionTooLate(extension, before);
      return;
    }
    granted.add(extension.amount());
    mark = counting.lengthen(mark, extension.amount());
    tellCount(extension.amount().unit(), before);
    explanation.extended(extension, end());
  }

  private void count(Pause pause) {
    if (endedBeforeReception(pause)) {
      return;
    }
    if (pause.from().isAfter(end())) {
      explanation.pauseTooLate(pause, end());
    } else if (pause.isOpen()) {
      open = pause;
    } else {
      countClosed(pause);
    }
  }

  private boolean endedBeforeReception(Pause pause) {
    return !pause.isOpen() && pause.to().isBefore(received);
  }

  private void countClosed(Pause pause) {
    LocalDateTime from = later(calendar.effective(pause.from()), runningSince);
    LocalDateTime to = later(calendar.effective(pause.to()), from);
    Wait wait = new Wait(from, to);
    waits.add(wait);
    runningSince = to;
    if (pause.mode().startsAnew()) {
      consulted.forget();
    } else {
      consulted.days(pause.from(), from);
    }
    consulted.days(pause.to(), to);
    Phrase effect = apply(pause, wait);
    explanation.paused(pause, effect, end());
  }

  private Phrase apply(Pause pause, Wait wait) {
    return switch (pause.mode()) {
      case CONTINUE -> goOn(wait);
      case PLUS -> goOn(wait).then(more(pause.amount()));
      case RESTART -> restart(wait.to());
      case WITH -> countInstead(pause.amount(), wait.to());
    };
  }

  private Phrase goOn(Wait wait) {
    LocalDateTime before = end();
    Phrase effect = Effects.goOn(counting, mark, unit, wait);
    mark = counting.resume(mark, unit, wait.from(), wait.to());
    if (unit.skipsDaysOff()) {
      consulted.days(wait.from(), wait.to());
    }
    tellCount(unit, before);
    return effect;
  }

  private Phrase more(Term amount) {
    LocalDateTime before = end();
    mark = counting.lengthen(mark, amount);
    tellCount(amount.unit(), before);
    return Effects.more(amount);
  }

  private Phrase restart(LocalDateTime resume) {
    begin = resume;
    unit = term.unit();
    mark = counting.start(term, resume);
    tellCount(unit, resume);
    granted.forEach(this::more);
    return Effects.restart(term, granted, resume);
  }

  private Phrase countInstead(Term amount, LocalDateTime resume) {
    unit = amount.unit();
    mark = counting.start(amount, resume);
    tellCount(unit, resume);
    return Effects.countInstead(amount, resume);
  }

  private void tellCount(TermUnit counted, LocalDateTime from) {
    LocalDateTime end = end();
    if (counted.skipsDaysOff()) {
      consulted.days(from, end);
      calendarFacts.walked(from.toLocalDate(), end.toLocalDate());
    } else {
      consulted.days(mark.unrolled(), end);
      calendarFacts.rolled(mark, end);
    }
  }

  private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  /** The moment from which the present count runs: reception, or the last restart. */
  LocalDateTime begin() {
    return begin;
  }

  /** What was waited, in order and without overlap. */
  List<Wait> waits() {
    return waits;
  }

  /** Where the count ends if nothing more happens; without meaning while paused. */
  LocalDateTime end() {
    return counting.end(mark);
  }

  boolean isPaused() {
    return open != null;
  }

  Deadline deadline() {
    if (isPaused()) {
      explanation.pausedNow(open);
      return new Deadline(null, Deadline.Status.PAUSED, false, explanation.lines());
    }
    LocalDateTime end = end();
    Optional<LocalDate> provisional = consulted.firstProvisional();
    explanation.dropRepeatedTerm();
    provisional.ifPresent(day -> calendarFacts.provisional(day, end));
    explanation.due(term, end);
    return new Deadline(end, Deadline.Status.RUNNING, provisional.isPresent(), explanation.lines());
  }
}
