package vn.thutuc.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;

/**
 * What forms submitted, moved out of the engine into the dossier: one row a completed step. What a
 * step submitted that was taken back counts no longer.
 */
@Component
class FormEntries {

  private final JdbcClient jdbc;
  private final Now now;
  private final ObjectMapper json;

  FormEntries(JdbcClient jdbc, Now now, ObjectMapper json) {
    this.jdbc = jdbc;
    this.now = now;
    this.json = json;
  }

  /** Enters a completed step; where the journal stands before it is kept beside it. */
  void add(Dossier dossier, CompletedSteps.Completion done, Actor actor, Map<String, ?> fields) {
    jdbc.sql(
            """
            insert into dossier_entry
              (dossier_id, step, actor, on_behalf_of, at, fields, task_id, outbound_act, journal_line)
            values (:dossier, :step, :actor, :behalf, :at, cast(:fields as jsonb), :task, :act,
              :line)
            """)
        .param("dossier", dossier.id())
        .param("step", done.step())
        .param("actor", actor.personId())
        .param("behalf", actor.onBehalfOf())
        .param("at", Timestamp.from(now.instant()))
        .param("fields", write(fields))
        .param("task", done.taskId())
        .param("act", done.outboundAct())
        .param("line", done.journalLine())
        .update();
  }

  /** All fields of the dossier's entries, the newest value of each. */
  Entry latest(Dossier dossier) {
    String merged =
        jdbc.sql(
                """
                select coalesce(jsonb_object_agg(key, value), '{}')::text from (
                  select distinct on (f.key) f.key, f.value
                  from dossier_entry e, jsonb_each(e.fields) f
                  where e.dossier_id = ? and e.taken_back_at is null and f.value <> 'null'
                  order by f.key, e.id desc) newest
                """)
            .param(dossier.id())
            .query(String.class)
            .single();
    return new Entry(read(merged));
  }

  /** What was typed into the step that was opened anew as this task; empty for any other task. */
  Map<String, Object> reopened(String taskId) {
    return jdbc.sql("select fields::text from dossier_entry where reopened_as = ?")
        .param(taskId)
        .query(String.class)
        .optional()
        .map(this::read)
        .orElse(Map.of());
  }

  private Map<String, Object> read(String fields) {
    try {
      return json.readValue(fields, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A form entry cannot be read", e);
    }
  }

  private String write(Map<String, ?> fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A form entry cannot be written as JSON", e);
    }
  }
}
