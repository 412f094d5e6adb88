package vn.thutuc.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;

/**
 * The comparisons with the portal as administrators read and order them; asked after their right
 * was.
 */
@Service
@Transactional(readOnly = true)
public class Checks {

  private static final int REPORTS = 60;
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final PortalSettings settings;
  private final CheckRows rows;
  private final Now now;

  Checks(JdbcClient jdbc, PortalSettings settings, CheckRows rows, Now now) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.rows = rows;
    this.now = now;
  }

  /**
   * A comparison. Times are local to Asia/Ho_Chi_Minh.
   *
   * @param askedBy login id of who ordered it; null for the house itself
   * @param state WAITING, RUNNING, DONE or FAILED
   * @param problem why it failed; null when it did not
   */
  public record Report(
      long id,
      LocalDate day,
      String askedBy,
      String state,
      LocalDateTime begunAt,
      LocalDateTime endedAt,
      int theirs,
      int ours,
      int differences,
      int repaired,
      String problem) {}

  /** Whether the house is connected, and its latest comparisons, the newest first. */
  public record Overview(boolean connected, boolean lists, List<Report> reports) {}

  /**
   * A difference.
   *
   * @param number our dossier; null when it is missing here
   * @param label its kind, in Vietnamese
   */
  public record Line(
      long id,
      String portalNumber,
      String number,
      String label,
      String ours,
      String theirs,
      String repair) {}

  /** The latest comparisons. */
  public Overview overview() {
    List<Report> reports =
        jdbc.sql("select * from portal_check order by id desc limit ?")
            .param(REPORTS)
            .query(
                (row, index) ->
                    new Report(
                        row.getLong("id"),
                        row.getObject("day", LocalDate.class),
                        row.getString("asked_by"),
                        row.getString("state"),
                        local(row.getTimestamp("begun_at").toInstant()),
                        row.getTimestamp("ended_at") == null
                            ? null
                            : local(row.getTimestamp("ended_at").toInstant()),
                        row.getInt("theirs"),
                        row.getInt("ours"),
                        row.getInt("differences"),
                        row.getInt("repaired"),
                        row.getString("problem")))
            .list();
    return new Overview(settings.enabled(), settings.lists(), reports);
  }

  /** Differences of a comparison after a line, in the order they were found. */
  public List<Line> differences(long check, long after) {
    return jdbc.sql(
            """
            select f.*, d.number from portal_difference f left join dossier d on d.id = f.dossier_id
            where f.check_id = ? and f.id > ? order by f.id limit ?
            """)
        .param(check)
        .param(after)
        .param(MOST)
        .query(
            (row, index) ->
                new Line(
                    row.getLong("id"),
                    row.getString("portal_number"),
                    row.getString("number"),
                    Difference.Kind.valueOf(row.getString("kind")).label(),
                    row.getString("ours"),
                    row.getString("theirs"),
                    row.getString("repair")))
        .list();
  }

  /**
   * Orders a comparison by hand; it runs in the background.
   *
   * @param person login id of who orders it
   * @throws DossierProblem when the house is not connected, or one waits or runs already
   */
  @Transactional
  public void order(String person) {
    if (!settings.enabled()) {
      throw DossierProblem.conflict(
          "portal-not-connected",
          "Hệ thống chưa kết nối Cổng Dịch vụ công nên không đối soát được.");
    }
    if (rows.isAnyOpen()) {
      throw DossierProblem.conflict(
          "check-running",
          "Một lượt đối soát đang chờ hoặc đang chạy. Hãy xem kết quả sau ít phút.");
    }
    rows.ask(now.local().toLocalDate(), person);
  }

  private static LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, WorkingCalendar.ZONE).withNano(0);
  }
}
