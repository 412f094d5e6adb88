package vn.thutuc.process.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Reception;
import vn.thutuc.dossier.Submission;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PostView;
import vn.thutuc.organisation.UnitView;

/** The house's engine, walked by hand. For one thread. */
@Component
@Profile("rehearsal")
class EngineWalks implements WalkEngine {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final FormService forms;
  private final ManagementService management;
  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;
  private final Organisation organisation;
  private final Reception reception;
  private final WalkTrace trace;
  private final Now now;
  private final Map<String, String> formTexts = new HashMap<>();
  private final Map<String, String> elements = new HashMap<>();
  private final Map<String, Login> logins = new HashMap<>();
  private final Map<String, Boolean> conditions = new HashMap<>();

  /** Who may claim the tasks of this walk; nobody changes that while it goes on. */
  private final Map<String, Set<String>> candidates = new HashMap<>();

  /** With which groups and agencies somebody works. */
  private record Login(List<String> groups, List<String> agencies) {}

  EngineWalks(
      ProcessEngineConfigurationImpl engine,
      Organisation organisation,
      Reception reception,
      WalkTrace trace,
      Now now) {
    this.engine = engine;
    this.repository = engine.getRepositoryService();
    this.runtime = engine.getRuntimeService();
    this.tasks = engine.getTaskService();
    this.forms = engine.getFormService();
    this.management = engine.getManagementService();
    this.identity = engine.getIdentityService();
    this.organisation = organisation;
    this.reception = reception;
    this.trace = trace;
    this.now = now;
  }

  @Override
  public void deploy(String name, Map<String, byte[]> files) {
    DeploymentBuilder deployment = repository.createDeployment().name(name);
    files.forEach((path, text) -> deployment.addInputStream(path, new ByteArrayInputStream(text)));
    try {
      deployment.deploy();
    } catch (ProcessEngineException e) {
      throw new ModelRefused(e.getMessage(), e);
    }
  }

  @Override
  public <T> T as(String person, Supplier<T> act) {
    Login login = logins.computeIfAbsent(person, this::login);
    trace.acts();
    identity.setAuthentication(person, login.groups(), login.agencies());
    try {
      return act.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  /** As the provisioning makes them: the role, and the role in the unit; the unit's agency. */
  private Login login(String person) {
    List<PostView> posts = organisation.postsOf(person, now.local().toLocalDate());
    return new Login(
        posts.stream()
            .flatMap(post -> Stream.of(post.role(), organisation.group(post.unitId(), post.role())))
            .distinct()
            .toList(),
        posts.stream()
            .flatMap(post -> organisation.agencyOf(post.unitId()).stream())
            .map(UnitView::id)
            .distinct()
            .toList());
  }

  @Override
  public String receive(String person, Submission submission) {
    return as(person, () -> reception.receive(submission));
  }

  @Override
  public List<OpenStep> openSteps(String number) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .orderByTaskCreateTime()
        .asc()
        .list()
        .stream()
        .map(this::step)
        .sorted(Comparator.comparing(OpenStep::created).thenComparing(OpenStep::element))
        .toList();
  }

  @Override
  public boolean isOpen(OpenStep step) {
    return tasks.createTaskQuery().taskId(step.id()).count() > 0;
  }

  private Set<String> groups(String task) {
    return tasks.getIdentityLinksForTask(task).stream()
        .map(IdentityLink::getGroupId)
        .filter(group -> group != null)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private OpenStep step(Task task) {
    Set<String> groups = candidates.computeIfAbsent(task.getId(), this::groups);
    return new OpenStep(
        task.getId(),
        key(task.getProcessDefinitionId()),
        trace.path(task.getProcessInstanceId()),
        task.getTaskDefinitionKey(),
        task.getName(),
        groups,
        instant(task.getDueDate()),
        instant(task.getCreateTime()));
  }

  /** Ids of definitions begin with their key: {@code key:version:id}. */
  private static String key(String definitionId) {
    return definitionId.substring(0, definitionId.indexOf(':'));
  }

  private static Instant instant(Date date) {
    return date == null ? null : Instant.ofEpochMilli(date.getTime());
  }

  @Override
  public String form(OpenStep step) {
    return formTexts.computeIfAbsent(
        step.process() + ":" + step.element(),
        wanted -> {
          try (InputStream form = forms.getDeployedTaskForm(step.id())) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException("The form of " + wanted + " cannot be read", e);
          }
        });
  }

  @Override
  public void complete(String person, OpenStep step, Map<String, Object> form) {
    as(
        person,
        () -> {
          tasks.claim(step.id(), person);
          forms.submitTaskForm(step.id(), form);
          return null;
        });
  }

  @Override
  public List<PendingJob> jobs() {
    return management.createJobQuery().active().orderByJobDuedate().asc().list().stream()
        .filter(job -> job.getProcessInstanceId() != null)
        .map(this::job)
        .toList();
  }

  private PendingJob job(Job job) {
    String element = elements.computeIfAbsent(job.getJobDefinitionId(), this::element);
    int colon = element.indexOf(':');
    return new PendingJob(
        job.getId(),
        key(job.getProcessDefinitionId()),
        trace.path(job.getProcessInstanceId()),
        element.substring(colon + 1),
        instant(job.getDuedate()),
        element.startsWith("timer"));
  }

  private String element(String jobDefinition) {
    var definition =
        management.createJobDefinitionQuery().jobDefinitionId(jobDefinition).singleResult();
    return definition.getJobType() + ":" + definition.getActivityId();
  }

  @Override
  public void run(PendingJob job) {
    trace.acts();
    management.executeJob(job.id());
  }

  @Override
  public List<Awaited> awaited() {
    return runtime.createEventSubscriptionQuery().eventType("message").list().stream()
        .filter(open -> open.getProcessInstanceId() != null)
        .map(this::awaited)
        .sorted(Comparator.comparing(Awaited::path).thenComparing(Awaited::element))
        .toList();
  }

  private Awaited awaited(EventSubscription open) {
    String instance = open.getProcessInstanceId();
    return new Awaited(
        open.getEventName(), trace.process(instance), trace.path(instance), open.getActivityId());
  }

  @Override
  public Map<String, Object> flags(String number) {
    String[] instances =
        instances(number).stream().map(ProcessInstance::getId).toArray(String[]::new);
    if (instances.length == 0) {
      return Map.of();
    }
    Map<String, Object> flags = new TreeMap<>();
    runtime.createVariableInstanceQuery().executionIdIn(instances).list().stream()
        .sorted(Comparator.comparing(one -> trace.path(one.getProcessInstanceId()).length()))
        .forEach(one -> flags.put(one.getName(), one.getValue()));
    return flags;
  }

  private List<ProcessInstance> instances(String number) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list();
  }

  @Override
  public boolean isOver(String number) {
    return instances(number).isEmpty() && jobs().isEmpty();
  }

  @Override
  public List<String> incidents() {
    return runtime.createIncidentQuery().list().stream()
        .map(incident -> incident.getActivityId() + ": " + incident.getIncidentMessage())
        .toList();
  }

  @Override
  public List<String> positions(String number) {
    return instances(number).stream()
        .flatMap(
            instance ->
                runtime.createExecutionQuery().processInstanceId(instance.getId()).list().stream()
                    .map(ExecutionEntity.class::cast)
                    .filter(execution -> execution.getActivityId() != null)
                    .map(
                        execution ->
                            key(instance.getProcessDefinitionId())
                                + ":"
                                + execution.getActivityId()))
        .distinct()
        .toList();
  }

  @Override
  public boolean holds(String condition, Map<String, Object> values) {
    return conditions.computeIfAbsent(
        condition + " " + values, asked -> evaluate(condition, values));
  }

  private boolean evaluate(String condition, Map<String, Object> values) {
    String expression = condition.startsWith("=") ? condition.substring(1) : condition;
    try {
      return Boolean.TRUE.equals(
          engine
              .getDmnEngineConfiguration()
              .getFeelEngine()
              .evaluateSimpleExpression(expression, Variables.fromMap(values).asVariableContext()));
    } catch (FeelException e) {
      throw new IllegalArgumentException(
          "Điều kiện \"%s\" của biểu mẫu không đọc được: %s".formatted(condition, e.getMessage()),
          e);
    }
  }

  @Override
  public List<Passed> passed() {
    return trace.take();
  }

  @Override
  public void begin() {
    candidates.clear();
    trace.begin();
  }
}
