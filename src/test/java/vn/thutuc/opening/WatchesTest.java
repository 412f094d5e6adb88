package vn.thutuc.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.util.ClassUtils;

/** The watches run by Spring's scheduler, as the server is configured. */
@ExtendWith(OutputCaptureExtension.class)
class WatchesTest {

  private final ApplicationContextRunner house =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
          .withUserConfiguration(Watches.class);

  /** Fails at its first turn. */
  static class Unlucky {

    private final CountDownLatch turns = new CountDownLatch(3);

    @Scheduled(fixedDelay = 1)
    void look() {
      turns.countDown();
      if (turns.getCount() == 2) {
        throw new IllegalStateException("the database is away");
      }
    }
  }

  @Test
  void aWatchThatFailsIsNamedInTheLogAndTakesItsNextTurn(CapturedOutput log) {
    house
        .withBean(Unlucky.class)
        .run(
            server -> {
              assertThat(server.getBean(Unlucky.class).turns.await(1, TimeUnit.MINUTES)).isTrue();
              assertThat(log)
                  .contains("vn.thutuc.opening.WatchesTest$Unlucky.look failed")
                  .contains("IllegalStateException: the database is away");
            });
  }

  /** Four watches, each of which runs until the other three do. */
  static class Patient {

    private final CountDownLatch met = new CountDownLatch(4);
    private volatile String thread;

    @Scheduled(fixedDelay = 1)
    void first() throws InterruptedException {
      thread = Thread.currentThread().getName();
      meet();
    }

    @Scheduled(fixedDelay = 1)
    void second() throws InterruptedException {
      meet();
    }

    @Scheduled(fixedDelay = 1)
    void third() throws InterruptedException {
      meet();
    }

    @Scheduled(fixedDelay = 1)
    void fourth() throws InterruptedException {
      meet();
    }

    private void meet() throws InterruptedException {
      met.countDown();
      met.await(1, TimeUnit.MINUTES);
    }
  }

  @Test
  void aLongWatchHoldsUpNoOther() {
    house
        .withBean(Patient.class)
        .run(
            server -> {
              Patient patient = server.getBean(Patient.class);
              assertThat(patient.met.await(30, TimeUnit.SECONDS)).isTrue();
              assertThat(patient.thread).startsWith("watch-");
            });
  }

  @Test
  void inATestNothingIsWatched() {
    house
        .withPropertyValues("thutuc.test=true")
        .run(
            server ->
                assertThat(server)
                    .doesNotHaveBean(ScheduledAnnotationBeanPostProcessor.class)
                    .doesNotHaveBean(ThreadPoolTaskScheduler.class));
  }

  @Test
  void everyWatchOfTheHouseIsSetGoing() {
    house
        .withInitializer(WatchesTest::theHousesOwn)
        .run(
            server ->
                assertThat(
                        server
                            .getBean(ScheduledAnnotationBeanPostProcessor.class)
                            .getScheduledTasks()
                            .stream()
                            .map(task -> (FixedDelayTask) task.getTask())
                            .map(WatchesTest::described))
                    .contains(
                        "vn.thutuc.collection.ReminderWatch.remind PT2M PT1H",
                        "vn.thutuc.document.LeftOverWatch.removeLeftOvers PT5M PT1H",
                        "vn.thutuc.process.acts.ActsWatch.turnTheDay PT1S PT30S",
                        "vn.thutuc.process.deployment.InForceWatch.bringDue PT30S PT30S"));
  }

  private static String described(FixedDelayTask task) {
    Duration first = task.getInitialDelayDuration();
    return "%s %s %s".formatted(task, first, task.getIntervalDuration());
  }

  /** Whatever has a watch in it, on stand-ins of what it calls. */
  private static void theHousesOwn(ConfigurableApplicationContext context) {
    GenericApplicationContext server = (GenericApplicationContext) context;
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(
        (type, others) ->
            type.getAnnotationMetadata().hasAnnotatedMethods(Scheduled.class.getName()));
    List<Class<?>> watches =
        scan.findCandidateComponents("vn.thutuc").stream()
            .map(BeanDefinition::getBeanClassName)
            .filter(name -> !name.contains("Test"))
            .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
            .toList();
    watches.forEach(server::registerBean);
    watches.stream()
        .flatMap(watch -> Stream.of(watch.getDeclaredConstructors()[0].getParameterTypes()))
        .distinct()
        .forEach(type -> standIn(server, type));
  }

  private static <T> void standIn(GenericApplicationContext server, Class<T> type) {
    server.registerBean(type, () -> Mockito.mock(type));
  }
}
