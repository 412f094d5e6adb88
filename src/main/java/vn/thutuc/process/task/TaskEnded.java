package vn.thutuc.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Forgets who opened a task once it is completed or cancelled. */
@Component
class TaskEnded implements TaskListener {

  private final ObjectProvider<TaskOpenings> openings;

  TaskEnded(ObjectProvider<TaskOpenings> openings) {
    this.openings = openings;
  }

  @Override
  public void notify(DelegateTask task) {
    openings.getObject().forget(task.getId());
  }
}
