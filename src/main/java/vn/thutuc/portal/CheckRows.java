package vn.thutuc.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/** Comparisons with the portal and what they found, in the database. */
@Component
@Transactional
class CheckRows {

  /** A node says again within this time that it is still at it. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private static final int LONGEST_PROBLEM = 1_000;

  private final JdbcClient jdbc;
  private final Now now;

  CheckRows(JdbcClient jdbc, Now now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /** A dossier of ours to compare. */
  record Ours(long dossier, String number, String portalNumber) {}

  /** What a comparison has counted. */
  record Counts(int theirs, int ours, int differences, int repaired) {}

  /** Asks for the comparison of a day by the house itself; nothing when it is there already. */
  public void daily(LocalDate day) {
    ask(day, null);
  }

  /** Asks for a comparison; null is the house itself, once a day. */
  public void ask(LocalDate day, String person) {
    jdbc.sql(
            """
            insert into portal_check (day, asked_by, state, begun_at)
            values (?, ?, 'WAITING', ?) on conflict do nothing
            """)
        .param(day)
        .param(person)
        .param(Timestamp.from(now.instant()))
        .update();
  }

  /** Whether one waits or runs. */
  @Transactional(readOnly = true)
  public boolean isAnyOpen() {
    return jdbc.sql(
            "select exists (select 1 from portal_check where state in ('WAITING', 'RUNNING'))")
        .query(Boolean.class)
        .single();
  }

  /** Takes the oldest that nobody is at; its findings so far are thrown away. */
  public Optional<Long> lease() {
    Optional<Long> taken =
        jdbc.sql(
                """
                update portal_check set state = 'RUNNING', lease_until = :until
                where id = (
                  select id from portal_check
                  where state = 'WAITING' or (state = 'RUNNING' and lease_until < :now)
                  order by id limit 1 for update skip locked)
                returning id
                """)
            .param("until", until())
            .param("now", Timestamp.from(now.instant()))
            .query(Long.class)
            .optional();
    taken.ifPresent(
        id -> jdbc.sql("delete from portal_difference where check_id = ?").param(id).update());
    return taken;
  }

  /** Says that this node is still at it. */
  public void counted(long check, Counts counts) {
    jdbc.sql(
            """
            update portal_check set lease_until = :until, theirs = :theirs, ours = :ours,
              differences = :differences, repaired = :repaired where id = :id
            """)
        .param("until", until())
        .param("theirs", counts.theirs())
        .param("ours", counts.ours())
        .param("differences", counts.differences())
        .param("repaired", counts.repaired())
        .param("id", check)
        .update();
  }

  /** It has ended, with a problem or without. */
  public void ended(long check, String problem) {
    jdbc.sql("update portal_check set state = ?, ended_at = ?, problem = ? where id = ?")
        .param(problem == null ? "DONE" : "FAILED")
        .param(Timestamp.from(now.instant()))
        .param(
            problem == null
                ? null
                : problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)))
        .param(check)
        .update();
  }

  /** Dossiers of ours behind numbers of the portal, those it was never told of too. */
  @Transactional(readOnly = true)
  public List<Ours> ours(Collection<String> portalNumbers) {
    return jdbc.sql(
            """
            select d.id, d.number, p.portal_number
            from portal_dossier p join dossier d on d.id = p.dossier_id
            where p.portal_number = any(:numbers)
            union all
            select d.id, d.number, d.number from dossier d
            where d.number = any(:numbers)
              and not exists (select 1 from portal_dossier p where p.dossier_id = d.id)
            """)
        .param("numbers", portalNumbers.toArray(String[]::new))
        .query(CheckRows::ours)
        .list();
  }

  /** Marks those a comparison has looked at. */
  public void seen(long check, Collection<Long> dossiers) {
    jdbc.sql("update portal_dossier set seen_check = ? where dossier_id = any(?)")
        .param(check)
        .param(dossiers.toArray(Long[]::new))
        .update();
  }

  /** Open or lately changed dossiers of ours that a comparison has not looked at, by row. */
  @Transactional(readOnly = true)
  public List<Ours> unseen(long check, Instant since, long after, int size) {
    return jdbc.sql(
            """
            select d.id, d.number, p.portal_number
            from portal_dossier p join dossier d on d.id = p.dossier_id
            where p.dossier_id > :after and (not p.closed or p.changed_at >= :since)
              and p.seen_check is distinct from :check
            order by p.dossier_id limit :size
            """)
        .param("after", after)
        .param("since", Timestamp.from(since))
        .param("check", check)
        .param("size", size)
        .query(CheckRows::ours)
        .list();
  }

  /** Whether acts of a dossier still wait to be sent: until then a difference is none. */
  @Transactional(readOnly = true)
  public boolean isUnderWay(long dossier) {
    return jdbc.sql(
            """
            select exists (select 1 from outbound_act
              where dossier_id = ? and kind = 'PORTAL' and state = 'WRITTEN')
            """)
        .param(dossier)
        .query(Boolean.class)
        .single();
  }

  /** Lists a difference, once. */
  public void differs(long check, Difference found) {
    jdbc.sql(
            """
            insert into portal_difference
              (check_id, portal_number, dossier_id, kind, ours, theirs, repair)
            values (:check, :number, :dossier, :kind, :ours, :theirs, :repair)
            on conflict (check_id, portal_number, kind) do nothing
            """)
        .param("check", check)
        .param("number", found.portalNumber())
        .param("dossier", found.dossier())
        .param("kind", found.kind().name())
        .param("ours", found.ours())
        .param("theirs", found.theirs())
        .param("repair", found.repair())
        .update();
  }

  private static Ours ours(ResultSet row, int index) throws SQLException {
    return new Ours(row.getLong(1), row.getString(2), row.getString(3));
  }

  private Timestamp until() {
    return Timestamp.from(now.instant().plus(LEASE));
  }
}
