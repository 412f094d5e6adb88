package vn.thutuc.dossier;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thutuc.clock.Now;

/** The one clock of the house. */
@Configuration(proxyBeanMethods = false)
class ClockBeans {

  @Bean
  Now now() {
    return new Now();
  }
}
