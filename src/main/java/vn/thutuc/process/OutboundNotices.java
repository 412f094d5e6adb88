package vn.thutuc.process;

import org.springframework.stereotype.Component;
import vn.thutuc.dossier.Notices;
import vn.thutuc.outbound.OutboundActs;

/** Notices that no step of a model writes, as outbound acts like all others. */
@Component
class OutboundNotices implements Notices {

  private final OutboundActs acts;

  OutboundNotices(OutboundActs acts) {
    this.acts = acts;
  }

  @Override
  public void write(String number, String event, String occasion) {
    acts.write(new OutboundActs.Act(number, "NOTICE", event, "service", occasion));
  }
}
