package vn.thutuc.rehearsal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Marks a process in which a server serves people. The engine's clock is one for the whole process:
 * a rehearsal beside a server would move the server's time.
 */
@Component
@Profile("!rehearsal")
class ServingMark implements DisposableBean {

  private static final Set<ServingMark> SERVING = ConcurrentHashMap.newKeySet();

  ServingMark(@Value("${thutuc.test:false}") boolean test) {
    if (!test) {
      SERVING.add(this);
    }
  }

  /** Whether a server serves people in this process. */
  static boolean isServing() {
    return !SERVING.isEmpty();
  }

  @Override
  public void destroy() {
    SERVING.remove(this);
  }
}
