package vn.thutuc.process.acts;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.AsHouse;

/** Says what became of a task that somebody still has before them: who did it, or why it went. */
@Service
@Transactional(readOnly = true)
public class TaskFates {

  private static final ZoneId ZONE = WorkingCalendar.ZONE;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy", Locale.ROOT);
  private static final String COMPLETED = "completed";

  private final WorkTasks work;
  private final HistoryService history;
  private final DossierDocuments documents;
  private final Rights rights;
  private final AsHouse house;

  TaskFates(
      WorkTasks work,
      HistoryService history,
      DossierDocuments documents,
      Rights rights,
      AsHouse house) {
    this.work = work;
    this.history = history;
    this.documents = documents;
    this.rights = rights;
    this.house = house;
  }

  /**
   * What became of a task.
   *
   * @param open whether it is still to be done
   * @param text what to tell the officer, in Vietnamese
   */
  public record Fate(boolean open, String number, String text) {}

  /** The fate of a task whose dossier the caller may see. */
  public Fate of(String taskId) {
    Optional<WorkTask> open = work.any(taskId);
    if (open.isPresent()) {
      card(open.get().number());
      return new Fate(true, open.get().number(), open(open.get()));
    }
    HistoricTaskInstance task =
        house.call(() -> history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult());
    if (task == null || task.getEndTime() == null) {
      throw WorkTasks.gone();
    }
    HistoricProcessInstance instance =
        house.call(
            () ->
                history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult());
    if (instance == null || instance.getBusinessKey() == null) {
      throw WorkTasks.gone();
    }
    DossierDocuments.Card dossier = card(instance.getBusinessKey());
    return new Fate(false, dossier.number(), closed(task, dossier));
  }

  /** Whoever may not see the dossier is told there is no such task, and not its number. */
  private DossierDocuments.Card card(String number) {
    try {
      return documents.card(number);
    } catch (DossierProblem notTheirs) {
      throw WorkTasks.gone();
    }
  }

  private String open(WorkTask task) {
    return task.assignee() == null
        ? "Việc “%s” chưa có người nhận.".formatted(task.name())
        : "Việc “%s” đang do %s xử lý.".formatted(task.name(), rights.name(task.assignee()));
  }

  private String closed(HistoricTaskInstance task, DossierDocuments.Card dossier) {
    String at = at(task.getEndTime());
    return COMPLETED.equals(task.getDeleteReason())
        ? "Việc “%s” của hồ sơ %s đã được %s hoàn thành lúc %s."
            .formatted(
                task.getName(),
                dossier.number(),
                task.getAssignee() == null ? "người khác" : rights.name(task.getAssignee()),
                at)
        : "Việc “%s” của hồ sơ %s đã kết thúc lúc %s vì hồ sơ chuyển bước; trạng thái hiện nay: %s."
            .formatted(task.getName(), dossier.number(), at, dossier.state().label());
  }

  private static String at(Date date) {
    return AT.format(date.toInstant().atZone(ZONE));
  }
}
