package vn.thutuc.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

/** The demo's password opens the demo and nothing else. */
class LoginRulesTests {

  private static LoginRules with(String... profiles) {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles(profiles);
    return new LoginRules(
        environment, new StaticListableBeanFactory().getBeanProvider(AccessLog.class));
  }

  @Test
  void theDemoPasswordIsRefusedOutsideTheDemo() {
    assertThat(with().allows(LoginRules.DEMO_PASSWORD)).isFalse();
    assertThat(with("production").allows(LoginRules.DEMO_PASSWORD)).isFalse();
    assertThat(with().allows("another-password")).isTrue();
  }

  @Test
  void theDemoAcceptsIt() {
    assertThat(with("demo").allows(LoginRules.DEMO_PASSWORD)).isTrue();
  }
}
