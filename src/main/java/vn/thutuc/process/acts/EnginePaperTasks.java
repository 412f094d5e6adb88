package vn.thutuc.process.acts;

import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierWork;
import vn.thutuc.dossier.PaperStep;
import vn.thutuc.dossier.PaperTasks;
import vn.thutuc.process.task.PaperForm;
import vn.thutuc.process.task.PaperPath;

/** Finds the step behind a task and completes it with its own form, for the papers of results. */
@Component
class EnginePaperTasks implements PaperTasks {

  private final WorkTasks work;
  private final DossierWork dossiers;
  private final PaperPath path;
  private final ProcessEngineConfigurationImpl engine;
  private final FormService forms;

  EnginePaperTasks(
      WorkTasks work,
      DossierWork dossiers,
      PaperPath path,
      ProcessEngineConfigurationImpl engine,
      FormService forms) {
    this.work = work;
    this.dossiers = dossiers;
    this.path = path;
    this.engine = engine;
    this.forms = forms;
  }

  @Override
  public Task seen(String taskId) {
    return describe(work.seen(taskId));
  }

  @Override
  public Task held(String taskId) {
    WorkTask task = work.held(taskId);
    dossiers.requireWork(task.number());
    return describe(task);
  }

  @Override
  public void complete(String taskId, Map<String, Object> form) {
    // As the person: who may complete the task, and for whom, is asked as from Tasklist.
    forms.submitTaskForm(taskId, form);
  }

  private Task describe(WorkTask task) {
    return engine
        .getCommandExecutorTxRequired()
        .execute((Command<Task>) commands -> describe(commands, task));
  }

  private Task describe(CommandContext commands, WorkTask task) {
    TaskEntity entity = commands.getTaskManager().findTaskById(task.id());
    if (entity == null) {
      throw WorkTasks.gone();
    }
    PaperForm form = path.form(entity);
    PaperStep step = path.step(entity).orElse(null);
    return new Task(
        task.id(),
        task.number(),
        task.name(),
        task.assignee(),
        step,
        step != null || path.drafts(entity),
        form.decisionField(),
        form.choices());
  }
}
