package vn.thutuc.process.task;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;

/**
 * Who has had an open task before them: its form, or a tab about it. Being in a list is not yet
 * being opened. One row a person, the first time only; the database removes them with the task.
 */
@Component
public class TaskOpenings {

  private final JdbcClient jdbc;
  private final Now now;

  TaskOpenings(JdbcClient jdbc, Now now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /** Somebody, the first time they opened the task. */
  public record Opening(String person, Instant at) {}

  /**
   * Notes that somebody has an open task before them; repeating it changes nothing. A task that is
   * being completed at this moment is waited for: it is then gone, and nothing is noted.
   */
  public void opened(String taskId, String person) {
    jdbc.sql(
            """
            insert into task_opened (task_id, person, opened_at)
            select id_, ?, ? from act_ru_task where id_ = ? for key share on conflict do nothing
            """)
        .param(person)
        .param(Timestamp.from(now.instant()))
        .param(taskId)
        .update();
  }

  /** Keeps others from the task until the caller's transaction ends; one that is gone is let be. */
  void hold(String taskId) {
    jdbc.sql("select id_ from act_ru_task where id_ = ? for update")
        .param(taskId)
        .query(String.class)
        .optional();
  }

  /** Everybody who has opened the task, the first one first. */
  public List<Opening> of(String taskId) {
    return jdbc.sql(
            """
            select person, opened_at from task_opened where task_id = ?
            order by opened_at, person limit 200
            """)
        .param(taskId)
        .query(
            (row, index) ->
                new Opening(row.getString("person"), row.getTimestamp("opened_at").toInstant()))
        .list();
  }
}
