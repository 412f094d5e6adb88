package vn.thutuc.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;

/** What forms submitted, moved out of the engine into the dossier: one row a completed step. */
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

  void add(Dossier dossier, String step, String person, Map<String, ?> fields) {
    jdbc.sql(
            """
            insert into dossier_entry (dossier_id, step, actor, at, fields)
            values (?, ?, ?, ?, cast(? as jsonb))
            """)
        .param(dossier.id())
        .param(step)
        .param(person)
        .param(Timestamp.from(now.instant()))
        .param(write(fields))
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
                  where e.dossier_id = ? and f.value <> 'null'
                  order by f.key, e.id desc) newest
                """)
            .param(dossier.id())
            .query(String.class)
            .single();
    try {
      return new Entry(json.readValue(merged, new TypeReference<Map<String, Object>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Entries of " + dossier.number() + " cannot be read", e);
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
