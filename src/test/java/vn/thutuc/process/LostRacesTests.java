package vn.thutuc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import vn.thutuc.dossier.Dossier;

/** What loses a race is tried three times in all; anything else once. */
class LostRacesTests {

  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void anActThatLosesTwiceSucceedsTheThirdTime() throws Throwable {
    String answer = LostRaces.repeat(context -> losing(2));

    assertThat(answer).isEqualTo("done");
    assertThat(tries).hasValue(3);
  }

  @Test
  void anActThatLosesThreeTimesIsGivenUp() {
    assertThatThrownBy(() -> LostRaces.repeat(context -> losing(3)))
        .isInstanceOf(OptimisticLockingException.class);
    assertThat(tries).hasValue(3);
  }

  @Test
  void anyOtherFailureIsNotRepeated() {
    assertThatThrownBy(
            () ->
                LostRaces.repeat(
                    context -> {
                      tries.incrementAndGet();
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(tries).hasValue(1);
  }

  @Test
  void whatPeopleDoInTasklistIsRepeatedAroundTheTransaction() {
    LockFailures interceptor = before(2);

    interceptor.execute(new ClaimTaskCmd("task", "person"));

    assertThat(tries).hasValue(3);
  }

  @Test
  void otherCommandsAreNotRepeatedButALostRowBecomesTheEnginesOwnKind() {
    LockFailures interceptor = before(1);

    assertThatThrownBy(() -> interceptor.execute(new GetTaskFormCmd("task")))
        .isInstanceOf(OptimisticLockingException.class);
    assertThat(tries).hasValue(1);
  }

  private LockFailures before(int losses) {
    LockFailures interceptor = new LockFailures();
    interceptor.setNext(
        new CommandInterceptor() {
          @Override
          public <T> T execute(Command<T> command) {
            if (tries.incrementAndGet() <= losses) {
              throw new ObjectOptimisticLockingFailureException(Dossier.class, 1L);
            }
            return null;
          }
        });
    return interceptor;
  }

  private String losing(int losses) {
    if (tries.incrementAndGet() <= losses) {
      throw new OptimisticLockingException("lost");
    }
    return "done";
  }
}
