package vn.thutuc.process.security;

import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Opens the identity provider with the house's login rules. */
@Component
public class IdentitySessions {

  private final LoginRules rules;

  IdentitySessions(LoginRules rules) {
    this.rules = rules;
  }

  /** The factory as the engine takes it. */
  public SessionFactory factory() {
    return HouseIdentityProvider.factory(rules);
  }
}
