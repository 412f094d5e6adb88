package vn.thutuc.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/**
 * The steps that people completed, and what has come of each since: a step of which nothing has
 * come can be taken back by whoever completed it. Who may is asked by the caller.
 */
@Service
@Transactional
public class CompletedSteps {

  /** Lines after which a step can still be taken back: they follow from no step. */
  private static final Set<JournalEvent> HARMLESS =
      EnumSet.of(
          JournalEvent.STEP_DONE,
          JournalEvent.RESULT_DRAFT_PASSED,
          JournalEvent.ASSIGNED,
          JournalEvent.HANDED_OVER,
          JournalEvent.TAKEN_BACK,
          JournalEvent.WORK_RETURNED,
          JournalEvent.DOCUMENT_ADDED,
          JournalEvent.DOCUMENT_REPLACED,
          JournalEvent.DOCUMENT_REMOVED,
          JournalEvent.DOCUMENT_REFUSED,
          JournalEvent.PAPERS_SENT,
          JournalEvent.PAPERS_RECEIVED,
          JournalEvent.PAPERS_MISSING,
          JournalEvent.PAPERS_WITHDRAWN,
          JournalEvent.PAPER_MARKED,
          JournalEvent.PAPER_UNMARKED,
          JournalEvent.NOTE_ADDED,
          JournalEvent.NOTE_WITHDRAWN);

  private static final int MOST_LINES = 200;

  private static final String COLUMNS =
      """
      select e.id, d.number, e.task_id, e.step, e.actor, e.on_behalf_of, e.at, e.journal_line,
        e.outbound_act, e.reopened_as
      from dossier_entry e join dossier d on d.id = e.dossier_id
      """;

  private final Dossiers dossiers;
  private final FormEntries entries;
  private final Journal journal;
  private final JdbcClient jdbc;
  private final Now now;

  CompletedSteps(
      Dossiers dossiers, FormEntries entries, Journal journal, JdbcClient jdbc, Now now) {
    this.dossiers = dossiers;
    this.entries = entries;
    this.journal = journal;
    this.jdbc = jdbc;
    this.now = now;
  }

  /**
   * A step that is being completed.
   *
   * @param taskId the engine's task
   * @param step id of the step in the model
   * @param stepName its name, in Vietnamese
   * @param outboundAct newest act that was to leave the house before it; 0 for none
   * @param journalLine newest line of the journal before anything of it was written; 0 for none
   */
  public record Completion(
      String taskId, String step, String stepName, long outboundAct, long journalLine) {}

  /**
   * A completed step.
   *
   * @param id its entry
   * @param number number of the dossier
   * @param taskId the task in which it was done
   * @param step id of the step in the model
   * @param person login id of who did it
   * @param onBehalfOf login id of for whom; null for nobody
   * @param at when
   * @param journalLine newest line of the journal before it
   * @param outboundAct newest act that was to leave the house before it
   * @param reopenedAs task in which it was opened anew; null while it was not taken back
   */
  public record Step(
      long id,
      String number,
      String taskId,
      String step,
      String person,
      String onBehalfOf,
      Instant at,
      long journalLine,
      long outboundAct,
      String reopenedAs) {}

  /** The step that was done in a task; empty when none was. */
  @Transactional(readOnly = true)
  public Optional<Step> ofTask(String taskId) {
    return jdbc.sql(COLUMNS + "where e.task_id = ?")
        .param(taskId)
        .query(CompletedSteps::step)
        .optional();
  }

  /** The step of the dossier that was completed last and not taken back. */
  @Transactional(readOnly = true)
  public Optional<Step> newest(String number) {
    return jdbc.sql(
            COLUMNS
                + """
                where d.number = ? and e.taken_back_at is null and e.task_id is not null
                order by e.id desc limit 1
                """)
        .param(number)
        .query(CompletedSteps::step)
        .optional();
  }

  /**
   * What of the journal stands in the way of taking a step back: the label of the first thing that
   * was done or happened since, with its time.
   */
  @Transactional(readOnly = true)
  public Optional<Since> since(Step step) {
    Dossier dossier = find(step.number());
    List<Since> lines =
        jdbc.sql(
                """
                select at, event, data::text from dossier_journal
                where dossier_id = ? and id > ? order by id limit ?
                """)
            .param(dossier.id())
            .param(step.journalLine())
            .param(MOST_LINES)
            .query(CompletedSteps::since)
            .list();
    return lines.stream()
        .filter(line -> !HARMLESS.contains(line.event()))
        .findFirst()
        .or(() -> lines.size() == MOST_LINES ? Optional.of(lines.get(1)) : Optional.empty());
  }

  /**
   * Something that happened after a step.
   *
   * @param label what, in Vietnamese
   * @param at when, local to Asia/Ho_Chi_Minh
   */
  public record Since(JournalEvent event, String label, LocalDateTime at) {}

  /**
   * Takes a step back, in the transaction in which the engine opens it anew: what was typed counts
   * no longer, and fills the form of the new task.
   *
   * @param newTask the task in which the step is done again
   * @param onBehalfOf login id of for whom it is taken back; null for nobody
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeBack(
      Step step, String stepName, String newTask, String reason, String onBehalfOf) {
    int taken =
        jdbc.sql(
                """
                update dossier_entry set taken_back_at = ?, reopened_as = ?
                where id = ? and taken_back_at is null
                """)
            .param(Timestamp.from(now.instant()))
            .param(newTask)
            .param(step.id())
            .update();
    if (taken != 1) {
      throw new IllegalStateException("Entry %d was taken back meanwhile".formatted(step.id()));
    }
    journal.write(
        find(step.number()),
        JournalEvent.STEP_TAKEN_BACK,
        reason,
        Map.of("what", stepName),
        onBehalfOf);
  }

  /** What had been typed into a step that was opened anew as this task; empty for other tasks. */
  @Transactional(readOnly = true)
  public Map<String, Object> typed(String taskId) {
    return entries.reopened(taskId);
  }

  private static Step step(ResultSet row, int index) throws SQLException {
    return new Step(
        row.getLong("id"),
        row.getString("number"),
        row.getString("task_id"),
        row.getString("step"),
        row.getString("actor"),
        row.getString("on_behalf_of"),
        row.getTimestamp("at").toInstant(),
        row.getLong("journal_line"),
        row.getLong("outbound_act"),
        row.getString("reopened_as"));
  }

  private static Since since(ResultSet row, int index) throws SQLException {
    JournalEvent event = JournalEvent.valueOf(row.getString("event"));
    return new Since(
        event,
        event.label(row.getString("data")),
        DossierClock.local(row.getTimestamp("at").toInstant()));
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
