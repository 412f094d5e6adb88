package vn.thutuc.outbound;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/**
 * Writes the acts that leave the house. A step only writes: nothing is sent here, and no channel is
 * connected yet, so an act stays {@code WRITTEN} until one is.
 */
@Service
@Transactional
public class OutboundActs {

  private final JdbcClient jdbc;
  private final Now now;

  OutboundActs(JdbcClient jdbc, Now now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /**
   * Which act: the same element in the same turn of the same dossier is the same act.
   *
   * @param number dossier number
   * @param kind NOTICE, POST, ELECTRONIC_RETURN, FORWARD, LOOK_UP, COPY, PUBLISH or ALERT
   * @param event what the act tells or whom it reaches
   * @param element id of the model's element
   * @param turn id of the turn (activity instance), so that a loop writes a new act and a repeated
   *     job does not
   */
  public record Act(String number, String kind, String event, String element, String turn) {}

  /**
   * One written act.
   *
   * @param state WRITTEN until a channel has taken it
   * @param writtenAt instant
   */
  public record Written(long id, String kind, String event, String state, Instant writtenAt) {}

  /** Writes an act once; a repetition changes nothing. */
  public void write(Act act) {
    jdbc.sql(
            """
            insert into outbound_act
              (dossier_id, kind, event, element, turn, state, written_at)
            select id, :kind, :event, :element, :turn, 'WRITTEN', :at
            from dossier where number = :number
            on conflict (dossier_id, kind, event, element, turn) do nothing
            """)
        .param("kind", act.kind())
        .param("event", act.event())
        .param("element", act.element())
        .param("turn", act.turn())
        .param("at", Timestamp.from(now.instant()))
        .param("number", act.number())
        .update();
  }

  /** The newest act of a dossier; 0 before the first. */
  @Transactional(readOnly = true)
  public long newest(String number) {
    return jdbc.sql(
            """
            select coalesce(max(a.id), 0)
            from outbound_act a join dossier d on d.id = a.dossier_id where d.number = ?
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
            select a.id, a.kind, a.event, a.state, a.written_at
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
                    row.getString("state"),
                    row.getTimestamp("written_at").toInstant()))
        .list();
  }
}
