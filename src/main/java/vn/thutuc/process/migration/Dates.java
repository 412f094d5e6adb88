package vn.thutuc.process.migration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/**
 * Every date of a dossier's whole process tree at one moment, and the jobs that carry them.
 *
 * @param dates what ({@code timer}, {@code task} or {@code phase} with its place) and when; a task
 *     nobody waits for has {@code none}
 * @param jobs state of each job by its id: kind, retries, suspension
 */
record Dates(SortedMap<String, String> dates, Map<String, String> jobs) {

  static final String NONE = "none";

  /**
   * Reads them.
   *
   * @param tree ids of the dossier's process instances
   * @param moving the instance whose elements are called by their ids in the new version
   * @param renamed id in the new version by that in the old one
   */
  static Dates read(
      CommandContext context,
      List<String> tree,
      String moving,
      UnaryOperator<String> renamed,
      Map<String, Instant> phases) {
    Map<String, List<String>> found = new HashMap<>();
    Map<String, String> jobs = new HashMap<>();
    for (String instance : tree) {
      ExecutionEntity root = context.getExecutionManager().findExecutionById(instance);
      String key = root.getProcessDefinition().getKey();
      UnaryOperator<String> named = instance.equals(moving) ? renamed : UnaryOperator.identity();
      for (JobEntity job : context.getJobManager().findJobsByProcessInstanceId(instance)) {
        String element = named.apply(job.getActivityId());
        jobs.put(job.getId(), state(job, element));
        if (job instanceof TimerEntity) {
          add(found, "timer " + key + "/" + element, text(job.getDuedate()));
        }
      }
      for (TaskEntity task : context.getTaskManager().findTasksByProcessInstanceId(instance)) {
        String element = named.apply(task.getTaskDefinitionKey());
        add(found, "task " + key + "/" + element, text(task.getDueDate()));
      }
    }
    phases.forEach((phase, end) -> add(found, "phase " + phase, end.toString()));
    return new Dates(numbered(found), jobs);
  }

  private static void add(Map<String, List<String>> found, String what, String when) {
    found.computeIfAbsent(what, key -> new ArrayList<>()).add(when);
  }

  /** Two of a kind are told apart by their order in time. */
  private static SortedMap<String, String> numbered(Map<String, List<String>> found) {
    SortedMap<String, String> dates = new TreeMap<>();
    found.forEach(
        (what, all) -> {
          Collections.sort(all);
          for (int i = 0; i < all.size(); i++) {
            dates.put(i == 0 ? what : what + " #" + (i + 1), all.get(i));
          }
        });
    return dates;
  }

  private static String text(Date date) {
    return date == null ? NONE : Instant.ofEpochMilli(date.getTime()).toString();
  }

  private static String state(JobEntity job, String element) {
    return "%s %s retries=%d suspension=%d"
        .formatted(job.getJobHandlerType(), element, job.getRetries(), job.getSuspensionState());
  }
}
