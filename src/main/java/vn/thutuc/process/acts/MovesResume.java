package vn.thutuc.process.acts;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Goes on, beside people's work, with moves of tasks that a stop of the server interrupted. */
@Component
class MovesResume {

  private final TaskMoves moves;

  MovesResume(TaskMoves moves) {
    this.moves = moves;
  }

  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    moves.resume();
  }
}
