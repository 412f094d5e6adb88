package vn.thutuc.opening;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Sets the watches going: each is a {@code @Scheduled} method of the package it looks after. They
 * begin when the house is open, and never in tests and rehearsals, which call what a watch calls.
 * How many run at once and how long a stop waits for them is set in {@code spring.task.scheduling}.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "thutuc.test", havingValue = "false", matchIfMissing = true)
class Watches {

  private static final Logger LOG = LoggerFactory.getLogger(Watches.class);
  private static final String HOUSE = "vn.thutuc.";

  /** A failing run ends no watch: the database may have been away. It runs again when it is due. */
  @Bean
  ThreadPoolTaskSchedulerCustomizer failuresAreLogged() {
    return scheduler ->
        scheduler.setErrorHandler(
            failure ->
                LOG.error("{} failed; tried again at its next turn", watch(failure), failure));
  }

  /** The outermost method of the house in the trace is the one that was scheduled. */
  private static String watch(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(HOUSE))
        .reduce((inner, outer) -> outer)
        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
        .orElse("A watch");
  }
}
