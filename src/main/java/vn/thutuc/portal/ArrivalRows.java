package vn.thutuc.portal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/** What came from the portal, by its number there; no personal data. */
@Component
@Transactional
class ArrivalRows {

  /** How long a node has for one it asks for, before another one tries. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private static final int LONGEST_PROBLEM = 1_000;

  private final JdbcClient jdbc;
  private final Now now;

  ArrivalRows(JdbcClient jdbc, Now now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /** States of an arrival. */
  enum State {
    ANNOUNCED,
    TAKEN,
    REFUSED
  }

  /**
   * An arrival.
   *
   * @param sha256 hash of what came; null while only the number did
   * @param number our dossier; null until it was taken
   */
  record Row(
      String portalNumber,
      State state,
      String sha256,
      String number,
      Instant cameAt,
      int attempts,
      String problem) {}

  /** Lets those who bring the same number in one after the other, until each commits. */
  public void waitForTurn(String portalNumber) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("portal arrival " + portalNumber)
        .query(Integer.class)
        .single();
  }

  @Transactional(readOnly = true)
  public Optional<Row> find(String portalNumber) {
    return jdbc.sql(
            """
            select a.*, d.number from portal_arrival a left join dossier d on d.id = a.dossier_id
            where a.portal_number = ?
            """)
        .param(portalNumber)
        .query((row, index) -> row(row))
        .optional();
  }

  /** Whether a dossier handed in here has this number. */
  @Transactional(readOnly = true)
  public boolean isOurNumber(String number) {
    return jdbc.sql(
            """
            select exists (select 1 from dossier
              where number = ? and source_system is distinct from 'DVCQG')
            """)
        .param(number)
        .query(Boolean.class)
        .single();
  }

  /**
   * Notes a number that is to be asked for; one that is there already stays as it is.
   *
   * @return whether it will be asked for; false when it was and could not be taken
   */
  public boolean announce(String portalNumber) {
    jdbc.sql(
            """
            insert into portal_arrival (portal_number, state, came_at, next_at)
            values (:number, 'ANNOUNCED', :at, :at) on conflict (portal_number) do nothing
            """)
        .param("number", portalNumber)
        .param("at", Timestamp.from(now.instant()))
        .update();
    return find(portalNumber).map(row -> row.state() != State.REFUSED).orElse(false);
  }

  /** Asks again for one that could not be taken; false when there is none. */
  public boolean again(String portalNumber) {
    return jdbc.sql(
                """
                update portal_arrival set state = 'ANNOUNCED', next_at = ?, attempts = 0
                where portal_number = ? and state <> 'TAKEN'
                """)
            .param(Timestamp.from(now.instant()))
            .param(portalNumber)
            .update()
        > 0;
  }

  /** Takes numbers whose turn it is; other nodes leave them alone for a while. */
  public List<String> lease(int most) {
    return jdbc.sql(
            """
            update portal_arrival set attempts = attempts + 1, next_at = :until
            where portal_number in (
              select portal_number from portal_arrival
              where state = 'ANNOUNCED' and next_at <= :now
              order by next_at limit :most for update skip locked)
            returning portal_number
            """)
        .param("until", Timestamp.from(now.instant().plus(LEASE)))
        .param("now", Timestamp.from(now.instant()))
        .param("most", most)
        .query(String.class)
        .list();
  }

  /** It is our dossier now. */
  public void taken(String portalNumber, String sha256, String number) {
    jdbc.sql(
            """
            insert into portal_arrival
              (portal_number, state, content_sha256, dossier_id, came_at)
            select :portal, 'TAKEN', :sha256, id, :at from dossier where number = :number
            on conflict (portal_number) do update set state = 'TAKEN',
              content_sha256 = excluded.content_sha256, dossier_id = excluded.dossier_id,
              next_at = null, problem = null, problem_code = null
            """)
        .param("portal", portalNumber)
        .param("sha256", sha256)
        .param("at", Timestamp.from(now.instant()))
        .param("number", number)
        .update();
  }

  /** It cannot be taken; people have to look. */
  public void refused(String portalNumber, String code, String problem) {
    told(portalNumber, State.REFUSED, code, problem, null);
  }

  /** It could not be asked for now. */
  public void later(String portalNumber, String problem, Instant next) {
    told(portalNumber, State.ANNOUNCED, "portal-down", problem, next);
  }

  private void told(String portalNumber, State state, String code, String problem, Instant next) {
    jdbc.sql(
            """
            update portal_arrival
            set state = :state, problem_code = :code, problem = :problem, next_at = :next
            where portal_number = :number and state <> 'TAKEN'
            """)
        .param("state", state.name())
        .param("code", code)
        .param("problem", problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)))
        .param("next", next == null ? null : Timestamp.from(next))
        .param("number", portalNumber)
        .update();
  }

  /** Those that are not our dossiers yet, the newest first. */
  @Transactional(readOnly = true)
  public List<Row> untaken(int size) {
    return jdbc.sql(
            """
            select a.*, null as number from portal_arrival a where a.state <> 'TAKEN'
            order by a.came_at desc, a.portal_number limit ?
            """)
        .param(size)
        .query((row, index) -> row(row))
        .list();
  }

  private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Row(
        row.getString("portal_number"),
        State.valueOf(row.getString("state")),
        row.getString("content_sha256"),
        row.getString("number"),
        row.getTimestamp("came_at").toInstant(),
        row.getInt("attempts"),
        row.getString("problem"));
  }
}
