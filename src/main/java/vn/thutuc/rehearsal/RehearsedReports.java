package vn.thutuc.rehearsal;

import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.thutuc.outbound.OutcomeReports;

/**
 * Nobody outside is connected in a rehearsal: whether the outcome of an act will be reported is one
 * of the walk's choices, so that both ways are walked. For one thread.
 */
@Component
@Profile("rehearsal")
class RehearsedReports implements OutcomeReports {

  private BooleanSupplier choice = () -> false;

  /** From now on this choice decides. */
  void decidedBy(BooleanSupplier choice) {
    this.choice = choice;
  }

  @Override
  public boolean follows(String kind) {
    return choice.getAsBoolean();
  }
}
