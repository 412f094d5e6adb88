package vn.thutuc.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Organisation;

/**
 * The append-only journal of a dossier: who did what, when, for which unit and why. The database
 * refuses to change or remove a line. Data carries what reports need and nobody can reconstruct.
 * Each line is told to whoever listens for {@link DossierChanged}, in the same transaction.
 */
@Component
public class Journal {

  private final JdbcClient jdbc;
  private final Now now;
  private final CurrentActor actor;
  private final Organisation organisation;
  private final ObjectMapper json;
  private final ApplicationEventPublisher events;

  Journal(
      JdbcClient jdbc,
      Now now,
      CurrentActor actor,
      Organisation organisation,
      ObjectMapper json,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.now = now;
    this.actor = actor;
    this.organisation = organisation;
    this.json = json;
    this.events = events;
  }

  /**
   * One line.
   *
   * @param at instant
   * @param actor id of the person, or {@code system}
   * @param onBehalfOf id of the person a deputy acted for, or null
   * @param unit unit the person acted for, or null
   * @param event name of the {@link JournalEvent}
   * @param reason Vietnamese text, or null
   * @param data further facts as JSON
   */
  public record Line(
      Instant at,
      String actor,
      String onBehalfOf,
      String unit,
      String event,
      String reason,
      String data) {}

  void write(Dossier dossier, JournalEvent event, String reason, Map<String, ?> data) {
    write(dossier, event, reason, data, actor.get().onBehalfOf());
  }

  /** A line about what a deputy did for somebody; null for nobody. */
  void write(
      Dossier dossier, JournalEvent event, String reason, Map<String, ?> data, String onBehalfOf) {
    String person = actor.get().personId();
    long line =
        jdbc.sql(
                """
            insert into dossier_journal
              (dossier_id, at, actor, on_behalf_of, unit, event, reason, data)
            values
              (:dossier, :at, :actor, :behalf, :unit, :event, :reason, cast(:data as jsonb))
            returning id
            """)
            .param("dossier", dossier.id())
            .param("at", Timestamp.from(now.instant()))
            .param("actor", person)
            .param("behalf", onBehalfOf)
            .param("unit", unitOf(onBehalfOf == null ? person : onBehalfOf))
            .param("event", event.name())
            .param("reason", reason)
            .param("data", toJson(data))
            .query(Long.class)
            .single();
    events.publishEvent(new DossierChanged(dossier.number(), line, event, dossier.state()));
  }

  List<Line> of(Dossier dossier) {
    return jdbc.sql(
            """
            select at, actor, on_behalf_of, unit, event, reason, data from dossier_journal
            where dossier_id = :dossier order by id
            """)
        .param("dossier", dossier.id())
        .query(
            (row, index) ->
                new Line(
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("on_behalf_of"),
                    row.getString("unit"),
                    row.getString("event"),
                    row.getString("reason"),
                    row.getString("data")))
        .list();
  }

  /** Where the journal of a dossier stands: its newest line, 0 before the first. */
  long newestLine(long dossier) {
    return jdbc.sql("select coalesce(max(id), 0) from dossier_journal where dossier_id = ?")
        .param(dossier)
        .query(Long.class)
        .single();
  }

  private String unitOf(String person) {
    return organisation.postsOf(person, now.local().toLocalDate()).stream()
        .findFirst()
        .map(post -> post.unitId())
        .orElse(null);
  }

  private String toJson(Map<String, ?> data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Journal data cannot be written as JSON", e);
    }
  }
}
