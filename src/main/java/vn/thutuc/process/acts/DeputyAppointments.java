package vn.thutuc.process.acts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.Verdict;
import vn.thutuc.dossier.Capacities;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Deputies;
import vn.thutuc.organisation.Deputyship;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.PostView;
import vn.thutuc.organisation.Role;
import vn.thutuc.organisation.UnitView;
import vn.thutuc.process.AsHouse;
import vn.thutuc.process.security.IdentityProvisioning;

/**
 * Appoints deputies: people for themselves, a head for the officers of the unit, an administrator
 * for everybody. Only the leader and an administrator give away a leader's signature.
 */
@Service
@Transactional
public class DeputyAppointments {

  private static final int LONGEST_BASIS = 500;

  private final Deputies deputies;
  private final Organisation organisation;
  private final Capacities capacities;
  private final Rights rights;
  private final IdentityProvisioning identities;
  private final CurrentActor actor;
  private final AsHouse house;
  private final Now now;

  DeputyAppointments(
      Deputies deputies,
      Organisation organisation,
      Capacities capacities,
      Rights rights,
      IdentityProvisioning identities,
      CurrentActor actor,
      AsHouse house,
      Now now) {
    this.deputies = deputies;
    this.organisation = organisation;
    this.capacities = capacities;
    this.rights = rights;
    this.identities = identities;
    this.actor = actor;
    this.house = house;
    this.now = now;
  }

  /**
   * What is asked for.
   *
   * @param principal login id of who is away; null for the caller
   * @param deputy login id of who stands in
   * @param from first day, local; null for today
   * @param to last day, included
   * @param signing whether the deputy signs as well
   * @param basis the document, required for signing
   */
  public record Wanted(
      String principal,
      String deputy,
      LocalDate from,
      LocalDate to,
      boolean signing,
      String basis) {}

  /**
   * An appointment as people see it.
   *
   * @param now whether it holds today
   * @param revocable whether the caller may take it back
   */
  public record View(
      long id,
      String principal,
      String principalName,
      String deputy,
      String deputyName,
      LocalDate from,
      LocalDate to,
      boolean signing,
      String basis,
      String appointedByName,
      boolean now,
      boolean revocable) {}

  /**
   * Appoints a deputy.
   *
   * @return number of the appointment
   */
  public long appoint(Wanted asked) {
    Deputyship wanted = wanted(asked);
    requireAppointer(wanted);
    // One appointment after the other for both people, in one order: two cannot overlap unseen.
    java.util.stream.Stream.of(wanted.principal(), wanted.deputy())
        .sorted()
        .forEach(deputies::hold);
    Verdict verdict = DeputyRule.decide(facts(wanted), rights.today(), rights::name);
    if (!verdict.allowed()) {
      throw DossierProblem.conflict("deputy-refused", verdict.reasonVi());
    }
    long id = deputies.appoint(wanted, now.instant());
    house.run(identities::refreshDeputies);
    return id;
  }

  private Deputyship wanted(Wanted asked) {
    LocalDate from = asked.from() == null ? rights.today() : asked.from();
    if (asked.to() == null) {
      throw DossierProblem.invalid(
          "field-missing", "to", "Chưa nhập \"Đến hết ngày\". Hãy điền rồi gửi lại.");
    }
    String basis = asked.basis() == null || asked.basis().isBlank() ? null : asked.basis().strip();
    if (basis != null && basis.length() > LONGEST_BASIS) {
      throw DossierProblem.invalid(
          "field-too-long",
          "basis",
          "\"Văn bản giao thay\" chỉ được tối đa %d ký tự.".formatted(LONGEST_BASIS));
    }
    String me = actor.get().personId();
    return new Deputyship(
        0,
        known("principal", asked.principal() == null ? me : asked.principal()),
        known("deputy", asked.deputy()),
        from,
        asked.to(),
        asked.signing(),
        basis,
        me,
        null);
  }

  private String known(String field, String person) {
    return organisation
        .person(person == null ? "" : person)
        .map(PersonView::id)
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "person-unknown", field, "Chưa chọn người. Hãy chọn trong danh sách."));
  }

  private DeputyRule.Facts facts(Deputyship wanted) {
    List<PostView> away = posts(wanted.principal());
    List<PostView> in = posts(wanted.deputy());
    List<Deputyship> around = new ArrayList<>(deputies.around(wanted.principal(), wanted.from()));
    around.addAll(deputies.around(wanted.deputy(), wanted.from()));
    return new DeputyRule.Facts(wanted, away, in, agencies(away), agencies(in), around);
  }

  private List<PostView> posts(String person) {
    return organisation.postsOf(person, rights.today()).stream()
        .filter(post -> Role.works(post.role()))
        .toList();
  }

  private Set<String> agencies(List<PostView> posts) {
    return posts.stream()
        .flatMap(post -> organisation.agencyOf(post.unitId()).map(UnitView::id).stream())
        .collect(Collectors.toSet());
  }

  private void requireAppointer(Deputyship wanted) {
    if (!mayAppoint(wanted.principal())) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "not-yours-to-appoint",
          "principal",
          "Anh/chị chỉ giao thay được cho chính mình; trưởng đơn vị giao được cho người của đơn vị"
              + " (trừ lãnh đạo), quản trị viên giao được cho mọi người.");
    }
  }

  private boolean mayAppoint(String principal) {
    String me = actor.get().personId();
    return me.equals(principal) || rights.administers(me) || heads(principal);
  }

  /** A head arranges the officers' absences, never the signature of a leader. */
  private boolean heads(String principal) {
    Set<String> headed = capacities.led(Set.of("head"));
    List<PostView> posts = posts(principal);
    return !headed.isEmpty()
        && !posts.isEmpty()
        && posts.stream()
            .allMatch(post -> headed.contains(post.unitId()) && !post.role().equals("leader"));
  }

  /** Takes an appointment back; the work taken on behalf goes back with {@link DeputyDays#turn}. */
  public void revoke(long id) {
    Deputyship held = deputies.find(id).orElseThrow(() -> notFound(id));
    if (!mayAppoint(held.principal())) {
      throw notFound(id);
    }
    deputies.revoke(id, actor.get().personId(), now.instant());
    house.run(identities::refreshDeputies);
  }

  private static DossierProblem notFound(long id) {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "deputy-not-found",
        "id",
        "Không có lần giao thay số %d thuộc quyền của anh/chị.".formatted(id));
  }

  /** Appointments that concern the caller: their own, and those of the people they arrange. */
  @Transactional(readOnly = true)
  public List<View> mine() {
    String me = actor.get().personId();
    Map<Long, Deputyship> found = new LinkedHashMap<>();
    deputies.around(me, rights.today()).forEach(one -> found.put(one.id(), one));
    List<String> arranged = principals().stream().map(PersonView::id).toList();
    deputies.notEnded(arranged, rights.today()).forEach(one -> found.put(one.id(), one));
    return found.values().stream()
        .sorted(Comparator.comparing(Deputyship::from).thenComparing(Deputyship::id))
        .map(this::view)
        .toList();
  }

  private View view(Deputyship one) {
    return new View(
        one.id(),
        one.principal(),
        rights.name(one.principal()),
        one.deputy(),
        rights.name(one.deputy()),
        one.from(),
        one.to(),
        one.signing(),
        one.basis(),
        rights.name(one.appointedBy()),
        one.holdsOn(rights.today()),
        mayAppoint(one.principal()));
  }

  /** Whom the caller may appoint a deputy for: themselves first. */
  @Transactional(readOnly = true)
  public List<PersonView> principals() {
    String me = actor.get().personId();
    List<PersonView> people = new ArrayList<>();
    if (!posts(me).isEmpty()) {
      organisation.person(me).ifPresent(people::add);
    }
    boolean administers = rights.administers(me);
    Set<String> headed = administers ? Set.of() : capacities.led(Set.of("head"));
    if (administers || !headed.isEmpty()) {
      organisation.postsOn(rights.today()).stream()
          .filter(post -> Role.works(post.role()))
          .filter(post -> administers || headed.contains(post.unitId()))
          .map(PostView::personId)
          .distinct()
          .filter(person -> !person.equals(me))
          .filter(person -> administers || heads(person))
          .flatMap(person -> organisation.person(person).stream())
          .sorted(Comparator.comparing(PersonView::name))
          .forEach(people::add);
    }
    return people;
  }

  /** Who could stand in for somebody the caller may appoint for: people of the same agencies. */
  @Transactional(readOnly = true)
  public List<PersonView> candidates(String principal) {
    String whom = principal == null ? actor.get().personId() : principal;
    if (!mayAppoint(whom)) {
      return List.of();
    }
    Set<String> wanted = agencies(posts(whom));
    return organisation.postsOn(rights.today()).stream()
        .filter(post -> Role.works(post.role()) && !post.personId().equals(whom))
        .filter(
            post ->
                organisation
                    .agencyOf(post.unitId())
                    .map(UnitView::id)
                    .filter(wanted::contains)
                    .isPresent())
        .map(PostView::personId)
        .distinct()
        .flatMap(person -> organisation.person(person).stream())
        .sorted(Comparator.comparing(PersonView::name))
        .toList();
  }
}
