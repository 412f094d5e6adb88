package vn.thutuc.process.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/**
 * The runs and what each did to each process instance. Who works on a run holds its row for one
 * instance at a time: the cursor, the instance's row and the dossier commit together.
 */
@Component
class MigrationRuns {

  private static final String COLUMNS =
      "id, process_key, source_id, source_version, target_id, target_version, mapping, state,"
          + " total, last_item, fingerprint, opened_at, opened_by, tried_at, started_at,"
          + " started_by, finished_at";

  private static final String ITEM =
      "id, instance_id, number, state, place, reason, dates_before, dates_after, added, at";

  private static final RowMapper<MigrationRun> RUN =
      (row, index) ->
          new MigrationRun(
              row.getLong("id"),
              row.getString("process_key"),
              row.getString("source_id"),
              row.getInt("source_version"),
              row.getString("target_id"),
              row.getInt("target_version"),
              row.getString("mapping"),
              MigrationRun.State.valueOf(row.getString("state")),
              row.getInt("total"),
              row.getLong("last_item"),
              row.getString("fingerprint"),
              instant(row, "opened_at"),
              row.getString("opened_by"),
              instant(row, "tried_at"),
              instant(row, "started_at"),
              row.getString("started_by"),
              instant(row, "finished_at"));

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Now now;

  MigrationRuns(JdbcClient jdbc, ObjectMapper json, Now now) {
    this.jdbc = jdbc;
    this.json = json;
    this.now = now;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  /** Opens a run on all instances of the old version, in the state of a trial. */
  @Transactional(propagation = Propagation.MANDATORY)
  long open(MovePlan plan, String mapping, String by) {
    long id =
        jdbc.sql(
                """
                insert into model_migration (process_key, source_id, source_version, target_id,
                  target_version, mapping, state, total, opened_at, opened_by)
                values (:key, :source, :from, :target, :to, :mapping, 'TRIAL', 0, :at, :by)
                returning id
                """)
            .param("key", plan.source().key())
            .param("source", plan.source().id())
            .param("from", plan.source().version())
            .param("target", plan.target().id())
            .param("to", plan.target().version())
            .param("mapping", mapping)
            .param("at", Timestamp.from(now.instant()))
            .param("by", by)
            .query(Long.class)
            .single();
    int total =
        jdbc.sql(
                """
                insert into model_migration_item (migration_id, instance_id, number)
                select ?, e.id_, e.business_key_ from act_ru_execution e
                where e.proc_def_id_ = ? and e.parent_id_ is null
                order by e.business_key_, e.id_
                """)
            .param(id)
            .param(plan.source().id())
            .update();
    jdbc.sql("update model_migration set total = ? where id = ?").param(total).param(id).update();
    return id;
  }

  /** The newest runs first. */
  List<MigrationRun> all() {
    return jdbc.sql("select " + COLUMNS + " from model_migration order by id desc limit 50")
        .query(RUN)
        .list();
  }

  Optional<MigrationRun> find(long id) {
    return jdbc.sql("select " + COLUMNS + " from model_migration where id = ?")
        .param(id)
        .query(RUN)
        .optional();
  }

  /** The run that is worked on, if any. */
  Optional<MigrationRun> open() {
    return jdbc.sql(
            "select " + COLUMNS + " from model_migration where state in ('TRIAL', 'RUNNING')")
        .query(RUN)
        .optional();
  }

  /** Holds a run in a state until the caller's transaction ends; empty when it is in another. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<MigrationRun> hold(long id, MigrationRun.State state) {
    return jdbc.sql(
            "select " + COLUMNS + " from model_migration where id = ? and state = ? for update")
        .param(id)
        .param(state.name())
        .query(RUN)
        .optional();
  }

  /** The next instance in a state behind the cursor. */
  Optional<MigrationItem> next(MigrationRun run, MigrationItem.State state) {
    return page(run.id(), state, run.lastItem(), 1).stream().findFirst();
  }

  /** Instances in a state, or in any, behind one. */
  List<MigrationItem> page(long run, MigrationItem.State state, long after, int size) {
    return jdbc.sql(
            "select "
                + ITEM
                + " from model_migration_item where migration_id = :run and id > :after"
                + (state == null ? "" : " and state = :state")
                + " order by id limit :size")
        .param("run", run)
        .param("after", after)
        .param("state", state == null ? "" : state.name())
        .param("size", size)
        .query((row, index) -> item(row))
        .list();
  }

  private MigrationItem item(ResultSet row) throws SQLException {
    return new MigrationItem(
        row.getLong("id"),
        row.getString("instance_id"),
        row.getString("number"),
        MigrationItem.State.valueOf(row.getString("state")),
        row.getString("place"),
        row.getString("reason"),
        dates(row.getString("dates_before")),
        dates(row.getString("dates_after")),
        dates(row.getString("added")),
        instant(row, "at"));
  }

  private SortedMap<String, String> dates(String text) {
    try {
      return text == null
          ? new TreeMap<>()
          : json.readValue(text, new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A migration's dates cannot be read", e);
    }
  }

  private String text(SortedMap<String, String> dates) {
    try {
      return json.writeValueAsString(dates);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A migration's dates cannot be written", e);
    }
  }

  /** Records what became of an instance and moves the cursor; the caller holds the run. */
  @Transactional(propagation = Propagation.MANDATORY)
  void record(long run, long item, MigrationItem.State state, String reason, Mover.Moved moved) {
    jdbc.sql(
            """
            update model_migration_item set state = :state, reason = :reason, place = :place,
              dates_before = cast(:before as jsonb), dates_after = cast(:after as jsonb),
              added = cast(:added as jsonb), at = :at
            where id = :item
            """)
        .param("state", state.name())
        .param("reason", cut(reason, 4000))
        .param("place", moved == null ? null : cut(moved.place(), 1000))
        .param("before", moved == null ? null : text(moved.before()))
        .param("after", moved == null ? null : text(moved.after()))
        .param("added", moved == null ? null : text(moved.added()))
        .param("at", Timestamp.from(now.instant()))
        .param("item", item)
        .update();
    jdbc.sql("update model_migration set last_item = greatest(last_item, ?) where id = ?")
        .param(item)
        .param(run)
        .update();
  }

  private static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  /** How many instances of a run are in each state. */
  Map<MigrationItem.State, Integer> counts(long run) {
    Map<MigrationItem.State, Integer> counts = new TreeMap<>();
    jdbc.sql(
            "select state, count(*) from model_migration_item where migration_id = ? group by state")
        .param(run)
        .query(
            (row, index) ->
                counts.put(MigrationItem.State.valueOf(row.getString(1)), row.getInt(2)))
        .list();
    return counts;
  }

  /** The proof: compared anew from what is kept, over all moved instances. */
  MigrationRun.Proof proof(long run) {
    return jdbc.sql(
            """
            select count(*), coalesce(sum((select count(*) from jsonb_object_keys(dates_before))), 0),
              coalesce(sum((select count(*) from jsonb_each(dates_before) b
                where b.value is distinct from dates_after -> b.key)), 0)
              + coalesce(sum((select count(*) from jsonb_object_keys(dates_after) a
                where not jsonb_exists(dates_before, a))), 0)
            from model_migration_item where migration_id = :run and state = 'MOVED'
            """)
        .param("run", run)
        .query(
            (row, index) -> new MigrationRun.Proof(row.getInt(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void tried(long run, String fingerprint) {
    jdbc.sql(
            """
            update model_migration set state = 'TRIED', tried_at = ?, fingerprint = ?, last_item = 0
            where id = ?
            """)
        .param(Timestamp.from(now.instant()))
        .param(fingerprint)
        .param(run)
        .update();
  }

  /** What the trial found to map is to be moved; only that. */
  @Transactional(propagation = Propagation.MANDATORY)
  void start(long run, String by) {
    jdbc.sql(
            """
            update model_migration set state = 'RUNNING', started_at = ?, started_by = ?,
              last_item = 0 where id = ?
            """)
        .param(Timestamp.from(now.instant()))
        .param(by)
        .param(run)
        .update();
  }

  /** Those that failed are to be tried once more. */
  @Transactional(propagation = Propagation.MANDATORY)
  void again(long run) {
    jdbc.sql(
            """
            update model_migration_item set state = 'MAPS' where migration_id = ?
              and state = 'FAILED'
            """)
        .param(run)
        .update();
    jdbc.sql(
            """
            update model_migration set state = 'RUNNING', last_item = 0, finished_at = null
            where id = ?
            """)
        .param(run)
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void end(long run, MigrationRun.State state) {
    jdbc.sql("update model_migration set state = ?, finished_at = ? where id = ?")
        .param(state.name())
        .param(Timestamp.from(now.instant()))
        .param(run)
        .update();
  }
}
