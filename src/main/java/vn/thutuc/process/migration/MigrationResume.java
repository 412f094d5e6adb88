package vn.thutuc.process.migration;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Goes on, beside people's work, with a run that a stop of the server interrupted. */
@Component
class MigrationResume {

  private final ModelMigrations migrations;

  MigrationResume(ModelMigrations migrations) {
    this.migrations = migrations;
  }

  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    migrations.resume();
  }
}
