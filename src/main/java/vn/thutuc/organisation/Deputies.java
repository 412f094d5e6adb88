package vn.thutuc.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for whom on a day. A deputy takes over the posts in which the principal works on
 * dossiers, those of a leader only where the appointment says so; deputies of deputies do not
 * count. It ends by itself: every question names its day.
 */
@Service
@Transactional(readOnly = true)
public class Deputies {

  /** Most rows that a list gives. */
  private static final int MOST = 200;

  private static final String COLUMNS =
      "d.id, d.principal, d.deputy, d.from_date, d.to_date, d.signing, d.basis, d.appointed_by,"
          + " d.revoked_at";

  private static final String HOLDS =
      " d.revoked_at is null and d.from_date <= :day and d.to_date >= :day ";

  /** Posts that can be stood in, and that the principal holds on the day. */
  private static final String POSTS =
      """
       join org_post p on p.person_id = d.principal
         and p.role in ('one-stop-officer', 'specialist', 'head', 'leader', 'clerk')
         and (p.role <> 'leader' or d.signing)
         and p.from_date <= :day and (p.until_date is null or p.until_date > :day)
      """;

  private static final RowMapper<Deputyship> ROW = (row, index) -> deputyship(row);

  private final JdbcClient jdbc;

  Deputies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static Deputyship deputyship(ResultSet row) throws SQLException {
    Timestamp revoked = row.getTimestamp("revoked_at");
    return new Deputyship(
        row.getLong("id"),
        row.getString("principal"),
        row.getString("deputy"),
        row.getObject("from_date", LocalDate.class),
        row.getObject("to_date", LocalDate.class),
        row.getBoolean("signing"),
        row.getString("basis"),
        row.getString("appointed_by"),
        revoked == null ? null : revoked.toInstant());
  }

  /** For whom a person acts in a role of a unit on a day; empty when for nobody. */
  public Optional<String> principalOf(String deputy, String unit, String role, LocalDate day) {
    return jdbc.sql(
            "select d.principal from org_deputy d"
                + POSTS
                + " where d.deputy = :deputy and p.unit_id = :unit and p.role = :role and"
                + HOLDS
                + " order by d.id limit 1")
        .param("deputy", deputy)
        .param("unit", unit)
        .param("role", role)
        .param("day", day)
        .query(String.class)
        .optional();
  }

  /** Whether one person stands in for another in a role of a unit on a day. */
  public boolean standsIn(
      String deputy, String principal, String unit, String role, LocalDate day) {
    return jdbc.sql(
                "select count(*) from org_deputy d"
                    + POSTS
                    + " where d.deputy = :deputy and d.principal = :principal and p.unit_id = :unit"
                    + " and p.role = :role and"
                    + HOLDS)
            .param("deputy", deputy)
            .param("principal", principal)
            .param("unit", unit)
            .param("role", role)
            .param("day", day)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The posts that deputies stand in on a day, each with the deputy as its holder. */
  public List<PostView> postsStoodInOn(LocalDate day) {
    return jdbc.sql(
            "select d.deputy, p.unit_id, p.role, d.from_date, d.to_date from org_deputy d"
                + POSTS
                + " where"
                + HOLDS
                + " order by d.id, p.id")
        .param("day", day)
        .query(
            (row, index) ->
                new PostView(
                    row.getString("deputy"),
                    row.getString("unit_id"),
                    row.getString("role"),
                    row.getObject("from_date", LocalDate.class),
                    row.getObject("to_date", LocalDate.class).plusDays(1)))
        .list();
  }

  /** Who stands in for a person on a day; empty when nobody does. */
  public Optional<Deputyship> of(String principal, LocalDate day) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from org_deputy d where d.principal = :principal and"
                + HOLDS
                + " order by d.id limit 1")
        .param("principal", principal)
        .param("day", day)
        .query(ROW)
        .optional();
  }

  /** Appointments of or for a person that have not ended before a day, the first to begin first. */
  public List<Deputyship> around(String person, LocalDate day) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from org_deputy d where (d.principal = :person or d.deputy = :person)"
                + " and d.revoked_at is null and d.to_date >= :day order by d.from_date, d.id limit "
                + MOST)
        .param("person", person)
        .param("day", day)
        .query(ROW)
        .list();
  }

  /** Appointments that have not ended before a day, of all or of the people named. */
  public List<Deputyship> notEnded(List<String> principals, LocalDate day) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from org_deputy d where d.principal = any(:principals) and d.revoked_at is null"
                + " and d.to_date >= :day order by d.from_date, d.id limit "
                + MOST)
        .param("principals", principals.toArray(String[]::new))
        .param("day", day)
        .query(ROW)
        .list();
  }

  /** One appointment; empty when there is none of that number. */
  public Optional<Deputyship> find(long id) {
    return jdbc.sql("select " + COLUMNS + " from org_deputy d where d.id = ?")
        .param(id)
        .query(ROW)
        .optional();
  }

  /**
   * Appointments that hold no longer on a day and whose work has not gone back yet, oldest first.
   */
  public List<Deputyship> endedUnsettled(LocalDate day) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from org_deputy d where d.settled_at is null"
                + " and (d.to_date < :day or d.revoked_at is not null) order by d.id limit "
                + MOST)
        .param("day", day)
        .query(ROW)
        .list();
  }

  /** Lets appointments of a person in one after the other until the caller's transaction ends. */
  @Transactional
  public void hold(String principal) {
    jdbc.sql("select id from org_person where id = ? for update")
        .param(principal)
        .query(String.class)
        .optional();
  }

  /** Appoints; the caller has asked whether it may be done. */
  @Transactional
  public long appoint(Deputyship wanted, Instant at) {
    return jdbc.sql(
            """
            insert into org_deputy (principal, deputy, from_date, to_date, signing, basis,
              appointed_by, appointed_at)
            values (:principal, :deputy, :from, :to, :signing, :basis, :by, :at) returning id
            """)
        .param("principal", wanted.principal())
        .param("deputy", wanted.deputy())
        .param("from", wanted.from())
        .param("to", wanted.to())
        .param("signing", wanted.signing())
        .param("basis", wanted.basis())
        .param("by", wanted.appointedBy())
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  /** Takes an appointment back; one that is taken back already stays as it is. */
  @Transactional
  public void revoke(long id, String by, Instant at) {
    jdbc.sql(
            """
            update org_deputy set revoked_by = ?, revoked_at = ?
            where id = ? and revoked_at is null
            """)
        .param(by)
        .param(Timestamp.from(at))
        .param(id)
        .update();
  }

  /** Records that the work taken on behalf has gone back; false when that was recorded before. */
  @Transactional
  public boolean settle(long id, Instant at) {
    return jdbc.sql("update org_deputy set settled_at = ? where id = ? and settled_at is null")
            .param(Timestamp.from(at))
            .param(id)
            .update()
        == 1;
  }
}
