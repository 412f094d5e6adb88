package vn.thutuc.process.security;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.thutuc.clock.Now;

/**
 * Append-only log of who read or exported which dossier, of administration and of failed logins.
 * The database refuses to change or remove a row. Subjects are numbers and ids, never names.
 */
@Component
public class AccessLog {

  private static final int PAGE = 200;

  private final JdbcClient jdbc;
  private final Now now;

  AccessLog(JdbcClient jdbc, Now now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /**
   * One row.
   *
   * @param id grows with time
   * @param at instant
   * @param actor login name; of a failed login as it was typed, cut to 64 characters
   * @param action what was done, e.g. READ_DOSSIER, LOGIN_FAILED
   * @param subject dossier number or id, or null
   * @param address remote address, or null
   */
  public record Row(
      long id, java.time.Instant at, String actor, String action, String subject, String address) {}

  /** Writes a row in a transaction of its own: a refused act is logged, too. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void write(String actor, String action, String subject) {
    write(actor, action, subject, address());
  }

  /** What somebody without a login did: the dossier's number and the outcome, and no address. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void writePublic(String action, String subject) {
    write("public", action, subject, null);
  }

  private void write(String actor, String action, String subject, String address) {
    jdbc.sql(
            """
            insert into access_log (at, actor, action, subject, address) values (?, ?, ?, ?, ?)
            """)
        .param(Timestamp.from(now.instant()))
        .param(cut(actor, 64))
        .param(action)
        .param(subject == null ? null : cut(subject, 200))
        .param(address)
        .update();
  }

  /**
   * A page of the log, newest first.
   *
   * @param before id to page on from, exclusive; null for the newest
   */
  public List<Row> page(Long before) {
    return jdbc.sql(
            """
            select id, at, actor, action, subject, address from access_log
            where id < :before order by id desc limit :page
            """)
        .param("before", Optional.ofNullable(before).orElse(Long.MAX_VALUE))
        .param("page", PAGE)
        .query(
            (row, index) ->
                new Row(
                    row.getLong("id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("subject"),
                    row.getString("address")))
        .list();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? request.getRequest().getRemoteAddr()
        : null;
  }
}
