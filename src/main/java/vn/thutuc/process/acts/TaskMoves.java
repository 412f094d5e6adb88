package vn.thutuc.process.acts;

import jakarta.annotation.PreDestroy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.Texts;
import vn.thutuc.dossier.UnitChanges;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.Role;
import vn.thutuc.organisation.UnitView;

/**
 * Moves many tasks for a head: chosen ones to an officer, or everything a leaver has. The run is
 * written first, then worked on beside people's work, task by task, each in a transaction of its
 * own; a stop of the server interrupts it between two tasks, and any node goes on.
 */
@Service
public class TaskMoves {

  /** Most tasks of one assignment. */
  public static final int MOST = 500;

  private static final Logger LOG = LoggerFactory.getLogger(TaskMoves.class);

  private final TaskMoveRows rows;
  private final TaskMoveSteps steps;
  private final UnitWork unitWork;
  private final UnitChanges units;
  private final Rights rights;
  private final Organisation organisation;
  private final CurrentActor actor;
  private final TransactionTemplate transaction;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "task-moves");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closing;

  TaskMoves(
      TaskMoveRows rows,
      TaskMoveSteps steps,
      UnitWork unitWork,
      UnitChanges units,
      Rights rights,
      Organisation organisation,
      CurrentActor actor,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.steps = steps;
    this.unitWork = unitWork;
    this.units = units;
    this.rights = rights;
    this.organisation = organisation;
    this.actor = actor;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * How far a run is.
   *
   * @param counts how many tasks are in each state
   * @param toName name of who gets the tasks; null for the queue
   */
  public record Progress(
      TaskMove move, Map<TaskMove.ItemState, Integer> counts, String fromName, String toName) {}

  /**
   * Opens a run over chosen tasks. Asking again with the same id opens no second one.
   *
   * @param requestId the caller's own id of this request, up to 64 characters; required
   * @param tasks ids of tasks, 1 to 500
   * @param to login id of who gets them; null for the queue of the unit
   * @param reason why; required
   * @return id of the run
   */
  public long assign(String requestId, List<String> tasks, String to, String reason) {
    Texts.request(requestId);
    TaskActs.requireReason(reason);
    Set<String> wanted = new LinkedHashSet<>(tasks == null ? List.of() : tasks);
    wanted.remove(null);
    if (wanted.isEmpty() || wanted.size() > MOST) {
      throw DossierProblem.invalid(
          "tasks-out-of-range",
          "tasks",
          "Hãy chọn từ 1 đến %d việc cho một lần phân công.".formatted(MOST));
    }
    requireHead();
    requireKnown("to", to);
    return open(
        requestId,
        new TaskMove.Wanted(TaskMove.Kind.ASSIGN, null, to, reason),
        run -> rows.addTasks(run, wanted));
  }

  /**
   * What a transfer would move, by step's role.
   *
   * @param possible whether the one who gets them holds the role there
   */
  public record Part(String unit, String role, long tasks, boolean possible) {}

  /**
   * What a transfer would move.
   *
   * @param elsewhere tasks the person has that the caller may not move
   */
  public record Preview(long total, List<Part> parts, long elsewhere) {}

  /** Counts what somebody has and who could take it; nothing is changed. */
  public Preview preview(String from, String to) {
    requireHead();
    requireKnown("from", required("from", from));
    requireKnown("to", to);
    Set<String> groups = groups();
    List<UnitWork.Holding> holdings = unitWork.holdings(from, groups);
    List<Part> parts =
        holdings.stream()
            .map(
                holding ->
                    new Part(
                        names(holding, unitWork::unitName),
                        names(holding, this::roleName),
                        holding.tasks(),
                        to == null || holding.groups().stream().anyMatch(g -> holds(to, g))))
            .toList();
    long total = unitWork.countOf(from, groups);
    return new Preview(total, parts, unitWork.countOf(from, null) - total);
  }

  private static String names(UnitWork.Holding holding, UnaryOperator<String> name) {
    return holding.groups().stream().map(name).distinct().collect(Collectors.joining(" hoặc "));
  }

  /**
   * Opens a run over everything somebody has, as far as the caller may move it.
   *
   * @param from login id of who leaves; required
   * @param to login id of who gets it; null for the queues of the units
   */
  public long transfer(String requestId, String from, String to, String reason) {
    Texts.request(requestId);
    TaskActs.requireReason(reason);
    requireHead();
    requireKnown("from", required("from", from));
    requireKnown("to", to);
    if (from.equals(to)) {
      throw DossierProblem.invalid(
          "same-person", "to", "Người chuyển đi và người nhận là một. Hãy chọn người khác.");
    }
    Set<String> groups = groups();
    return open(
        requestId,
        new TaskMove.Wanted(TaskMove.Kind.TRANSFER, from, to, reason),
        run -> rows.addTasksOf(run, from, groups));
  }

  /**
   * What a merger would move.
   *
   * @param dossiers dossiers with steps before them in which the old unit has a part
   */
  public record UnitPreview(long dossiers, String fromName, String toName) {}

  /** A unit to choose; ended ones say so in their name. */
  public record UnitRef(String id, String name) {}

  /** Every unit there ever was. Only for administrators. */
  public List<UnitRef> everyUnit() {
    requireAdministrator();
    return organisation.everyUnit().stream()
        .map(
            unit ->
                new UnitRef(
                    unit.id(), unit.until() == null ? unit.name() : unit.name() + " (đã kết thúc)"))
        .toList();
  }

  /** Counts what a merged unit holds; nothing is changed. Only for administrators. */
  public UnitPreview previewUnit(String from, String to) {
    requireAdministrator();
    return new UnitPreview(
        units.held(unit("from", from)), unitName(from), unitName(unit("to", to)));
  }

  /** Opens a run over every dossier of a merged unit. Only for administrators. */
  public long transferUnit(String requestId, String from, String to, String reason) {
    Texts.request(requestId);
    TaskActs.requireReason(reason);
    requireAdministrator();
    unit("from", from);
    unit("to", to);
    if (from.equals(to)) {
      throw DossierProblem.invalid(
          "same-unit", "to", "Đơn vị cũ và đơn vị mới là một. Hãy chọn đơn vị khác.");
    }
    return open(
        requestId,
        new TaskMove.Wanted(TaskMove.Kind.UNIT, from, to, reason),
        run -> rows.addDossiers(run, units.numbersHeld(from)));
  }

  private void requireAdministrator() {
    if (!rights.administers(actor.get().personId())) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "administrator-only",
          null,
          "Chỉ quản trị viên chuyển giao hồ sơ của cả đơn vị.");
    }
  }

  private String unit(String field, String id) {
    return organisation
        .unit(id == null ? "" : id)
        .map(UnitView::id)
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "unit-unknown", field, "Không có đơn vị đã chọn. Hãy chọn trong danh sách."));
  }

  private String unitName(String id) {
    return organisation.unit(id).map(UnitView::name).orElse(id);
  }

  private long open(String requestId, TaskMove.Wanted wanted, java.util.function.LongConsumer add) {
    String person = actor.get().personId();
    Long id =
        transaction.execute(
            status ->
                rows.open(requestId, wanted, person)
                    .map(
                        opened -> {
                          add.accept(opened);
                          return opened;
                        })
                    .orElseGet(() -> rows.ofRequest(person, requestId).orElseThrow().id()));
    resume();
    return id;
  }

  /** How far a run of the caller's is. */
  public Progress progress(long id) {
    TaskMove move = own(id);
    return new Progress(
        move,
        rows.counts(id),
        move.from() == null ? null : name(move, move.from()),
        move.to() == null ? null : name(move, move.to()));
  }

  private String name(TaskMove move, String id) {
    return move.kind() == TaskMove.Kind.UNIT ? unitName(id) : rights.name(id);
  }

  /** The caller's newest runs, up to 20. */
  public List<TaskMove> mine() {
    return rows.openedBy(actor.get().personId());
  }

  /** Tasks of a run behind one, in a state or in any. */
  public List<TaskMove.Item> items(long id, TaskMove.ItemState state, long after, int size) {
    own(id);
    if (size < 1 || size > MOST) {
      throw DossierProblem.invalid(
          "size-out-of-range", "size", "Mỗi trang có từ 1 đến %d việc.".formatted(MOST));
    }
    return rows.page(id, state, after, size);
  }

  private TaskMove own(long id) {
    String person = actor.get().personId();
    return rows.find(id)
        .filter(move -> move.openedBy().equals(person) || rights.administers(person))
        .orElseThrow(
            () ->
                new DossierProblem(
                    DossierProblem.Kind.NOT_FOUND,
                    "move-not-found",
                    "id",
                    "Không có lần phân công số " + id + " của anh/chị."));
  }

  /** Goes on, in the background, with every run that has tasks left. */
  public CompletableFuture<Void> resume() {
    return CompletableFuture.runAsync(() -> rows.open().forEach(this::work), background);
  }

  /** Works on a run to its end, in the caller's thread. */
  void work(long id) {
    try {
      while (!closing && step(id)) {
        // Each turn is one task.
      }
    } catch (RuntimeException failure) {
      LOG.error("The moving of tasks {} had to be left and is resumed at the next", id, failure);
    }
  }

  private boolean step(long id) {
    try {
      return steps.next(id);
    } catch (TaskMoveSteps.NotMoved failure) {
      steps.fail(id, failure);
      return true;
    }
  }

  private void requireHead() {
    String person = actor.get().personId();
    if (unitWork.headed().isEmpty() && !rights.administers(person)) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "head-only",
          null,
          "Chỉ trưởng đơn vị, người thay trưởng đơn vị hoặc quản trị viên được phân công, chuyển giao"
              + " việc.");
    }
  }

  /** The groups whose tasks the caller may move; null for all. */
  private Set<String> groups() {
    return rights.administers(actor.get().personId()) ? null : unitWork.groupsHeaded();
  }

  private boolean holds(String person, String group) {
    return organisation
        .parseGroup(group)
        .map(ref -> organisation.holds(person, ref.unitId(), ref.role(), rights.today()))
        .orElse(false);
  }

  private String roleName(String group) {
    return organisation
        .parseGroup(group)
        .flatMap(ref -> Role.of(ref.role()))
        .map(Role::label)
        .orElse(group);
  }

  private void requireKnown(String field, String person) {
    boolean known =
        person == null
            || Stream.of(person)
                .flatMap(id -> organisation.person(id).stream())
                .map(PersonView::id)
                .findFirst()
                .isPresent();
    if (!known) {
      throw DossierProblem.invalid(
          "person-unknown", field, "Không có người dùng đã chọn. Hãy chọn trong danh sách.");
    }
  }

  private static String required(String field, String person) {
    if (person == null || person.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing", field, "Chưa chọn người chuyển đi. Hãy chọn rồi gửi lại.");
    }
    return person;
  }

  @PreDestroy
  void close() throws InterruptedException {
    closing = true;
    background.shutdown();
    if (!background.awaitTermination(20, TimeUnit.SECONDS)) {
      LOG.warn("A moving of tasks is left in the middle; it is resumed at the next start");
    }
  }
}
