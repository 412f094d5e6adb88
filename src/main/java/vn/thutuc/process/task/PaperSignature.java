package vn.thutuc.process.task;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whose signature on paper is being registered in this thread: a leader's step is then completed
 * for what somebody else has seen, and who signed is not who completes.
 */
@Component
public class PaperSignature {

  private final ThreadLocal<Signed> current = new ThreadLocal<>();

  /**
   * A signature.
   *
   * @param by login id of who signed
   * @param onBehalfOf login id of whom a deputy signed for; null for nobody
   */
  public record Signed(String by, String onBehalfOf) {}

  /**
   * Completes a step as one that somebody signed on paper; the caller has checked that they may.
   */
  public void registering(Signed signed, Runnable completion) {
    current.set(signed);
    try {
      completion.run();
    } finally {
      current.remove();
    }
  }

  Optional<Signed> current() {
    return Optional.ofNullable(current.get());
  }
}
