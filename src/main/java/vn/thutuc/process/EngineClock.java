package vn.thutuc.process;

import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;

/** Moves the engine's clock with the house's one clock. */
@Component
class EngineClock {

  EngineClock(Now now) {
    now.onMove(
        instant -> {
          if (instant == null) {
            ClockUtil.reset();
          } else {
            ClockUtil.setCurrentTime(Date.from(instant));
          }
        });
  }
}
