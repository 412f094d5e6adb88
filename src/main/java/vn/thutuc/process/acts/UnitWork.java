package vn.thutuc.process.acts;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.almanac.Almanac;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.Term;
import vn.thutuc.dossier.Capacities;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.Role;
import vn.thutuc.organisation.UnitView;

/**
 * The open work of the units somebody heads: how much each officer has, and the tasks themselves a
 * page at a time. Late and near are those of the step (its due date), which says who is behind; the
 * dossier's own end stands on each line.
 */
@Service
@Transactional(readOnly = true)
public class UnitWork {

  /** Counting stops here. */
  static final int COUNT_LIMIT = 20_000;

  private static final int MOST = 500;
  private static final String HEAD = "head";

  /** Nearer than this is near: one working day of the agency. */
  private static final Term NEAR = Term.parse("1wd");

  private static final List<String> WORKERS =
      List.of("one-stop-officer", "specialist", "clerk", "head", "leader");

  private final JdbcClient jdbc;
  private final Organisation organisation;
  private final Capacities capacities;
  private final DossierDocuments documents;
  private final Almanac almanac;
  private final Rights rights;
  private final Now now;

  UnitWork(
      JdbcClient jdbc,
      Organisation organisation,
      Capacities capacities,
      DossierDocuments documents,
      Almanac almanac,
      Rights rights,
      Now now) {
    this.jdbc = jdbc;
    this.organisation = organisation;
    this.capacities = capacities;
    this.documents = documents;
    this.almanac = almanac;
    this.rights = rights;
    this.now = now;
  }

  /** Whether the caller heads a unit, or stands in as the head of one. */
  public boolean headsAny() {
    return !headed().isEmpty();
  }

  /** The units the caller heads, or stands in as the head of. */
  Set<String> headed() {
    return capacities.led(Set.of(HEAD));
  }

  /** Groups of the units the caller heads. */
  Set<String> groupsHeaded() {
    return groups(headed());
  }

  private Set<String> groups(Collection<String> units) {
    return units.stream()
        .flatMap(unit -> WORKERS.stream().map(role -> organisation.group(unit, role)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A name people know a unit by, from its group. */
  String unitName(String group) {
    return organisation
        .parseGroup(group)
        .flatMap(ref -> organisation.unit(ref.unitId()))
        .map(UnitView::shortName)
        .orElse(group);
  }

  /**
   * What one officer has.
   *
   * @param person login id; null for what nobody has taken yet
   * @param name name to show
   * @param roles roles in the units, in Vietnamese
   * @param away until when the officer is away and who stands in; null when present
   * @param open open tasks, those put back included
   * @param near whose step is due within a working day
   * @param late whose step's due date has passed
   * @param putBack put back until a day ahead
   */
  public record Load(
      String person,
      String name,
      List<String> roles,
      String away,
      long open,
      long near,
      long late,
      long putBack) {}

  /**
   * The work of units.
   *
   * @param units names of the units
   * @param complete false when there is more than could be counted
   */
  public record Loads(List<String> units, List<Load> officers, boolean complete) {}

  /** What each officer of the units the caller heads has. */
  public Loads loads() {
    Set<String> units = requireHeaded();
    Map<String, Load> counted = new HashMap<>();
    counts(groups(units)).forEach(load -> counted.put(String.valueOf(load.person()), load));
    List<Load> officers = new ArrayList<>();
    officers.add(counted.getOrDefault("null", new Load(null, null, List.of(), null, 0, 0, 0, 0)));
    Map<PersonView, List<String>> people = people(units);
    people.forEach(
        (person, roles) -> officers.add(named(counted.remove(person.id()), person, roles)));
    // Somebody who has left may still hold tasks: they are what a transfer is for.
    counted.remove("null");
    counted.forEach(
        (person, load) ->
            officers.add(
                named(
                    load, new PersonView(person, rights.name(person)), List.of("đã rời đơn vị"))));
    long total = officers.stream().mapToLong(Load::open).sum();
    return new Loads(
        units.stream()
            .map(unit -> organisation.unit(unit).map(UnitView::shortName).orElse(unit))
            .toList(),
        officers,
        total < COUNT_LIMIT);
  }

  private Load named(Load counted, PersonView person, List<String> roles) {
    Load load = counted == null ? new Load(null, null, List.of(), null, 0, 0, 0, 0) : counted;
    return new Load(
        person.id(),
        person.name(),
        roles,
        rights.away(person.id()),
        load.open(),
        load.near(),
        load.late(),
        load.putBack());
  }

  /** Who works in units, with their roles, by name. */
  Map<PersonView, List<String>> people(Collection<String> units) {
    Map<PersonView, List<String>> people =
        new java.util.TreeMap<>(
            java.util.Comparator.comparing(PersonView::name).thenComparing(PersonView::id));
    for (String unit : units) {
      for (String role : WORKERS) {
        organisation
            .holders(unit, role, rights.today())
            .forEach(
                person ->
                    people
                        .computeIfAbsent(person, one -> new ArrayList<>())
                        .add(Role.of(role).map(Role::label).orElse(role)));
      }
    }
    return people;
  }

  private List<Load> counts(Set<String> groups) {
    return jdbc.sql(
            """
            select t.assignee_ who, count(*) open,
              count(*) filter (where t.due_date_ < :now) late,
              count(*) filter (where t.due_date_ >= :now and t.due_date_ < :near) near,
              count(*) filter (where t.follow_up_date_ > :now) put_back
            from (select distinct l.task_id_ from act_ru_identitylink l
              where l.group_id_ = any(:groups) and l.task_id_ is not null limit :limit) mine
            join act_ru_task t on t.id_ = mine.task_id_ group by t.assignee_
            """)
        .param("now", Timestamp.from(now.instant()))
        .param("near", Timestamp.from(near()))
        .param("groups", groups.toArray(String[]::new))
        .param("limit", COUNT_LIMIT)
        .query(
            (row, index) ->
                new Load(
                    row.getString("who"),
                    null,
                    List.of(),
                    null,
                    row.getLong("open"),
                    row.getLong("near"),
                    row.getLong("late"),
                    row.getLong("put_back")))
        .list();
  }

  private Instant near() {
    LocalDateTime end = almanac.clockOf("").after(now.local(), NEAR);
    return end.atZone(WorkingCalendar.ZONE).toInstant();
  }

  /**
   * One open task of a unit.
   *
   * @param due when the step is due, local; null while nobody is waiting
   * @param putBackUntil local; null when it was not put back
   * @param dossier the dossier in short; null for a task without one
   */
  public record Line(
      String taskId,
      String step,
      String assignee,
      String assigneeName,
      LocalDateTime due,
      boolean late,
      LocalDateTime putBackUntil,
      DossierDocuments.Card dossier) {}

  /** A page of tasks. */
  public record Page(List<Line> items, int page, int size, long total) {}

  /** What is looked for: whose tasks, and which. */
  public enum Which {
    ALL,
    LATE,
    NEAR,
    PUT_BACK
  }

  /**
   * Open tasks of the units the caller heads, the first due first.
   *
   * @param person login id; empty for what nobody has taken; null for all
   * @param page from 0
   * @param size 1 to 500
   */
  public Page page(String person, Which which, int page, int size) {
    if (page < 0 || size < 1 || size > MOST) {
      throw DossierProblem.invalid(
          "page-out-of-range", "size", "Mỗi trang có từ 1 đến %d việc.".formatted(MOST));
    }
    Map<String, Object> parameters = new HashMap<>();
    String from = from(person, which, parameters);
    parameters.put("limit", size);
    parameters.put("offset", (long) page * size);
    List<Line> lines =
        jdbc.sql(
                "select t.id_, t.name_, t.assignee_, t.due_date_, t.follow_up_date_,"
                    + " e.business_key_ "
                    + from
                    + " order by t.due_date_ nulls last, t.id_ limit :limit offset :offset")
            .params(parameters)
            .query(
                (row, index) ->
                    line(
                        row.getString("id_"),
                        row.getString("name_"),
                        row.getString("assignee_"),
                        row.getTimestamp("due_date_"),
                        row.getTimestamp("follow_up_date_"),
                        row.getString("business_key_")))
            .list();
    long total =
        jdbc.sql("select count(*) from (select 1 " + from + " limit " + COUNT_LIMIT + ") found")
            .params(parameters)
            .query(Long.class)
            .single();
    return new Page(lines, page, size, total);
  }

  private String from(String person, Which which, Map<String, Object> parameters) {
    parameters.put("groups", groups(requireHeaded()).toArray(String[]::new));
    StringBuilder from =
        new StringBuilder(
            "from (select distinct l.task_id_ from act_ru_identitylink l"
                + " where l.group_id_ = any(:groups) and l.task_id_ is not null) mine"
                + " join act_ru_task t on t.id_ = mine.task_id_"
                + " join act_ru_execution e on e.id_ = t.proc_inst_id_ where true");
    if (person != null && person.isEmpty()) {
      from.append(" and t.assignee_ is null");
    } else if (person != null) {
      from.append(" and t.assignee_ = :person");
      parameters.put("person", person);
    }
    switch (which == null ? Which.ALL : which) {
      case LATE -> from.append(" and t.due_date_ < :now");
      case NEAR -> from.append(" and t.due_date_ >= :now and t.due_date_ < :near");
      case PUT_BACK -> from.append(" and t.follow_up_date_ > :now");
      case ALL -> {
        // No further condition.
      }
    }
    parameters.put("now", Timestamp.from(now.instant()));
    parameters.put("near", Timestamp.from(near()));
    return from.toString();
  }

  private Line line(
      String id, String step, String assignee, Timestamp due, Timestamp followUp, String number) {
    return new Line(
        id,
        step,
        assignee,
        assignee == null ? null : rights.name(assignee),
        local(due),
        due != null && due.toInstant().isBefore(now.instant()),
        followUp == null || !followUp.toInstant().isAfter(now.instant()) ? null : local(followUp),
        number == null ? null : documents.card(number));
  }

  private static LocalDateTime local(Timestamp at) {
    return at == null
        ? null
        : LocalDateTime.ofInstant(at.toInstant(), WorkingCalendar.ZONE).withNano(0);
  }

  private Set<String> requireHeaded() {
    Set<String> units = headed();
    if (units.isEmpty()) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "head-only",
          null,
          "Chỉ trưởng đơn vị (hoặc người thay) xem được công việc của cả đơn vị.");
    }
    return units;
  }

  /** How many tasks somebody has for which these groups are candidates. */
  record Holding(List<String> groups, long tasks) {}

  /** What somebody has, by candidates; tasks are limited to those of these groups, null for all. */
  List<Holding> holdings(String person, Set<String> groups) {
    return jdbc.sql(
            """
            select candidates, count(*) from (
              select string_agg(l.group_id_, ',' order by l.group_id_) candidates
              from act_ru_task t
              join act_ru_identitylink l on l.task_id_ = t.id_ and l.group_id_ is not null
              where t.assignee_ = :person and (:all or exists (
                select 1 from act_ru_identitylink m where m.task_id_ = t.id_
                  and m.group_id_ = any(cast(:groups as varchar[]))))
              group by t.id_) held
            group by candidates order by candidates
            """)
        .param("person", person)
        .param("all", groups == null)
        .param("groups", groups == null ? new String[0] : groups.toArray(String[]::new))
        .query((row, index) -> new Holding(List.of(row.getString(1).split(",")), row.getLong(2)))
        .list();
  }

  /** How many tasks somebody has in these groups; null for all. */
  long countOf(String person, Set<String> groups) {
    return jdbc.sql(
            """
            select count(*) from act_ru_task t where t.assignee_ = :person and (:all or exists (
              select 1 from act_ru_identitylink l where l.task_id_ = t.id_
                and l.group_id_ = any(cast(:groups as varchar[]))))
            """)
        .param("person", person)
        .param("all", groups == null)
        .param("groups", groups == null ? new String[0] : groups.toArray(String[]::new))
        .query(Long.class)
        .single();
  }
}
