package vn.thutuc.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.NationalState;

/** What the portal holds of each dossier, in the database. */
@Component
@Transactional
class PortalRows {

  private final JdbcClient jdbc;
  private final Now now;

  PortalRows(JdbcClient jdbc, Now now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /**
   * What the portal holds of a dossier.
   *
   * @param portalNumber number it knows it by
   * @param takenAt when it took it first; null before
   * @param sha256 hash of what it took last; null when nobody knows
   * @param toldState code of the state it was told last, our numbering; null before
   */
  record Held(
      long dossier, String portalNumber, Instant takenAt, String sha256, Integer toldState) {

    boolean isTaken() {
      return takenAt != null;
    }
  }

  /** Notes that something happened the portal is told of. */
  public void changed(String number, NationalState state) {
    jdbc.sql(
            """
            insert into portal_dossier (dossier_id, portal_number, changed_at, closed)
            select id, case when source_system = :source then external_id else number end, :at, :closed
            from dossier where number = :number
            on conflict (dossier_id) do update set
              changed_at = excluded.changed_at, closed = excluded.closed
            """)
        .param("source", Arrivals.SOURCE)
        .param("at", Timestamp.from(now.instant()))
        .param("closed", state.isLast())
        .param("number", number)
        .update();
  }

  /** What was submitted at the portal is held there already. */
  public void arrived(String number) {
    jdbc.sql(
            """
            insert into portal_dossier (dossier_id, portal_number, changed_at, taken_at)
            select id, external_id, :at, :at from dossier where number = :number
            on conflict (dossier_id) do update set
              taken_at = coalesce(portal_dossier.taken_at, excluded.taken_at)
            """)
        .param("at", Timestamp.from(now.instant()))
        .param("number", number)
        .update();
  }

  @Transactional(readOnly = true)
  public Optional<Held> find(String number) {
    return jdbc.sql(
            """
            select p.* from portal_dossier p join dossier d on d.id = p.dossier_id
            where d.number = ?
            """)
        .param(number)
        .query(PortalRows::held)
        .optional();
  }

  /** The portal took this. */
  public void taken(long dossier, String sha256, NationalState state) {
    jdbc.sql(
            """
            update portal_dossier set
              taken_at = coalesce(taken_at, :at), content_sha256 = :sha256, told_state = :state
            where dossier_id = :dossier
            """)
        .param("at", Timestamp.from(now.instant()))
        .param("sha256", sha256)
        .param("state", state.code())
        .param("dossier", dossier)
        .update();
  }

  /** Nobody knows any more what the portal holds; whether it holds anything was looked up. */
  public void forget(long dossier, boolean isThere) {
    jdbc.sql(
            """
            update portal_dossier set content_sha256 = null,
              taken_at = case when :there then coalesce(taken_at, :at) end
            where dossier_id = :dossier
            """)
        .param("there", isThere)
        .param("at", Timestamp.from(now.instant()))
        .param("dossier", dossier)
        .update();
  }

  private static Held held(ResultSet row, int index) throws SQLException {
    Timestamp taken = row.getTimestamp("taken_at");
    int state = row.getInt("told_state");
    return new Held(
        row.getLong("dossier_id"),
        row.getString("portal_number"),
        taken == null ? null : taken.toInstant(),
        row.getString("content_sha256"),
        state == 0 ? null : state);
  }
}
