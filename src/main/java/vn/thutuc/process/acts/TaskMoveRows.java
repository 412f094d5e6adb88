package vn.thutuc.process.acts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/**
 * The runs that move tasks, and what became of each task. Who works on a run holds its row for one
 * task at a time: the task and what is recorded of it commit together.
 */
@Component
class TaskMoveRows {

  private static final String COLUMNS =
      "select id, request_id, kind, from_person, to_person, reason, total, opened_by, opened_at,"
          + " finished_at from task_move ";

  private static final String ITEM =
      "select id, task_id, number, step, from_person, state, reason from task_move_item ";

  private static final RowMapper<TaskMove> RUN =
      (row, index) ->
          new TaskMove(
              row.getLong("id"),
              TaskMove.Kind.valueOf(row.getString("kind")),
              row.getString("from_person"),
              row.getString("to_person"),
              row.getString("reason"),
              row.getInt("total"),
              row.getString("opened_by"),
              row.getTimestamp("opened_at").toInstant(),
              instant(row, "finished_at"));

  private static final RowMapper<TaskMove.Item> ONE =
      (row, index) ->
          new TaskMove.Item(
              row.getLong("id"),
              row.getString("task_id"),
              row.getString("number"),
              row.getString("step"),
              row.getString("from_person"),
              TaskMove.ItemState.valueOf(row.getString("state")),
              row.getString("reason"));

  private final JdbcClient jdbc;
  private final Now now;

  TaskMoveRows(JdbcClient jdbc, Now now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  /** The run somebody asked for with this id of theirs, if they did. */
  Optional<TaskMove> ofRequest(String person, String requestId) {
    return jdbc.sql(COLUMNS + "where opened_by = ? and request_id = ?")
        .param(person)
        .param(requestId)
        .query(RUN)
        .optional();
  }

  Optional<TaskMove> find(long id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query(RUN).optional();
  }

  List<TaskMove> openedBy(String person) {
    return jdbc.sql(COLUMNS + "where opened_by = ? order by id desc limit 20")
        .param(person)
        .query(RUN)
        .list();
  }

  /** Runs with tasks that wait, the oldest first. */
  List<Long> open() {
    return jdbc.sql("select id from task_move where finished_at is null order by id limit 100")
        .query(Long.class)
        .list();
  }

  /** Opens a run; empty when the same person asked for it before with the same id. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Long> open(String requestId, TaskMove.Wanted wanted, String person) {
    return jdbc.sql(
            """
            insert into task_move
              (request_id, kind, from_person, to_person, reason, total, opened_by, opened_at)
            values (:request, :kind, :from, :to, :reason, 0, :by, :at)
            on conflict (opened_by, request_id) do nothing returning id
            """)
        .param("request", requestId)
        .param("kind", wanted.kind().name())
        .param("from", wanted.from())
        .param("to", wanted.to())
        .param("reason", wanted.reason())
        .param("by", person)
        .param("at", Timestamp.from(now.instant()))
        .query(Long.class)
        .optional();
  }

  /** Enters tasks by their ids; one that is gone already is entered without a dossier. */
  @Transactional(propagation = Propagation.MANDATORY)
  void addTasks(long run, Collection<String> tasks) {
    jdbc.sql(
            """
            insert into task_move_item (move_id, task_id, number, step, from_person)
            select :run, wanted.id, e.business_key_, t.name_, t.assignee_
            from unnest(cast(:tasks as varchar[])) with ordinality wanted (id, place)
            left join act_ru_task t on t.id_ = wanted.id
            left join act_ru_execution e on e.id_ = t.proc_inst_id_
            order by wanted.place on conflict do nothing
            """)
        .param("run", run)
        .param("tasks", tasks.toArray(String[]::new))
        .update();
    count(run);
  }

  /** Enters everything that somebody has in these groups; null for everything they have. */
  @Transactional(propagation = Propagation.MANDATORY)
  void addTasksOf(long run, String person, Collection<String> groups) {
    jdbc.sql(
            """
            insert into task_move_item (move_id, task_id, number, step, from_person)
            select :run, t.id_, e.business_key_, t.name_, t.assignee_
            from act_ru_task t left join act_ru_execution e on e.id_ = t.proc_inst_id_
            where t.assignee_ = :person and (:all or exists (
              select 1 from act_ru_identitylink l where l.task_id_ = t.id_
                and l.group_id_ = any(cast(:groups as varchar[]))))
            order by t.create_time_, t.id_
            """)
        .param("run", run)
        .param("person", person)
        .param("all", groups == null)
        .param("groups", groups == null ? new String[0] : groups.toArray(String[]::new))
        .update();
    count(run);
  }

  /** Enters the dossiers of a unit; each stands in the place of a task. */
  @Transactional(propagation = Propagation.MANDATORY)
  void addDossiers(long run, Collection<String> numbers) {
    jdbc.sql(
            """
            insert into task_move_item (move_id, task_id, number)
            select :run, n, n from unnest(cast(:numbers as varchar[])) with ordinality w (n, place)
            order by place
            """)
        .param("run", run)
        .param("numbers", numbers.toArray(String[]::new))
        .update();
    count(run);
  }

  private void count(long run) {
    jdbc.sql(
            """
            update task_move set total = (select count(*) from task_move_item where move_id = :run)
            where id = :run
            """)
        .param("run", run)
        .update();
  }

  /** Holds a run that is not finished until the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<TaskMove> hold(long id) {
    return jdbc.sql(COLUMNS + "where id = ? and finished_at is null for update")
        .param(id)
        .query(RUN)
        .optional();
  }

  Optional<TaskMove.Item> next(long run) {
    return jdbc.sql(ITEM + "where move_id = ? and state = 'WAITING' order by id limit 1")
        .param(run)
        .query(ONE)
        .optional();
  }

  /** Items of a run behind one, in a state or in any. */
  List<TaskMove.Item> page(long run, TaskMove.ItemState state, long after, int size) {
    return jdbc.sql(
            ITEM
                + "where move_id = :run and id > :after"
                + (state == null ? "" : " and state = :state")
                + " order by id limit :size")
        .param("run", run)
        .param("after", after)
        .param("state", state == null ? "" : state.name())
        .param("size", size)
        .query(ONE)
        .list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void record(long item, TaskMove.ItemState state, String reason) {
    jdbc.sql("update task_move_item set state = ?, reason = ?, at = ? where id = ?")
        .param(state.name())
        .param(reason)
        .param(Timestamp.from(now.instant()))
        .param(item)
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void finish(long run) {
    jdbc.sql("update task_move set finished_at = ? where id = ?")
        .param(Timestamp.from(now.instant()))
        .param(run)
        .update();
  }

  Map<TaskMove.ItemState, Integer> counts(long run) {
    Map<TaskMove.ItemState, Integer> counts = new TreeMap<>();
    jdbc.sql("select state, count(*) from task_move_item where move_id = ? group by state")
        .param(run)
        .query(
            (row, index) -> counts.put(TaskMove.ItemState.valueOf(row.getString(1)), row.getInt(2)))
        .list();
    return counts;
  }
}
