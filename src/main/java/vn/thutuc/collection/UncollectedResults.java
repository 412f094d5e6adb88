package vn.thutuc.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Capacities;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * The list of results that are ready and not collected, for the people of the desk that returns
 * them. Days are calendar days, from the day the result was ready, or came back from the post; how
 * many make a result uncollected is a setting of the house and no rule of law.
 */
@Service
@Transactional(readOnly = true)
public class UncollectedResults {

  /** Who works at the place of return, and who leads it. */
  static final Set<String> RETURN = Set.of("one-stop-officer", "head", "leader");

  private static final int MOST = 100;
  private static final int MOST_PAGES = 1_000;
  private static final int MOST_DAYS = 3_650;

  private final UncollectedRows rows;
  private final Capacities capacities;
  private final Organisation organisation;
  private final Catalogue catalogue;
  private final CollectionSettings settings;
  private final Now now;

  UncollectedResults(
      UncollectedRows rows,
      Capacities capacities,
      Organisation organisation,
      Catalogue catalogue,
      CollectionSettings settings,
      Now now) {
    this.rows = rows;
    this.capacities = capacities;
    this.organisation = organisation;
    this.catalogue = catalogue;
    this.settings = settings;
    this.now = now;
  }

  /**
   * A result that waits. Times are local to Asia/Ho_Chi_Minh.
   *
   * @param number number of the dossier
   * @param procedure short title of its procedure
   * @param owner name of the owner
   * @param phone telephone of the owner, else of the submitter; null when neither gave one
   * @param submitter name of the submitter when it is another; may be null
   * @param unit name of the place of return
   * @param cameBack whether the post brought it back
   * @param appointment appointment in force; null without one
   * @param readyAt since when the result is ready
   * @param since since when it waits at the counter: since it is ready, or since the post brought
   *     it back
   * @param days whole days since then
   * @param reminders how often the applicant was reminded
   * @param remindedAt when last; null when never
   */
  public record Uncollected(
      String number,
      String procedure,
      String owner,
      String phone,
      String submitter,
      String unit,
      boolean cameBack,
      LocalDateTime appointment,
      LocalDateTime readyAt,
      LocalDateTime since,
      long days,
      int reminders,
      LocalDateTime remindedAt) {}

  /**
   * A page.
   *
   * @param items what is on it, the longest waiting first
   * @param page number of the page, from 0
   * @param size rows a page
   * @param total how many there are
   * @param days days that a listed result has waited at least
   * @param remindAfter after how many days the house reminds by itself; 0 for never
   * @param remindEvery days between two such reminders
   * @param remindMost most reminders by the house
   */
  public record Page(
      List<Uncollected> items,
      int page,
      int size,
      long total,
      int days,
      int remindAfter,
      int remindEvery,
      int remindMost) {}

  /**
   * A page of the list.
   *
   * @param days days waited at least, 0 to 3,650; null for the house's setting
   * @param page number of the page, from 0
   * @param size rows a page, 1 to 100
   * @throws DossierProblem when there can be no such page or the caller returns no results
   */
  public Page page(Integer days, int page, int size) {
    int least = days == null ? settings.days() : days;
    if (least < 0 || least > MOST_DAYS) {
      throw DossierProblem.invalid(
          "days-out-of-range", "days", "Số ngày phải từ 0 đến %d.".formatted(MOST_DAYS));
    }
    if (page < 0 || page > MOST_PAGES || size < 1 || size > MOST) {
      throw DossierProblem.invalid(
          "page-out-of-range",
          "page",
          "Trang không hợp lệ: trang từ 0 đến %d, mỗi trang từ 1 đến %d dòng."
              .formatted(MOST_PAGES, MOST));
    }
    Set<String> units = units();
    Instant before = before(least);
    return new Page(
        rows.of(units, before, size, (long) page * size).stream().map(this::view).toList(),
        page,
        size,
        rows.count(units, before),
        least,
        settings.remindAfter(),
        settings.remindEvery(),
        settings.remindMost());
  }

  /** The places of return the caller works for. */
  Set<String> units() {
    Set<String> units = capacities.led(RETURN);
    if (units.isEmpty()) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "returns-no-results",
          null,
          "Danh sách này dành cho Bộ phận Một cửa trả kết quả và lãnh đạo đơn vị.");
    }
    return units;
  }

  /** For whom the current actor acts at a place of return; null in their own right. */
  String behalf(String unit) {
    return capacities.overAny(unit, RETURN).map(Capacities.Capacity::onBehalfOf).orElse(null);
  }

  /** What waits since before this moment has waited so many whole days. */
  Instant before(int days) {
    return now.local()
        .toLocalDate()
        .minusDays(days - 1L)
        .atStartOfDay(WorkingCalendar.ZONE)
        .toInstant();
  }

  long days(Instant since) {
    return ChronoUnit.DAYS.between(
        LocalDate.ofInstant(since, WorkingCalendar.ZONE), now.local().toLocalDate());
  }

  private Uncollected view(UncollectedRows.Row row) {
    return new Uncollected(
        row.number(),
        title(row),
        row.owner(),
        row.ownerPhone() == null ? row.submitterPhone() : row.ownerPhone(),
        row.submitter(),
        organisation.unit(row.unit()).map(UnitView::name).orElse(row.unit()),
        row.cameBack(),
        local(row.appointment()),
        local(row.readyAt()),
        local(row.since()),
        days(row.since()),
        row.reminders(),
        local(row.remindedAt()));
  }

  private String title(UncollectedRows.Row row) {
    LocalDateTime day =
        row.factsDay() == null ? local(row.receivedAt()) : row.factsDay().atStartOfDay();
    return catalogue.find(row.procedure(), day).map(Procedure::shortTitle).orElse(row.procedure());
  }

  static LocalDateTime local(Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, WorkingCalendar.ZONE).withNano(0);
  }
}
