package vn.thutuc.process.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Which passwords are refused whoever has them, and where failures are logged. */
@Component
public class LoginRules {

  /** The password of every account of the demo, and of none outside it. */
  static final String DEMO_PASSWORD = "thutuc";

  private final boolean demo;
  private final ObjectProvider<AccessLog> log;

  LoginRules(Environment environment, ObjectProvider<AccessLog> log) {
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    this.log = log;
  }

  boolean allows(String password) {
    return demo || !DEMO_PASSWORD.equals(password);
  }

  void logFailure(String userId) {
    log.getObject().write(userId == null ? "" : userId, "LOGIN_FAILED", null);
  }
}
