package vn.thutuc.process.acts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Deputies;
import vn.thutuc.organisation.GroupRef;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;

/** What the organisation says about a person and a task, today. */
@Component
class Rights {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private final Organisation organisation;
  private final Deputies deputies;
  private final Now now;

  Rights(Organisation organisation, Deputies deputies, Now now) {
    this.organisation = organisation;
    this.deputies = deputies;
    this.now = now;
  }

  LocalDate today() {
    return now.local().toLocalDate();
  }

  /** Whether somebody may do the task in their own right. */
  boolean mayWork(WorkTask task, String person) {
    return task.candidates().stream().anyMatch(ref -> holds(person, ref));
  }

  /** The roles of the task that somebody holds. */
  List<GroupRef> rolesOf(WorkTask task, String person) {
    return task.candidates().stream().filter(ref -> holds(person, ref)).toList();
  }

  private boolean holds(String person, GroupRef ref) {
    return organisation.holds(person, ref.unitId(), ref.role(), today());
  }

  /** For whom somebody may do the task as a deputy. */
  Optional<String> principal(WorkTask task, String deputy) {
    return task.candidates().stream()
        .flatMap(ref -> deputies.principalOf(deputy, ref.unitId(), ref.role(), today()).stream())
        .findFirst();
  }

  /** Whether somebody stands in for exactly this person in what the task needs. */
  boolean standsInFor(WorkTask task, String deputy, String principal) {
    return task.candidates().stream()
        .anyMatch(ref -> deputies.standsIn(deputy, principal, ref.unitId(), ref.role(), today()));
  }

  /**
   * How somebody heads a unit of the task: empty when not at all; else the person a deputy acts
   * for, or an empty text in their own right.
   */
  Optional<String> heads(WorkTask task, String person) {
    return task.candidates().stream()
        .map(GroupRef::unitId)
        .distinct()
        .flatMap(unit -> heads(unit, person).stream())
        .findFirst();
  }

  /** The same of one unit. */
  Optional<String> heads(String unit, String person) {
    if (organisation.holds(person, unit, "head", today())) {
      return Optional.of("");
    }
    return deputies.principalOf(person, unit, "head", today());
  }

  /** Whether somebody administers the house. */
  boolean administers(String person) {
    return organisation.administers(person, today());
  }

  /** Everybody who may do the task in their own right, by name. */
  List<PersonView> whoMayWork(WorkTask task) {
    return holders(task.candidates().stream());
  }

  /** Everybody in these roles of these units, by name. */
  List<PersonView> holders(Stream<GroupRef> refs) {
    return refs.flatMap(ref -> organisation.holders(ref.unitId(), ref.role(), today()).stream())
        .distinct()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  /** Until when somebody is away and who stands in; null when nobody does today. */
  String away(String person) {
    return deputies
        .of(person, today())
        .map(
            absence ->
                "vắng đến %s, %s thay".formatted(DAY.format(absence.to()), name(absence.deputy())))
        .orElse(null);
  }

  /** The name people know somebody by. */
  String name(String person) {
    return organisation.person(person).map(PersonView::name).orElse(person);
  }
}
