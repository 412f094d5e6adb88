package vn.thutuc.process.migration;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes on, beside people's work, with a run that a stop of the server interrupted. */
@Component
class MigrationResume implements SmartLifecycle {

  private final ModelMigrations migrations;
  private volatile boolean running;

  MigrationResume(ModelMigrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public void start() {
    migrations.resume();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the house has been opened: models and organisation are there. */
  @Override
  public int getPhase() {
    return 1;
  }
}
