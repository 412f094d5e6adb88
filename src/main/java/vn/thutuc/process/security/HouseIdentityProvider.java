package vn.thutuc.process.security;

import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * The engine's own identity tables, with every failed login logged and the demo's password refused
 * outside the demo. Slowing down brute force is the engine's: each failure locks the account
 * longer.
 */
final class HouseIdentityProvider extends DbIdentityServiceProvider {

  private final LoginRules rules;

  private HouseIdentityProvider(LoginRules rules) {
    this.rules = rules;
  }

  static SessionFactory factory(LoginRules rules) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return HouseIdentityProvider.class;
      }

      @Override
      public Session openSession() {
        return new HouseIdentityProvider(rules);
      }
    };
  }

  @Override
  public boolean checkPassword(String userId, String password) {
    boolean right = rules.allows(password) && super.checkPassword(userId, password);
    if (!right) {
      rules.logFailure(userId);
    }
    return right;
  }
}
