package vn.thutuc.portal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.dossier.Capacities;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierVisibility;

/**
 * Dossiers submitted at the portal that wait for their desk, for the people of the desk, and what
 * came and could not be taken, for administrators.
 */
@Service
@Transactional(readOnly = true)
public class ArrivalList {

  /** Most rows of a page. */
  public static final int MOST = 100;

  private static final int MOST_PAGES = 1_000;
  private static final Set<String> DESK = Set.of("one-stop-officer", "head", "leader");

  private final JdbcClient jdbc;
  private final ArrivalRows rows;
  private final Capacities capacities;
  private final DossierDocuments documents;
  private final DossierVisibility visibility;

  ArrivalList(
      JdbcClient jdbc,
      ArrivalRows rows,
      Capacities capacities,
      DossierDocuments documents,
      DossierVisibility visibility) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.capacities = capacities;
    this.documents = documents;
    this.visibility = visibility;
  }

  /**
   * One that waits. Times are local to Asia/Ho_Chi_Minh.
   *
   * @param card the dossier in short
   * @param portalNumber its number at the portal
   * @param files how many files came with it
   * @param mine whether the caller receives at its desk
   */
  public record Waiting(DossierDocuments.Card card, String portalNumber, int files, boolean mine) {}

  /**
   * A page, the longest waiting first.
   *
   * @param more whether there is another page
   */
  public record Page(List<Waiting> items, int page, boolean more) {}

  /** What came and is no dossier here yet; refused ones say why. */
  public record Untaken(
      String portalNumber, LocalDateTime cameAt, boolean refused, String problem) {}

  private record Row(String number, String portalNumber, int files, String desk) {}

  /**
   * A page of what waits for the caller's desks; who reads everything sees all desks.
   *
   * @throws DossierProblem when there is no such page or the caller receives nowhere
   */
  public Page page(int page, int size) {
    if (page < 0 || page > MOST_PAGES || size < 1 || size > MOST) {
      throw DossierProblem.invalid(
          "page-out-of-range",
          "page",
          "Trang không hợp lệ: trang từ 0 đến %d, mỗi trang từ 1 đến %d dòng."
              .formatted(MOST_PAGES, MOST));
    }
    Set<String> mine = capacities.led(DESK);
    boolean all = mine.isEmpty() && visibility.readsAll();
    if (mine.isEmpty() && !all) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "receives-nothing",
          null,
          "Danh sách này dành cho bộ phận một cửa và lãnh đạo đơn vị.");
    }
    List<Row> found = waiting(mine, all, page, size);
    List<Row> shown = found.subList(0, Math.min(size, found.size()));
    Map<String, DossierDocuments.Card> cards =
        documents.cards(shown.stream().map(Row::number).toList());
    Set<String> desks = capacities.led(Set.of("one-stop-officer"));
    List<Waiting> items =
        shown.stream()
            .flatMap(
                row ->
                    Optional.ofNullable(cards.get(row.number())).stream()
                        .map(
                            card ->
                                new Waiting(
                                    card,
                                    row.portalNumber(),
                                    row.files(),
                                    desks.contains(row.desk()))))
            .toList();
    return new Page(items, page, found.size() > size);
  }

  private List<Row> waiting(Set<String> desks, boolean all, int page, int size) {
    return jdbc.sql(
            """
            select d.number, d.external_id, d.desk_unit,
              (select count(*) from document f
               where f.dossier_id = d.id and f.removed_at is null) as files
            from dossier d
            where d.state = 1 and d.source_system = 'DVCQG'
              and (:all or d.desk_unit = any(:desks))
            order by d.received_at, d.id limit :size offset :offset
            """)
        .param("all", all)
        .param("desks", desks.toArray(String[]::new))
        .param("size", size + 1)
        .param("offset", (long) page * size)
        .query(
            (row, index) ->
                new Row(
                    row.getString("number"),
                    row.getString("external_id"),
                    row.getInt("files"),
                    row.getString("desk_unit")))
        .list();
  }

  /** The newest that could not be taken yet; asked after the right of an administrator was. */
  public List<Untaken> untaken() {
    return rows.untaken(MOST).stream()
        .map(
            row ->
                new Untaken(
                    row.portalNumber(),
                    LocalDateTime.ofInstant(row.cameAt(), WorkingCalendar.ZONE).withNano(0),
                    row.state() == ArrivalRows.State.REFUSED,
                    row.problem()))
        .toList();
  }

  /**
   * Has one asked for again; asked after the right of an administrator was.
   *
   * @throws DossierProblem when there is none that is not taken
   */
  @Transactional
  public void again(String portalNumber) {
    if (!rows.again(portalNumber)) {
      throw DossierProblem.conflict(
          "arrival-not-open", "Hồ sơ này đã được nhận hoặc không có. Hãy tải lại danh sách.");
    }
  }
}
