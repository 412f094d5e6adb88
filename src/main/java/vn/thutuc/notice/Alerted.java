package vn.thutuc.notice;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.WorkHolders;
import vn.thutuc.organisation.Deputies;
import vn.thutuc.organisation.Deputyship;
import vn.thutuc.organisation.GroupRef;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.UnitView;

/** Finds whom the ladder names, as they hold the work and the posts when they are told. */
@Component
class Alerted {

  /** More people than this have no part in one dossier. */
  private static final int MOST = 50;

  private static final String HEAD = "head";
  private static final String LEADER = "leader";
  private static final String OFFICE = "vp-ubnd-tinh";

  private final WorkHolders work;
  private final Organisation organisation;
  private final Deputies deputies;
  private final Now now;

  Alerted(WorkHolders work, Organisation organisation, Deputies deputies, Now now) {
    this.work = work;
    this.organisation = organisation;
    this.deputies = deputies;
    this.now = now;
  }

  /**
   * Who is told, with whoever stands in for them today.
   *
   * @param tell assignee, head, leader or office
   * @param competent id of the unit that settles the dossier
   * @return login ids; empty when nobody holds such a post, or the ladder names nobody known
   */
  Set<String> people(String tell, String number, String competent) {
    LocalDate day = now.local().toLocalDate();
    Stream<String> named =
        switch (tell) {
          case "assignee" -> holders(number, day);
          case HEAD -> heads(number, competent, day);
          case LEADER -> acting(competent, LEADER, day);
          case "office" -> office(day);
          default -> Stream.empty();
        };
    Set<String> people = named.collect(Collectors.toCollection(LinkedHashSet::new));
    List.copyOf(people).stream()
        .flatMap(person -> deputies.of(person, day).stream())
        .map(Deputyship::deputy)
        .forEach(people::add);
    return people.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Who has the work; of what nobody has taken, who may. */
  private Stream<String> holders(String number, LocalDate day) {
    return work.openWork(number).stream()
        .flatMap(
            one ->
                one.assignee() != null
                    ? Stream.of(one.assignee())
                    : groups(one)
                        .flatMap(
                            group -> ids(organisation.holders(group.unitId(), group.role(), day))));
  }

  /** The heads over the open work, as they may take it from then on; else of who settles. */
  private Stream<String> heads(String number, String competent, LocalDate day) {
    Set<String> units =
        work.openWork(number).stream()
            .flatMap(this::groups)
            .filter(group -> !LEADER.equals(group.role()))
            .map(GroupRef::unitId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return (units.isEmpty() ? Stream.of(competent) : units.stream())
        .flatMap(unit -> acting(unit, HEAD, day));
  }

  private Stream<String> acting(String unit, String role, LocalDate day) {
    return organisation.actingUnitIfAny(unit, role, day).stream()
        .flatMap(found -> ids(organisation.holders(found.id(), role, day)));
  }

  /** The office of the People's Committee: its leader, where it has one, else its head. */
  private Stream<String> office(LocalDate day) {
    Optional<UnitView> office = organisation.unitByKey(OFFICE);
    return office.stream()
        .flatMap(
            unit -> {
              List<PersonView> leaders = organisation.holders(unit.id(), LEADER, day);
              return ids(leaders.isEmpty() ? organisation.holders(unit.id(), HEAD, day) : leaders);
            });
  }

  private Stream<GroupRef> groups(WorkHolders.OpenWork open) {
    return open.groups().stream().sorted().flatMap(g -> organisation.parseGroup(g).stream());
  }

  private static Stream<String> ids(List<PersonView> people) {
    return people.stream().map(PersonView::id);
  }
}
