package vn.thutuc.outbound;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A system outside the house that a test commands: it takes, refuses, is down, loses answers. */
public final class OtherSide implements Channel {

  private final ConcurrentLinkedQueue<Sending> asked = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<ActState> ended = new ConcurrentLinkedQueue<>();
  private volatile Function<Sending, Outcome> behaviour = OtherSide::takes;
  private volatile boolean losesEnd;

  /** The channel as a bean of a test's house. */
  @TestConfiguration
  public static class Connected {

    @Bean
    OtherSide otherSide() {
      return new OtherSide();
    }
  }

  @Override
  public String system() {
    return "BODY";
  }

  @Override
  public Outcome send(Sending act) {
    asked.add(act);
    return behaviour.apply(act);
  }

  @Override
  public void ended(Sending act, ActState state) {
    ended.add(state);
    if (losesEnd) {
      throw new IllegalStateException("the channel cannot write what follows");
    }
  }

  static Outcome takes(Sending act) {
    return Outcome.sent("ref-" + act.id(), null);
  }

  void behaves(Function<Sending, Outcome> how) {
    behaviour = how;
  }

  void losesTheEnd(boolean loses) {
    losesEnd = loses;
  }

  void begins() {
    asked.clear();
    ended.clear();
    behaviour = OtherSide::takes;
    losesEnd = false;
  }

  List<String> events() {
    return asked.stream().map(Sending::event).toList();
  }

  List<String> eventsOf(String number) {
    return asked.stream().filter(act -> act.number().equals(number)).map(Sending::event).toList();
  }

  List<String> keys() {
    return asked.stream().map(Sending::key).toList();
  }

  List<ActState> endings() {
    return List.copyOf(ended);
  }
}
