package vn.thutuc.story;

import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.process.acts.TaskActs;

/** What stories about acts beside the form share: permits of Sở Xây dựng and who has which task. */
abstract class ActsStory extends Story {

  static final String REASON = "Đi công tác đột xuất";

  @Autowired protected TaskActs taskActs;

  /** A permit that waits for a specialist; it ends on 04/03/2026 at 17:30. */
  protected void aPermitAtTheSpecialist() {
    itIs("2026-03-03T08:15");
    anotherPermitAtTheSpecialist();
  }

  protected String anotherPermitAtTheSpecialist() {
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Xử Lý").build());
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    return number;
  }

  /** A permit that waits for the leader's signature. */
  protected void aPermitAtTheLeader() {
    aPermitAtTheSpecialist();
    does("chuyenvien", "Task_Appraise", grant());
    does("truongphong", "Task_Review", "headDecision", "approve");
  }

  protected static Object[] grant() {
    return new Object[] {
      "opinion", "Đủ điều kiện", "proposal", "grant", "resultKind", "PERMIT_TRACKED"
    };
  }

  protected void claims(String person, Task task) {
    acts(person, () -> engine.getTaskService().claim(task.getId(), person));
  }

  protected Task again(Task task) {
    return engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
  }

  /** Numbers of what Tasklist's filter "Việc của tôi" shows somebody. */
  protected List<String> mine(String person) {
    return filtered(person, "Việc của tôi");
  }

  protected List<String> filtered(String person, String name) {
    return play.as(
        person,
        () -> {
          String filter =
              engine.getFilterService().createFilterQuery().filterName(name).singleResult().getId();
          return engine.getFilterService().<Task>list(filter).stream().map(Task::getId).toList();
        });
  }

  protected DossierDocument.Event last() {
    List<DossierDocument.Event> timeline = dossier().timeline();
    return timeline.get(timeline.size() - 1);
  }

  protected long lines(String event) {
    return journal().stream().filter(event::equals).count();
  }
}
