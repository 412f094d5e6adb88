package vn.thutuc.process.security;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Deputies;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.PostView;
import vn.thutuc.organisation.Role;
import vn.thutuc.organisation.UnitView;

/**
 * Makes the engine's users, groups and tenants what the organisation says: a tenant per agency, a
 * group per unit and role, a group per role. Idempotent: the second run changes nothing.
 */
@Component
public class IdentityProvisioning {

  private static final Logger LOG = LoggerFactory.getLogger(IdentityProvisioning.class);
  private static final String ADMINISTRATOR = "administrator";

  /** Any number will do: one node at a time provisions. */
  private static final long LOCK = 7_240_002L;

  /** Marks an administrator who has no password yet. */
  private static final String WITHOUT_PASSWORD = "thutuc.without-password";

  private final IdentityService identity;
  private final Organisation organisation;
  private final Deputies deputies;
  private final RoleRights rights;
  private final FilterProvisioning filters;
  private final JdbcClient jdbc;
  private final Now now;
  private final boolean demo;
  private final String firstPassword;

  IdentityProvisioning(
      IdentityService identity,
      Organisation organisation,
      Deputies deputies,
      RoleRights rights,
      FilterProvisioning filters,
      JdbcClient jdbc,
      Now now,
      Environment environment) {
    this.identity = identity;
    this.organisation = organisation;
    this.deputies = deputies;
    this.rights = rights;
    this.filters = filters;
    this.jdbc = jdbc;
    this.now = now;
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    this.firstPassword = environment.getProperty("thutuc.administrator-password");
  }

  private record Pair(String left, String right) {}

  /** Brings users, groups, tenants, memberships, rights and filters up to date. */
  @Transactional
  public void provision() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, i) -> 1).single();
    LocalDate today = now.local().toLocalDate();
    Collection<PostView> posts = organisation.postsOn(today);
    groups(posts);
    tenants();
    users();
    memberships(posts, today);
    Set<Pair> tenantMembers =
        posts.stream().flatMap(post -> tenantOf(post)).collect(Collectors.toSet());
    reconcile(
        "select user_id_, tenant_id_ from act_id_tenant_member where user_id_ is not null",
        tenantMembers,
        pair -> identity.createTenantUserMembership(pair.right(), pair.left()),
        pair -> identity.deleteTenantUserMembership(pair.right(), pair.left()));
    filters.provision();
  }

  /**
   * Brings the groups up to date with who stands in for whom today: a deputy finds the principal's
   * tasks in lists. What may be done is asked of the organisation each time, not of these groups.
   */
  @Transactional
  public void refreshDeputies() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, i) -> 1).single();
    LocalDate today = now.local().toLocalDate();
    memberships(organisation.postsOn(today), today);
  }

  private void memberships(Collection<PostView> posts, LocalDate today) {
    Set<Pair> wanted = posts.stream().flatMap(this::groupsOf).collect(Collectors.toSet());
    deputies
        .postsStoodInOn(today)
        .forEach(
            post ->
                wanted.add(
                    new Pair(post.personId(), organisation.group(post.unitId(), post.role()))));
    reconcile(
        "select user_id_, group_id_ from act_id_membership",
        wanted,
        pair -> identity.createMembership(pair.left(), pair.right()),
        pair -> identity.deleteMembership(pair.left(), pair.right()));
  }

  private java.util.stream.Stream<Pair> groupsOf(PostView post) {
    java.util.stream.Stream<String> groups =
        java.util.stream.Stream.of(post.role(), organisation.group(post.unitId(), post.role()));
    if (post.role().equals(ADMINISTRATOR)) {
      groups =
          java.util.stream.Stream.concat(groups, java.util.stream.Stream.of(Groups.CAMUNDA_ADMIN));
    }
    return groups.map(group -> new Pair(post.personId(), group));
  }

  private java.util.stream.Stream<Pair> tenantOf(PostView post) {
    return organisation.agencyOf(post.unitId()).map(UnitView::id).stream()
        .map(agency -> new Pair(post.personId(), agency));
  }

  private void groups(Collection<PostView> posts) {
    Set<String> wanted =
        posts.stream()
            .map(post -> organisation.group(post.unitId(), post.role()))
            .collect(Collectors.toCollection(HashSet::new));
    for (Role role : Role.values()) {
      wanted.add(role.id());
    }
    wanted.add(Groups.CAMUNDA_ADMIN);
    Set<String> present = column("select id_ from act_id_group");
    wanted.stream()
        .filter(id -> !present.contains(id))
        .forEach(
            id -> {
              Group group = identity.newGroup(id);
              group.setName(name(id));
              group.setType(id.equals(Groups.CAMUNDA_ADMIN) ? Groups.GROUP_TYPE_SYSTEM : "UNIT");
              identity.saveGroup(group);
            });
    for (Role role : Role.values()) {
      rights.grant(role.id());
    }
  }

  /** What people read: the role and the unit, in Vietnamese. */
  private String name(String group) {
    return organisation
        .parseGroup(group)
        .map(ref -> label(ref.role()) + " – " + unitName(ref.unitId()))
        .orElseGet(() -> Role.of(group).map(Role::label).orElse("Quản trị hệ thống (Camunda)"));
  }

  private static String label(String role) {
    return Role.of(role).map(Role::label).orElse(role);
  }

  private String unitName(String unit) {
    return organisation.unit(unit).map(UnitView::shortName).orElse(unit);
  }

  private void tenants() {
    Set<String> present = column("select id_ from act_id_tenant");
    organisation.agencies().stream()
        .filter(agency -> !present.contains(agency.id()))
        .forEach(
            agency -> {
              Tenant tenant = identity.newTenant(agency.id());
              tenant.setName(agency.name());
              identity.saveTenant(tenant);
            });
  }

  private void users() {
    Set<String> present = column("select id_ from act_id_user");
    organisation.people().stream()
        .filter(person -> !present.contains(person.id()))
        .forEach(this::create);
    organisation.people().stream().filter(this::administers).forEach(this::openTheDoor);
  }

  private void create(PersonView person) {
    User user = identity.newUser(person.id());
    user.setFirstName(person.name());
    user.setLastName("");
    // Outside the demo nobody can log in before an administrator has given a password.
    user.setPassword(demo ? LoginRules.DEMO_PASSWORD : UUID.randomUUID() + "-" + UUID.randomUUID());
    identity.saveUser(user);
    if (!demo && administers(person)) {
      identity.setUserInfo(person.id(), WITHOUT_PASSWORD, storedPassword(person));
    }
  }

  /**
   * An administrator who never had a password gets the one the operator starts the server with. Who
   * got one in Admin meanwhile keeps it: the unusable one is known by its mark.
   */
  private void openTheDoor(PersonView person) {
    String unusable = identity.getUserInfo(person.id(), WITHOUT_PASSWORD);
    if (unusable == null) {
      return;
    }
    if (!unusable.equals(storedPassword(person))) {
      identity.deleteUserInfo(person.id(), WITHOUT_PASSWORD);
    } else if (firstPassword == null) {
      LOG.warn(
          "The administrator {} cannot log in yet: start once with THUTUC_ADMINISTRATOR_PASSWORD",
          person.id());
    } else {
      User user = identity.createUserQuery().userId(person.id()).singleResult();
      user.setPassword(firstPassword);
      identity.saveUser(user);
      identity.deleteUserInfo(person.id(), WITHOUT_PASSWORD);
    }
  }

  /** A short mark of the stored, salted hash: it changes when the password does. */
  private String storedPassword(PersonView person) {
    return jdbc.sql("select md5(pwd_) from act_id_user where id_ = ?")
        .param(person.id())
        .query(String.class)
        .single();
  }

  private boolean administers(PersonView person) {
    return organisation.postsOf(person.id(), now.local().toLocalDate()).stream()
        .anyMatch(post -> post.role().equals(ADMINISTRATOR));
  }

  private void reconcile(
      String query,
      Set<Pair> wanted,
      java.util.function.Consumer<Pair> create,
      java.util.function.Consumer<Pair> delete) {
    Set<Pair> present =
        new HashSet<>(
            jdbc.sql(query)
                .query((row, index) -> new Pair(row.getString(1), row.getString(2)))
                .list());
    wanted.stream().filter(pair -> !present.contains(pair)).forEach(create);
    present.stream().filter(pair -> !wanted.contains(pair)).forEach(delete);
  }

  private Set<String> column(String query) {
    return new HashSet<>(jdbc.sql(query).query(String.class).list());
  }
}
