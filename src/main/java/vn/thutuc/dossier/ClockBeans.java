package vn.thutuc.dossier;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thutuc.calendar.HolidayTable;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.StatutoryClock;

/** The one clock of the house and the statutory clock over the shipped calendar. */
@Configuration(proxyBeanMethods = false)
class ClockBeans {

  @Bean
  Now now() {
    return new Now();
  }

  @Bean
  StatutoryClock statutoryClock() {
    return new StatutoryClock(HolidayTable.shipped());
  }
}
