package vn.thutuc.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;

/**
 * The rows of acts as the nodes share them. A node leases acts, sends them outside any transaction
 * and writes the outcome only while the lease is still its own; a node that died leaves nothing but
 * a lease that ends.
 */
@Component
class OutboundRows {

  private final JdbcClient jdbc;
  private final Now now;

  OutboundRows(JdbcClient jdbc, Now now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /**
   * An act that this node has leased.
   *
   * @param expiresAt see {@link OutboundActs.Act}
   * @param triedSince instant of writing, or of the last retry by a person
   * @param leasedUntil end of the lease
   */
  record Leased(Sending act, Instant expiresAt, Instant triedSince, Instant leasedUntil) {}

  /**
   * Leases acts of a system whose turn it is: due, and no earlier act of the same dossier to the
   * same system still waits. What another node is taking is passed over.
   */
  List<Leased> lease(String system, String node, Duration lease, int most, String house) {
    Instant at = now.instant();
    return jdbc.sql(
            """
            with turn as (
              select a.id from outbound_act a
              where a.state = 'WRITTEN' and a.system = :system and a.due_at <= :now
                and (a.leased_until is null or a.leased_until <= :now)
                and not exists (
                  select 1 from outbound_act earlier
                  where earlier.dossier_id = a.dossier_id and earlier.system = a.system
                    and earlier.state = 'WRITTEN' and earlier.id < a.id)
              order by a.due_at, a.id limit :most
              for update skip locked)
            update outbound_act a
            set leased_by = :node, leased_until = :until, attempts = a.attempts + 1
            from turn, dossier d
            where a.id = turn.id and d.id = a.dossier_id
            returning a.id, d.number, a.kind, a.event, a.turn, a.data, a.written_at, a.attempts,
              a.expires_at, a.tried_since, a.leased_until
            """)
        .param("system", system)
        .param("now", Timestamp.from(at))
        .param("most", most)
        .param("node", node)
        .param("until", Timestamp.from(at.plus(lease)))
        .query((row, index) -> leased(row, house))
        .list();
  }

  private static Leased leased(ResultSet row, String house) throws SQLException {
    long id = row.getLong("id");
    return new Leased(
        new Sending(
            id,
            "thutuc-" + house + "-" + id,
            row.getString("number"),
            row.getString("kind"),
            row.getString("event"),
            row.getString("turn"),
            row.getString("data"),
            row.getTimestamp("written_at").toInstant(),
            row.getInt("attempts")),
        instant(row, "expires_at"),
        row.getTimestamp("tried_since").toInstant(),
        instant(row, "leased_until"));
  }

  /**
   * An act and its system.
   *
   * @param system to which system it goes
   */
  record OfSystem(String system, Sending act) {}

  /** An act as its channel knows it. */
  Optional<OfSystem> sending(long id) {
    String house = house();
    return jdbc.sql(
            """
            select a.id, d.number, a.kind, a.event, a.turn, a.data, a.written_at, a.attempts,
              a.expires_at, a.tried_since, a.leased_until, a.system
            from outbound_act a join dossier d on d.id = a.dossier_id where a.id = ?
            """)
        .param(id)
        .query((row, index) -> new OfSystem(row.getString("system"), leased(row, house).act()))
        .optional();
  }

  /** Ends an act; false when the lease is not this node's any more: another one has it. */
  boolean end(Sending act, String node, ActState state, String reference, String words) {
    int changed =
        jdbc.sql(
                """
                update outbound_act set state = :state, reference = coalesce(:reference, reference),
                  words = :words, ended_at = :at, leased_by = null, leased_until = null
                where id = :id and state = 'WRITTEN' and leased_by = :node and attempts = :attempt
                """)
            .param("state", state.name())
            .param("reference", cut(reference, 200))
            .param("words", cut(words, 1000))
            .param("at", Timestamp.from(now.instant()))
            .param("id", act.id())
            .param("node", node)
            .param("attempt", act.attempt())
            .update();
    if (changed > 0) {
      attempt(act.id(), state.name(), words, node);
    }
    return changed > 0;
  }

  /**
   * Puts an act back for a later attempt, and with it those that wait for it: while a system is
   * down they would be looked at every time and passed over. Nothing happens when the lease is
   * lost.
   */
  void later(Sending act, String node, Instant due, String words) {
    int changed =
        jdbc.sql(
                """
                update outbound_act
                set due_at = :due, words = :words, leased_by = null, leased_until = null
                where id = :id and state = 'WRITTEN' and leased_by = :node and attempts = :attempt
                """)
            .param("due", Timestamp.from(due))
            .param("words", cut(words, 1000))
            .param("id", act.id())
            .param("node", node)
            .param("attempt", act.attempt())
            .update();
    if (changed > 0) {
      jdbc.sql(
              """
              update outbound_act behind set due_at = :due
              from outbound_act act
              where act.id = :id and behind.dossier_id = act.dossier_id
                and behind.system = act.system and behind.state = 'WRITTEN'
                and behind.id > act.id and behind.due_at < :due
              """)
          .param("due", Timestamp.from(due))
          .param("id", act.id())
          .update();
      attempt(act.id(), "LATER", words, node);
    }
  }

  /** Keeps what happened to an act. */
  void attempt(long act, String outcome, String words, String node) {
    attempt(act, outcome, words, node, null);
  }

  /** Keeps what a person decided about an act. */
  void attempt(long act, String outcome, String words, String node, String person) {
    jdbc.sql(
            """
            insert into outbound_attempt (act_id, at, outcome, words, node, person)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            act, Timestamp.from(now.instant()), outcome, cut(words, 1000), cut(node, 64), person)
        .update();
  }

  /** Notes the incident that stands for a failed act; null for none. */
  void incident(long act, String incident) {
    jdbc.sql("update outbound_act set incident = ? where id = ?").params(incident, act).update();
  }

  /**
   * A failed act.
   *
   * @param incident id of its incident; null when it has none
   */
  record Failed(long id, String number, String words, String incident) {}

  /** Failed acts before one, newest first. */
  List<Failed> failed(long before, int most) {
    return jdbc.sql(
            """
            select a.id, d.number, a.words, a.incident
            from outbound_act a join dossier d on d.id = a.dossier_id
            where a.state = 'FAILED' and a.id < ? order by a.id desc limit ?
            """)
        .params(before, most)
        .query(
            (row, index) ->
                new Failed(
                    row.getLong("id"),
                    row.getString("number"),
                    row.getString("words"),
                    row.getString("incident")))
        .list();
  }

  /** When the oldest act of a system that still waits was written; empty when none waits. */
  Optional<Instant> oldest(String system) {
    return jdbc.sql(
            """
            select written_at from outbound_act where state = 'WRITTEN' and system = ?
            order by written_at limit 1
            """)
        .param(system)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /** This house's name in the keys of its acts. */
  String house() {
    return jdbc.sql("select key from house").query(String.class).optional().orElse("new");
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static String cut(String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
