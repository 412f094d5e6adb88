package vn.thutuc.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.NationalState;

/** The lists of papers handed over, as the people of the two units read them. */
@Service
@Transactional(readOnly = true)
public class HandoverLists {

  /** Most rows a page. */
  static final int MOST = 100;

  private static final int MOST_PAGES = 1_000;

  private final HandoverRows rows;
  private final HandoverLineRows lines;
  private final HandoverSides sides;
  private final Catalogue catalogue;
  private final Now now;

  HandoverLists(
      HandoverRows rows,
      HandoverLineRows lines,
      HandoverSides sides,
      Catalogue catalogue,
      Now now) {
    this.rows = rows;
    this.lines = lines;
    this.sides = sides;
    this.catalogue = catalogue;
    this.now = now;
  }

  /** Which lists. */
  public enum Box {
    /** Being made by the caller's units, or left behind by a unit that has ended. */
    DRAFT,
    /** Sent to the caller's units and not confirmed. */
    INCOMING,
    /** Sent by the caller's units, or by one that has ended, and not confirmed. */
    OUTGOING,
    /** Confirmed or taken back, of either side. */
    DONE
  }

  /**
   * A page.
   *
   * @param items what is on it
   * @param page number of the page, from 0
   * @param more whether another follows
   */
  public record Page<T>(List<T> items, int page, boolean more) {}

  /** A list with its lines, in the order of scanning. */
  public record Whole(HandoverBatch batch, List<HandoverLine> lines) {}

  /**
   * The units that papers go between.
   *
   * @param mine those the caller gives and takes for, their own and service centres first
   * @param all every unit that papers can go to, by name
   */
  public record Units(List<HandoverBatch.UnitRef> mine, List<HandoverBatch.UnitRef> all) {}

  /** The units that papers go between. */
  public Units units() {
    return new Units(sides.mineDesksFirst(), sides.all());
  }

  /**
   * A page of lists: those not confirmed from the oldest on, those done from the newest back.
   *
   * @param page number of the page, from 0
   * @param size rows a page, 1 to 100
   * @throws DossierProblem when there can be no such page
   */
  public Page<HandoverBatch> page(Box box, int page, int size) {
    requirePage(page, size);
    HandoverRows.Part part = HandoverRows.Part.of(page, size);
    HandoverSides.Sight sight = sides.sight();
    List<HandoverRow> found =
        switch (box) {
          case DRAFT -> rows.open(sight.lookedAfter(), false, HandoverBatch.State.DRAFT, part);
          case INCOMING -> rows.open(sight.mine(), true, HandoverBatch.State.SENT, part);
          case OUTGOING -> rows.open(sight.lookedAfter(), false, HandoverBatch.State.SENT, part);
          case DONE -> rows.done(sight.mine(), part);
        };
    List<HandoverRow> shown = found.stream().limit(size).toList();
    UnaryOperator<String> names = sides.people(shown.stream().flatMap(HandoverLists::people));
    return new Page<>(
        shown.stream().map(row -> view(row, sight, names)).toList(), page, found.size() > size);
  }

  private static Stream<String> people(HandoverRow row) {
    return Stream.of(row.openedBy(), row.sentBy(), row.confirmedBy());
  }

  /** What was not confirmed and is still looked for, of either side, oldest first. */
  public Page<HandoverLine> missing(int page, int size) {
    requirePage(page, size);
    HandoverSides.Sight sight = sides.sight();
    List<HandoverLineRow> found =
        lines.missing(sight.lookedAfter(), HandoverRows.Part.of(page, size));
    List<HandoverLineRow> shown = found.stream().limit(size).toList();
    Map<Long, HandoverRow> batches =
        rows.find(shown.stream().map(HandoverLineRow::batch).distinct().toList()).stream()
            .collect(Collectors.toMap(HandoverRow::id, Function.identity()));
    UnaryOperator<String> names = people(batches.values(), shown);
    return new Page<>(
        shown.stream().map(line -> view(line, batches.get(line.batch()), sight, names)).toList(),
        page,
        found.size() > size);
  }

  private UnaryOperator<String> people(
      Collection<HandoverRow> batches, Collection<HandoverLineRow> some) {
    return sides.people(
        Stream.concat(
            batches.stream().flatMap(HandoverLists::people),
            some.stream().map(HandoverLineRow::decidedBy)));
  }

  /**
   * A list with its lines.
   *
   * @throws DossierProblem when there is none or the caller stands on neither side
   */
  public Whole whole(long id) {
    HandoverRow batch = rows.find(id).orElseThrow(HandoverSides::notFound);
    HandoverSides.Sight sight = sides.requireRead(batch);
    List<HandoverLineRow> all = lines.of(id);
    UnaryOperator<String> names = people(List.of(batch), all);
    return new Whole(
        view(batch, sight, names),
        all.stream().map(line -> view(line, batch, sight, names)).toList());
  }

  /**
   * The list with a printed number, as a scanner reads it from the paper.
   *
   * @throws DossierProblem when there is none or the caller stands on neither side
   */
  public Whole whole(String code) {
    return whole(
        rows.findByCode(code == null ? "" : code.strip())
            .map(HandoverRow::id)
            .orElseThrow(HandoverSides::notFound));
  }

  HandoverLine line(long id) {
    HandoverLineRow line = lines.find(id).orElseThrow(HandoverSides::notFound);
    return whole(line.batch()).lines().stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .orElseThrow(HandoverSides::notFound);
  }

  private HandoverBatch view(
      HandoverRow row, HandoverSides.Sight sight, UnaryOperator<String> names) {
    return new HandoverBatch(
        row.id(),
        row.code(),
        row.state(),
        sides.ref(row.fromUnit()),
        sides.ref(row.toUnit()),
        names.apply(row.openedBy()),
        local(row.openedAt()),
        names.apply(row.sentBy()),
        local(row.sentAt()),
        names.apply(row.confirmedBy()),
        local(row.confirmedAt()),
        row.lines(),
        row.received(),
        row.missing(),
        row.withdrawn(),
        days(row.sentAt()),
        sight.gives(row),
        sight.takesBack(row),
        sides.mayTake(row, sight.mine()));
  }

  private HandoverLine view(
      HandoverLineRow line,
      HandoverRow batch,
      HandoverSides.Sight sight,
      UnaryOperator<String> names) {
    return new HandoverLine(
        line.id(),
        batch.id(),
        batch.code(),
        line.ordinal(),
        line.number(),
        title(line),
        line.applicant(),
        NationalState.of(line.dossierState()).label(),
        local(line.appointment()),
        line.state(),
        line.state().label(),
        sides.ref(batch.fromUnit()),
        sides.ref(batch.toUnit()),
        names.apply(batch.sentBy()),
        local(batch.sentAt()),
        days(batch.sentAt()),
        names.apply(line.decidedBy()),
        local(line.decidedAt()),
        line.reason(),
        line.state().isUnderWay() && sight.takesBack(batch),
        line.state().isUnderWay() && sides.mayTake(batch, sight.mine()));
  }

  private String title(HandoverLineRow line) {
    LocalDateTime day =
        line.factsDay() == null ? local(line.receivedAt()) : line.factsDay().atStartOfDay();
    return catalogue
        .find(line.procedure(), day)
        .map(Procedure::shortTitle)
        .orElse(line.procedure());
  }

  private long days(Instant sent) {
    LocalDate today = now.local().toLocalDate();
    return sent == null
        ? 0
        : ChronoUnit.DAYS.between(LocalDate.ofInstant(sent, WorkingCalendar.ZONE), today);
  }

  private static LocalDateTime local(Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, WorkingCalendar.ZONE).withNano(0);
  }

  private static void requirePage(int page, int size) {
    if (page < 0 || page > MOST_PAGES || size < 1 || size > MOST) {
      throw DossierProblem.invalid(
          "page-out-of-range",
          "page",
          "Trang không hợp lệ: trang từ 0 đến %d, mỗi trang từ 1 đến %d dòng."
              .formatted(MOST_PAGES, MOST));
    }
  }
}
