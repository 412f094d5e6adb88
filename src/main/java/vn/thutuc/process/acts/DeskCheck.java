package vn.thutuc.process.acts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.RepeatedAfterLostRace;

/**
 * The desk's check of a dossier's papers from a page of ours: the same step that officers complete
 * in Tasklist, with the same rights, form rules and journal.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class DeskCheck {

  /** The step every procedure's model begins with. */
  static final String STEP = "Task_CheckPapers";

  private final TaskService tasks;
  private final FormService forms;
  private final DossierAccess dossiers;
  private final CurrentActor actor;

  DeskCheck(TaskService tasks, FormService forms, DossierAccess dossiers, CurrentActor actor) {
    this.tasks = tasks;
    this.forms = forms;
    this.dossiers = dossiers;
    this.actor = actor;
  }

  /**
   * The papers are complete: the dossier is received.
   *
   * @param note for the journal; may be null
   * @throws DossierProblem when it does not wait for the check, or the caller may not
   */
  public void accept(String number, String note) {
    complete(number, "complete", null, note);
  }

  /**
   * Reception is refused (form 03).
   *
   * @param reason why; required
   * @throws DossierProblem when it does not wait for the check, or the caller may not
   */
  public void refuse(String number, String reason) {
    if (reason == null || reason.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing", "reason", "Chưa nhập \"Lý do từ chối\". Hãy điền rồi gửi lại.");
    }
    complete(number, "refuse", reason.strip(), null);
  }

  private void complete(String number, String result, String reason, String note) {
    dossiers.workable(number);
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(number)
            .taskDefinitionKey(STEP)
            .singleResult();
    if (task == null) {
      throw DossierProblem.conflict(
          "no-check-waits",
          "Hồ sơ %s không chờ kiểm tra ở bộ phận một cửa của anh/chị. Hãy tải lại danh sách."
              .formatted(number));
    }
    String me = actor.get().personId();
    if (task.getAssignee() == null) {
      tasks.claim(task.getId(), me);
    } else if (!task.getAssignee().equals(me)) {
      throw DossierProblem.conflict(
          "check-taken", "Hồ sơ %s đang do cán bộ khác kiểm tra.".formatted(number));
    }
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("papersChecked", true);
    form.put("checkResult", result);
    form.put("reason", reason);
    form.put("note", note);
    forms.submitTaskForm(task.getId(), form);
  }
}
