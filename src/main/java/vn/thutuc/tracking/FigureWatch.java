package vn.thutuc.tracking;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts every minute, on every node, what waits for the public figures. */
@Component
class FigureWatch {

  private final Figures figures;

  FigureWatch(Figures figures) {
    this.figures = figures;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void count() {
    figures.count();
  }
}
