package vn.thutuc.process.security;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What each role may do in the engine, by definition {@code *}; tenants and the house's checker cut
 * it down to the own agency and the own step. No authorization is written per task.
 */
@Component
class RoleRights {

  private record Right(Resource resource, String id, List<Permission> permissions) {}

  private static final Permission READ = Permissions.READ;

  private static final List<Right> OFFICER =
      List.of(
          new Right(Resources.APPLICATION, "tasklist", List.of(Permissions.ACCESS)),
          new Right(Resources.APPLICATION, "welcome", List.of(Permissions.ACCESS)),
          new Right(
              Resources.PROCESS_DEFINITION,
              ANY,
              List.of(
                  ProcessDefinitionPermissions.READ,
                  ProcessDefinitionPermissions.READ_TASK,
                  ProcessDefinitionPermissions.UPDATE_TASK,
                  ProcessDefinitionPermissions.READ_INSTANCE,
                  ProcessDefinitionPermissions.READ_HISTORY)),
          new Right(Resources.USER, ANY, List.of(READ)));

  private static final List<Right> DESK =
      List.of(
          new Right(
              Resources.PROCESS_DEFINITION,
              ANY,
              List.of(ProcessDefinitionPermissions.CREATE_INSTANCE)),
          new Right(Resources.PROCESS_INSTANCE, ANY, List.of(Permissions.CREATE)));

  private static final List<Right> DESIGNER =
      List.of(
          new Right(Resources.APPLICATION, "cockpit", List.of(Permissions.ACCESS)),
          new Right(Resources.APPLICATION, "welcome", List.of(Permissions.ACCESS)),
          new Right(Resources.DEPLOYMENT, ANY, List.of(READ, Permissions.CREATE)),
          new Right(Resources.PROCESS_DEFINITION, ANY, List.of(ProcessDefinitionPermissions.READ)),
          new Right(Resources.DECISION_DEFINITION, ANY, List.of(READ)),
          new Right(Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, List.of(READ)));

  private static final List<Right> ADMINISTRATOR =
      Arrays.stream(Resources.values())
          .map(resource -> new Right(resource, ANY, List.of(Permissions.ALL)))
          .toList();

  private final AuthorizationService authorizations;

  RoleRights(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /** Grants a role group what its role needs; repeating it changes nothing. */
  void grant(String role) {
    switch (role) {
      case "one-stop-officer" -> {
        OFFICER.forEach(right -> grant(role, right));
        DESK.forEach(right -> grant(role, right));
      }
      case "specialist", "head", "leader", "clerk" -> OFFICER.forEach(r -> grant(role, r));
      case "designer" -> DESIGNER.forEach(right -> grant(role, right));
      case "inspector" ->
          grant(role, new Right(Resources.APPLICATION, "welcome", List.of(Permissions.ACCESS)));
      // A machine that speaks to our interface only: the engine gives it nothing.
      case "portal" -> {}
      case "administrator" -> ADMINISTRATOR.forEach(right -> grant(Groups.CAMUNDA_ADMIN, right));
      default -> throw new IllegalArgumentException("No rights are laid down for role " + role);
    }
  }

  /** Lets a role read a filter. */
  void grantFilter(String role, String filterId) {
    grant(role, new Right(Resources.FILTER, filterId, List.of(READ)));
  }

  private void grant(String role, Right right) {
    Authorization authorization = existing(role, right);
    right.permissions().forEach(authorization::addPermission);
    authorizations.saveAuthorization(authorization);
  }

  private Authorization existing(String role, Right right) {
    Authorization found =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(AUTH_TYPE_GRANT)
            .groupIdIn(role)
            .resourceType(right.resource())
            .resourceId(right.id())
            .singleResult();
    if (found != null) {
      return found;
    }
    Authorization fresh = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
    fresh.setGroupId(role);
    fresh.setResource(right.resource());
    fresh.setResourceId(right.id());
    return fresh;
  }
}
