package vn.thutuc.almanac;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/**
 * The runs that carry a change of the calendar to the open dossiers, one open at a time. Who works
 * on a run holds its row for one dossier at a time: the row's counters and the dossier commit
 * together, so a run that was killed goes on behind the last dossier that was carried, and several
 * nodes work on one run without carrying a dossier twice.
 */
@Service
@Transactional
public class CalendarRuns {

  private static final String COLUMNS =
      "id, cause, reissue, started_at, started_by, last_dossier, seen, moved, become_late,"
          + " stop_being_late, appointments, failed, finished_at";

  private static final RowMapper<Run> RUN =
      (row, index) ->
          new Run(
              row.getLong("id"),
              row.getString("cause"),
              row.getBoolean("reissue"),
              row.getTimestamp("started_at").toInstant(),
              row.getString("started_by"),
              row.getLong("last_dossier"),
              row.getInt("seen"),
              row.getInt("moved"),
              row.getInt("become_late"),
              row.getInt("stop_being_late"),
              row.getInt("appointments"),
              row.getInt("failed"),
              Optional.ofNullable(row.getTimestamp("finished_at"))
                  .map(Timestamp::toInstant)
                  .orElse(null));

  private final JdbcClient jdbc;
  private final CalendarRows rows;
  private final Now now;

  CalendarRuns(JdbcClient jdbc, CalendarRows rows, Now now) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.now = now;
  }

  /**
   * One run.
   *
   * @param cause what changed, in Vietnamese
   * @param reissue whether appointments that became too early are given anew
   * @param lastDossier every open dossier up to this one has been seen
   * @param seen dossiers seen, failed ones included
   * @param moved dossiers whose end moved
   * @param appointments appointments given anew
   * @param failed dossiers the change could not be carried to
   * @param finishedAt null while it is open
   */
  public record Run(
      long id,
      String cause,
      boolean reissue,
      Instant startedAt,
      String startedBy,
      long lastDossier,
      int seen,
      int moved,
      int becomeLate,
      int stopBeingLate,
      int appointments,
      int failed,
      Instant finishedAt) {

    /** Whether dossiers may still be waiting for it. */
    public boolean isOpen() {
      return finishedAt == null;
    }
  }

  /** What a run did to one dossier. */
  public record Step(
      boolean moved,
      boolean becomesLate,
      boolean stopsBeingLate,
      boolean reissued,
      boolean failed) {

    /** The dossier could not be carried. */
    public static final Step FAILED = new Step(false, false, false, false, true);
  }

  /** A dossier that a run could not carry. */
  public record Failure(long dossier, String number, Instant at) {}

  /** Opens a run and keeps what counted before it; the caller then changes what counts. */
  @Transactional(propagation = Propagation.MANDATORY)
  long open(String cause, boolean reissue, String by) {
    requireNoneOpen();
    long id =
        jdbc.sql(
                """
                insert into calendar_run (cause, reissue, started_at, started_by)
                values (?, ?, ?, ?) returning id
                """)
            .param(cause)
            .param(reissue)
            .param(Timestamp.from(now.instant()))
            .param(by)
            .query(Long.class)
            .single();
    rows.copy(Edition.CURRENT, Edition.before(id));
    return id;
  }

  private void requireNoneOpen() {
    openRun()
        .ifPresent(
            run -> {
              throw new AlmanacProblem(
                  "run-open",
                  null,
                  ("Thay đổi trước (\"%s\") đang được áp dụng cho các hồ sơ. Hãy chờ xong, hoặc bấm"
                          + " tiếp tục nếu việc đó bị gián đoạn.")
                      .formatted(run.cause()));
            });
  }

  /** All runs, newest first. */
  @Transactional(readOnly = true)
  public List<Run> all() {
    return jdbc.sql("select " + COLUMNS + " from calendar_run order by id desc limit 50")
        .query(RUN)
        .list();
  }

  /** A run by its id. */
  @Transactional(readOnly = true)
  public Optional<Run> find(long id) {
    return jdbc.sql("select " + COLUMNS + " from calendar_run where id = ?")
        .param(id)
        .query(RUN)
        .optional();
  }

  /** The run that is open, if any. */
  @Transactional(readOnly = true)
  public Optional<Run> openRun() {
    return jdbc.sql("select " + COLUMNS + " from calendar_run where finished_at is null")
        .query(RUN)
        .optional();
  }

  /** Holds an open run until the caller's transaction ends; empty when it is finished. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Run> hold(long id) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from calendar_run where id = ? and finished_at is null for update")
        .param(id)
        .query(RUN)
        .optional();
  }

  /** Records what was done to a dossier; the caller {@linkplain #hold holds} the run. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void advance(long id, long dossier, Step step) {
    add(id, dossier, step, 1, step.failed() ? 1 : 0);
  }

  private void add(long id, long dossier, Step step, int seen, int failed) {
    jdbc.sql(
            """
            update calendar_run set last_dossier = greatest(last_dossier, :dossier),
              seen = seen + :seen, failed = failed + :failed,
              moved = moved + :moved, become_late = become_late + :late,
              stop_being_late = stop_being_late + :timely,
              appointments = appointments + :reissued
            where id = :id
            """)
        .param("dossier", dossier)
        .param("seen", seen)
        .param("failed", failed)
        .param("moved", step.moved() ? 1 : 0)
        .param("late", step.becomesLate() ? 1 : 0)
        .param("timely", step.stopsBeingLate() ? 1 : 0)
        .param("reissued", step.reissued() ? 1 : 0)
        .param("id", id)
        .update();
  }

  /** Lists a dossier that could not be carried; the caller {@linkplain #hold holds} the run. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void fail(long id, long dossier) {
    jdbc.sql(
            """
            insert into calendar_run_failure (run_id, dossier_id, number, at)
            select ?, id, number, ? from dossier where id = ?
            """)
        .param(id)
        .param(Timestamp.from(now.instant()))
        .param(dossier)
        .update();
    advance(id, dossier, Step.FAILED);
  }

  /** Ends a run that has no dossier left. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void finish(long id) {
    jdbc.sql("update calendar_run set finished_at = ? where id = ?")
        .param(Timestamp.from(now.instant()))
        .param(id)
        .update();
  }

  /** The first dossiers that a run could not carry. */
  @Transactional(readOnly = true)
  public List<Failure> failures(long id) {
    return jdbc.sql(
            """
            select dossier_id, number, at from calendar_run_failure
            where run_id = ? order by dossier_id limit 200
            """)
        .param(id)
        .query(
            (row, index) ->
                new Failure(row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant()))
        .list();
  }

  /**
   * Takes a failed dossier off the list until the caller's transaction ends well.
   *
   * @return the run; empty when another node was quicker, or when the calendar has changed again
   *     and what counted before that is another run's business
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Run> takeFailed(long id, long dossier) {
    Optional<Run> last =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + " from calendar_run where id = ? and finished_at is not null"
                    + " and id = (select max(id) from calendar_run) for update")
            .param(id)
            .query(RUN)
            .optional();
    return last.filter(run -> removeFailure(id, dossier));
  }

  private boolean removeFailure(long id, long dossier) {
    return jdbc.sql("delete from calendar_run_failure where run_id = ? and dossier_id = ?")
            .param(id)
            .param(dossier)
            .update()
        == 1;
  }

  /** Records what was done to a dossier that had failed before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void correct(long id, Step step) {
    add(id, 0, step, 0, -1);
  }
}
