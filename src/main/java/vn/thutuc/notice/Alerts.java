package vn.thutuc.notice;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/** The bell: each reads what the ladder told them, and nobody else's. */
@Service
public class Alerts {

  private static final int MOST = 50;

  /** Beyond this the bell says "99+". */
  private static final int COUNTED = 100;

  private final AlertRows rows;
  private final DossierDocuments documents;
  private final Organisation organisation;
  private final CurrentActor actor;
  private final Now now;

  Alerts(
      AlertRows rows,
      DossierDocuments documents,
      Organisation organisation,
      CurrentActor actor,
      Now now) {
    this.rows = rows;
    this.documents = documents;
    this.organisation = organisation;
    this.actor = actor;
    this.now = now;
  }

  /**
   * An alert.
   *
   * @param number number of the dossier
   * @param text what was told, in Vietnamese
   * @param unit name of the unit that settles the dossier
   * @param at when, local to Asia/Ho_Chi_Minh
   * @param read whether its reader has read it
   * @param card the dossier as it stands now; null when the reader may not see it
   */
  public record Alert(
      long id,
      String number,
      String text,
      String unit,
      LocalDateTime at,
      boolean read,
      DossierDocuments.Card card) {}

  /**
   * A page, the newest first.
   *
   * @param more whether there are older ones
   * @param unread how many are not read, counted up to 100
   */
  public record Page(List<Alert> alerts, boolean more, int unread) {}

  /** How many the caller has not read, counted up to 100. */
  public int unread() {
    return rows.unread(me(), COUNTED);
  }

  /**
   * A page of the caller's alerts.
   *
   * @param before id to page on from, exclusive; null for the newest
   * @param size alerts a page, 1 to 50
   * @throws DossierProblem when there can be no such page
   */
  public Page page(Long before, int size) {
    if (size < 1 || size > MOST) {
      throw DossierProblem.invalid(
          "page-out-of-range", "size", "Mỗi trang từ 1 đến %d cảnh báo.".formatted(MOST));
    }
    List<AlertRows.Row> found = rows.page(me(), before == null ? Long.MAX_VALUE : before, size + 1);
    List<AlertRows.Row> shown = found.subList(0, Math.min(size, found.size()));
    Map<String, DossierDocuments.Card> cards =
        documents.cards(shown.stream().map(AlertRows.Row::number).collect(Collectors.toSet()));
    return new Page(
        shown.stream().map(row -> view(row, cards.get(row.number()))).toList(),
        found.size() > size,
        unread());
  }

  /** The caller has read one; one that is not theirs stays as it is. */
  public void read(long id) {
    rows.read(me(), id, now.instant());
  }

  /** The caller has read all theirs up to one. */
  public void readUpTo(long id) {
    rows.readUpTo(me(), id, now.instant());
  }

  private Alert view(AlertRows.Row row, DossierDocuments.Card card) {
    return new Alert(
        row.id(),
        row.number(),
        AlertWords.of(row.distance()),
        organisation.unit(row.unit()).map(UnitView::name).orElse(row.unit()),
        LocalDateTime.ofInstant(row.at(), WorkingCalendar.ZONE).withNano(0),
        row.read(),
        card);
  }

  private String me() {
    return actor.get().personId();
  }
}
