package vn.thutuc.tracking;

import java.text.Collator;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierChanged;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * The public figures of the agencies by month. A dossier leaves a mark when it is accepted and one
 * when its settlement ends, in that transaction; the marks are counted afterwards, each once, so
 * that no officer's act waits for a counter and no question reads dossiers.
 */
@Service
public class Figures {

  private static final Set<JournalEvent> ENDS =
      EnumSet.of(JournalEvent.READY, JournalEvent.WITHDRAWN, JournalEvent.STOPPED);

  private static final int PAGE = 1_000;

  private final FigureRows rows;
  private final Organisation organisation;
  private final Now now;
  private final TransactionTemplate transaction;

  Figures(
      FigureRows rows,
      Organisation organisation,
      Now now,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.organisation = organisation;
    this.now = now;
    this.transaction = new TransactionTemplate(transactions);
  }

  @EventListener
  void changed(DossierChanged change) {
    if (change.event() == JournalEvent.ACCEPTED) {
      rows.wait(change.number(), FigureRows.What.ACCEPTED);
    } else if (ENDS.contains(change.event())) {
      rows.wait(change.number(), FigureRows.What.ENDED);
    }
  }

  /**
   * Counts what waits; one node at a time, the others leave it to that one.
   *
   * @return how many marks were counted
   */
  public int count() {
    int all = 0;
    int page;
    do {
      page = transaction.execute(status -> rows.isMyTurn() ? rows.count(PAGE, now.instant()) : 0);
      all += page;
    } while (page == PAGE);
    return all;
  }

  /**
   * An agency in a month: dossiers, and what applicants said whose first word fell into it.
   *
   * @param agency name of the agency
   * @param accepted dossiers accepted as complete
   * @param onTime settled with a result no later than the binding appointment
   * @param late settled with a result after it
   * @param noAppointment settled with a result, without an appointment to compare with
   * @param withoutResult withdrawn or stopped after acceptance
   * @param notContent applicants who are not content
   * @param content applicants who are content
   * @param veryContent applicants who are very content
   */
  public record Line(
      String agency,
      int accepted,
      int onTime,
      int late,
      int noAppointment,
      int withoutResult,
      int notContent,
      int content,
      int veryContent) {}

  /**
   * The figures of a month.
   *
   * @param month the month
   * @param first first month with figures; the month itself when there are none
   * @param last the present month
   * @param lines agencies by name; only those with a figure
   */
  public record Month(YearMonth month, YearMonth first, YearMonth last, List<Line> lines) {}

  /**
   * The figures of a month, as last counted.
   *
   * @param month null for the present one
   * @throws DossierProblem for a month that has not begun
   */
  @Transactional(readOnly = true)
  public Month of(YearMonth month) {
    YearMonth present = YearMonth.from(now.local());
    YearMonth asked = month == null ? present : month;
    if (asked.isAfter(present)) {
      throw DossierProblem.invalid(
          "month-to-come", "month", "Tháng này chưa đến nên chưa có số liệu. Hãy chọn tháng khác.");
    }
    YearMonth first = rows.first().map(YearMonth::from).orElse(present);
    return new Month(
        asked,
        first.isAfter(present) ? present : first,
        present,
        rows.of(asked).stream().map(this::line).sorted(byName()).toList());
  }

  private static Comparator<Line> byName() {
    Collator vietnamese = Collator.getInstance(Locale.forLanguageTag("vi"));
    return Comparator.comparing(Line::agency, vietnamese);
  }

  private Line line(FigureRows.Row row) {
    return new Line(
        organisation.unit(row.agency()).map(UnitView::name).orElse(row.agency()),
        row.accepted(),
        row.onTime(),
        row.late(),
        row.noAppointment(),
        row.withoutResult(),
        row.notContent(),
        row.content(),
        row.veryContent());
  }
}
