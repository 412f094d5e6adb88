package vn.thutuc.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;

/**
 * The models a dossier runs through, with where it stands and what it has passed: the procedure's
 * own and every called process it is inside of now. For those who may see the dossier.
 */
@Service
public class DossierDiagrams {

  /** A dossier is inside of very few called processes at once, and loops rarely. */
  private static final int MOST_PROCESSES = 10;

  private static final int MOST_ACTIVITIES = 2_000;

  /** What is drawn around other steps, or only joins them, is no step to read. */
  private static final Set<String> NO_STEPS =
      Set.of(
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "subProcess",
          "multiInstanceBody");

  private final DossierAccess dossiers;
  private final HistoryService history;
  private final RepositoryService repository;
  private final TaskService tasks;
  private final Organisation organisation;
  private final AsHouse house;

  DossierDiagrams(
      DossierAccess dossiers,
      HistoryService history,
      RepositoryService repository,
      TaskService tasks,
      Organisation organisation,
      AsHouse house) {
    this.dossiers = dossiers;
    this.history = history;
    this.repository = repository;
    this.tasks = tasks;
    this.organisation = organisation;
    this.house = house;
  }

  /**
   * The diagrams.
   *
   * @param processes the procedure's own first, then the called ones it is inside of; empty when
   *     the engine keeps nothing of the dossier any more
   */
  public record Diagrams(String number, List<Process> processes) {}

  /**
   * A process with its model.
   *
   * @param name what the model is called, in Vietnamese
   * @param calledAt name of the element that called it; null for the procedure's own
   * @param running whether the dossier is in it
   * @param xml the model as BPMN
   * @param active elements where the dossier stands
   * @param done elements it has passed, in the order they were first entered
   */
  public record Process(
      String name,
      String calledAt,
      boolean running,
      String xml,
      List<Place> active,
      List<Place> done) {}

  /**
   * An element of a model.
   *
   * @param element its id
   * @param name its name; may be null
   * @param step whether a person reads it as a step, and not as a branch or a frame
   * @param since when it was entered, the last time; local to Asia/Ho_Chi_Minh
   * @param until when it was left; null while the dossier stands there
   * @param holder name of who has the task; null while nobody has, or where there is none
   */
  public record Place(
      String element,
      String name,
      boolean step,
      LocalDateTime since,
      LocalDateTime until,
      String holder) {}

  /**
   * The diagrams of a dossier.
   *
   * @throws vn.thutuc.dossier.DossierProblem when there is no dossier the caller may know of
   */
  @Transactional(readOnly = true)
  public Diagrams of(String number) {
    dossiers.readable(number);
    return house.call(() -> new Diagrams(number, processes(number)));
  }

  private List<Process> processes(String number) {
    List<HistoricProcessInstance> instances =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(number)
            .orderByProcessInstanceStartTime()
            .asc()
            .listPage(0, MOST_ACTIVITIES);
    Map<String, HistoricProcessInstance> shown = new LinkedHashMap<>();
    instances.stream()
        .filter(one -> one.getSuperProcessInstanceId() == null || one.getEndTime() == null)
        .sorted(Comparator.comparing(one -> one.getSuperProcessInstanceId() != null))
        .limit(MOST_PROCESSES)
        .forEach(one -> shown.put(one.getId(), one));
    Map<String, List<HistoricActivityInstance>> passed = new HashMap<>();
    shown.keySet().forEach(id -> passed.put(id, activities(id)));
    List<Process> processes = new ArrayList<>();
    shown.values().forEach(one -> processes.add(process(one, passed)));
    return processes;
  }

  private List<HistoricActivityInstance> activities(String instance) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .orderByHistoricActivityInstanceStartTime()
        .asc()
        .orderPartiallyByOccurrence()
        .asc()
        .listPage(0, MOST_ACTIVITIES);
  }

  private Process process(
      HistoricProcessInstance instance, Map<String, List<HistoricActivityInstance>> passed) {
    List<HistoricActivityInstance> activities = passed.get(instance.getId());
    Map<String, String> holders = holders(instance.getId());
    Map<String, Place> active = new LinkedHashMap<>();
    Map<String, Place> done = new LinkedHashMap<>();
    for (HistoricActivityInstance one : activities) {
      if (one.isCanceled()) {
        // Taken back, or cut short by what came between: it was entered and never passed.
        continue;
      }
      boolean open = one.getEndTime() == null;
      (open ? active : done)
          .put(one.getActivityId(), place(one, open ? holders.get(one.getTaskId()) : null));
    }
    return new Process(
        name(instance),
        calledAt(instance, passed).orElse(null),
        instance.getEndTime() == null,
        xml(instance.getProcessDefinitionId()),
        List.copyOf(active.values()),
        List.copyOf(done.values()));
  }

  private static Place place(HistoricActivityInstance one, String holder) {
    return new Place(
        element(one.getActivityId()),
        one.getActivityName(),
        one.getActivityName() != null && !NO_STEPS.contains(one.getActivityType()),
        local(one.getStartTime()),
        local(one.getEndTime()),
        holder);
  }

  /** What goes on for several at once is drawn as the one step it is. */
  private static String element(String activity) {
    int body = activity.indexOf("#multiInstanceBody");
    return body < 0 ? activity : activity.substring(0, body);
  }

  private Map<String, String> holders(String instance) {
    Map<String, String> holders = new HashMap<>();
    tasks.createTaskQuery().processInstanceId(instance).listPage(0, MOST_ACTIVITIES).stream()
        .filter(task -> task.getAssignee() != null)
        .forEach(task -> holders.put(task.getId(), holder(task)));
    return holders;
  }

  private String holder(Task task) {
    return organisation.person(task.getAssignee()).map(PersonView::name).orElse(task.getAssignee());
  }

  private static Optional<String> calledAt(
      HistoricProcessInstance instance, Map<String, List<HistoricActivityInstance>> passed) {
    return passed.values().stream()
        .flatMap(List::stream)
        .filter(one -> instance.getId().equals(one.getCalledProcessInstanceId()))
        .map(HistoricActivityInstance::getActivityName)
        .findFirst();
  }

  private static String name(HistoricProcessInstance instance) {
    return Optional.ofNullable(instance.getProcessDefinitionName())
        .orElse(instance.getProcessDefinitionKey());
  }

  private String xml(String definition) {
    try (InputStream model = repository.getProcessModel(definition)) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The model " + definition + " cannot be read", e);
    }
  }

  private static LocalDateTime local(Date date) {
    return date == null
        ? null
        : LocalDateTime.ofInstant(date.toInstant(), WorkingCalendar.ZONE).withNano(0);
  }
}
