package vn.thutuc.tracking;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts every minute, on every node, what waits for the public figures. */
@Component
@Profile("!rehearsal")
class FigureWatch {

  private static final int SECONDS = 60;

  private final Figures figures;

  FigureWatch(Figures figures) {
    this.figures = figures;
  }

  @Scheduled(initialDelay = SECONDS, fixedDelay = SECONDS, timeUnit = TimeUnit.SECONDS)
  void look() {
    figures.count();
  }
}
