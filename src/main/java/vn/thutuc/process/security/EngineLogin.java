package vn.thutuc.process.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Logs people in against the engine's identity tables and enters them into the engine. */
@Component
public class EngineLogin implements AuthenticationProvider {

  private final IdentityService identity;

  EngineLogin(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String person = attempt.getName();
    Object password = attempt.getCredentials();
    if (password == null || !identity.checkPassword(person, password.toString())) {
      throw new BadCredentialsException("refused");
    }
    return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  /** From now on this thread acts as the person, with groups and tenants. */
  public void enter(String person) {
    identity.clearAuthentication();
    List<String> groups =
        identity.createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList();
    List<String> tenants =
        identity.createTenantQuery().userMember(person).list().stream().map(Tenant::getId).toList();
    identity.setAuthentication(person, groups, tenants);
  }

  /** This thread acts as nobody any more. */
  public void leave() {
    identity.clearAuthentication();
  }
}
