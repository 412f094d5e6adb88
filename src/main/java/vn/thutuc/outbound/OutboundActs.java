package vn.thutuc.outbound;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/**
 * Writes the acts that leave the house, in the transaction of the step that wants them; {@link
 * OutboundDrain} brings them out. An act whose system has no channel is kept as not connected.
 */
@Service
@Transactional
public class OutboundActs {

  private final JdbcClient jdbc;
  private final Channels channels;
  private final OutboundRows rows;
  private final ActWords labels;
  private final ObjectProvider<Incidents> incidents;
  private final Now now;

  OutboundActs(
      JdbcClient jdbc,
      Channels channels,
      OutboundRows rows,
      ActWords labels,
      ObjectProvider<Incidents> incidents,
      Now now) {
    this.jdbc = jdbc;
    this.channels = channels;
    this.rows = rows;
    this.labels = labels;
    this.incidents = incidents;
    this.now = now;
  }

  /**
   * Which act: the same element in the same turn of the same dossier is the same act.
   *
   * @param number dossier number
   * @param kind NOTICE, POST, ELECTRONIC_RETURN, FORWARD, LOOK_UP, COPY, PUBLISH, ALERT or PORTAL
   * @param event what the act tells or whom it reaches
   * @param element id of the model's element
   * @param turn id of the turn (activity instance), so that a loop writes a new act and a repeated
   *     job does not
   * @param data JSON for the channel, without personal data; null for none
   * @param expiresAt instant after which it is not sent any more; null for what the channel says
   */
  public record Act(
      String number,
      String kind,
      String event,
      String element,
      String turn,
      String data,
      Instant expiresAt) {

    /** An act without data that does not expire. */
    public Act(String number, String kind, String event, String element, String turn) {
      this(number, kind, event, element, turn, null, null);
    }
  }

  /**
   * One written act as the dossier shows it.
   *
   * @param label what it does, in Vietnamese
   * @param words what became of it last, in Vietnamese; may be null
   * @param writtenAt instant
   * @param endedAt instant it was sent, or ended otherwise; null while it waits
   * @param deliveredAt instant of the proof that it arrived; null without one
   * @param openedAt instant of the proof that it was opened; null without one
   * @param attempts how often it was tried
   */
  public record Written(
      long id,
      String kind,
      String event,
      String label,
      ActState state,
      String words,
      Instant writtenAt,
      Instant endedAt,
      Instant deliveredAt,
      Instant openedAt,
      int attempts) {}

  /** What proves more than that an act was sent. */
  public enum Proof {
    /** It has reached whom it was for. */
    DELIVERED,
    /** Whom it was for has opened it. */
    OPENED
  }

  /** Writes an act once; a repetition changes nothing. */
  public void write(Act act) {
    String system = ActWords.systemOf(act.kind());
    Optional<Channel> channel = channels.of(system);
    Timestamp at = Timestamp.from(now.instant());
    Instant expires =
        act.expiresAt() != null
            ? act.expiresAt()
            : channel.map(one -> one.expiresAt(act.event(), at.toInstant())).orElse(null);
    jdbc.sql(
            """
            insert into outbound_act
              (dossier_id, kind, event, element, turn, system, data, state, written_at, due_at,
               tried_since, expires_at, unit)
            select id, :kind, :event, :element, :turn, :system, cast(:data as jsonb), :state, :at,
              :at, :at, :expires, desk_unit
            from dossier where number = :number
            on conflict (dossier_id, kind, event, element, turn) do nothing
            """)
        .param("kind", act.kind())
        .param("event", act.event())
        .param("element", act.element())
        .param("turn", act.turn())
        .param("system", system)
        .param("data", act.data())
        .param("state", (channel.isPresent() ? ActState.WRITTEN : ActState.UNCONNECTED).name())
        .param("at", at)
        .param("expires", expires == null ? null : Timestamp.from(expires))
        .param("number", act.number())
        .update();
  }

  /** Whether acts of a kind are sent: a channel to their system is connected. */
  public boolean isConnected(String kind) {
    return channels.systems().contains(ActWords.systemOf(kind));
  }

  /**
   * Keeps a proof that a sent act arrived or was opened; the same proof again changes nothing, and
   * what was opened has arrived. A proof for an act that was not sent is kept all the same: the
   * answer to the sending may have been lost.
   *
   * @param at instant of the event at the other side
   * @param words for officers; may be null
   */
  public void proof(long id, Proof proof, Instant at, String words) {
    Timestamp when = Timestamp.from(at);
    boolean opened = proof == Proof.OPENED;
    int changed =
        jdbc.sql(
                """
                update outbound_act set
                  state = case when :opened or state = 'OPENED' then 'OPENED' else 'DELIVERED' end,
                  delivered_at = coalesce(delivered_at, :at),
                  opened_at = case when :opened then coalesce(opened_at, :at) else opened_at end,
                  ended_at = coalesce(ended_at, :at), leased_by = null, leased_until = null,
                  words = coalesce(:words, words)
                where id = :id and case when :opened then opened_at else delivered_at end is null
                """)
            .param("opened", opened)
            .param("at", when)
            .param("words", words)
            .param("id", id)
            .update();
    if (changed > 0) {
      rows.attempt(id, proof.name(), words, null);
    }
  }

  /**
   * Takes back the acts of a kind that are not sent: what they were to bring goes another way.
   *
   * @param words why, for officers
   * @return false when one is being sent this moment: then none is taken back
   */
  public boolean takeBack(String number, String kind, String words) {
    Timestamp at = Timestamp.from(now.instant());
    List<Waiting> waiting =
        jdbc.sql(
                """
                select a.id, a.incident, coalesce(a.leased_until > :at, false) being_sent
                from outbound_act a join dossier d on d.id = a.dossier_id
                where d.number = :number and a.kind = :kind
                  and a.state in ('WRITTEN', 'FAILED', 'UNCONNECTED')
                order by a.id for update of a
                """)
            .param("at", at)
            .param("number", number)
            .param("kind", kind)
            .query(
                (row, index) ->
                    new Waiting(
                        row.getLong("id"), row.getString("incident"), row.getBoolean("being_sent")))
            .list();
    if (waiting.stream().anyMatch(Waiting::beingSent)) {
      return false;
    }
    for (Waiting act : waiting) {
      jdbc.sql(
              """
              update outbound_act set state = 'NEEDLESS', ended_at = :at, words = :words,
                incident = null, leased_by = null, leased_until = null
              where id = :id
              """)
          .param("at", at)
          .param("words", words)
          .param("id", act.id())
          .update();
      rows.attempt(act.id(), "CLOSED", words, null);
      if (act.incident() != null) {
        incidents.ifAvailable(all -> all.resolve(act.incident()));
      }
    }
    return true;
  }

  private record Waiting(long id, String incident, boolean beingSent) {}

  /** The act of a dossier by what it is; empty when none was written. */
  @Transactional(readOnly = true)
  public Optional<Long> find(String number, String kind, String event, String turn) {
    return jdbc.sql(
            """
            select a.id from outbound_act a join dossier d on d.id = a.dossier_id
            where d.number = ? and a.kind = ? and a.event = ? and a.turn = ?
            order by a.id desc limit 1
            """)
        .params(number, kind, event, turn)
        .query(Long.class)
        .optional();
  }

  /**
   * The newest act of a dossier that tells somebody something; 0 before the first. What the portal
   * is told of each step does not count: it is told anew when a step is taken back.
   */
  @Transactional(readOnly = true)
  public long newest(String number) {
    return jdbc.sql(
            """
            select coalesce(max(a.id), 0)
            from outbound_act a join dossier d on d.id = a.dossier_id
            where d.number = ? and a.kind <> 'PORTAL'
            """)
        .param(number)
        .query(Long.class)
        .single();
  }

  /** The acts of a dossier, oldest first. */
  @Transactional(readOnly = true)
  public List<Written> of(String number) {
    return jdbc.sql(
            """
            select a.id, a.kind, a.event, a.state, a.words, a.written_at, a.ended_at,
              a.delivered_at, a.opened_at, a.attempts
            from outbound_act a join dossier d on d.id = a.dossier_id
            where d.number = ? order by a.id
            """)
        .param(number)
        .query(
            (row, index) ->
                new Written(
                    row.getLong("id"),
                    row.getString("kind"),
                    row.getString("event"),
                    labels.label(row.getString("kind"), row.getString("event")),
                    ActState.valueOf(row.getString("state")),
                    row.getString("words"),
                    row.getTimestamp("written_at").toInstant(),
                    OutboundRows.instant(row, "ended_at"),
                    OutboundRows.instant(row, "delivered_at"),
                    OutboundRows.instant(row, "opened_at"),
                    row.getInt("attempts")))
        .list();
  }
}
