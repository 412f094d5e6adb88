package vn.thutuc.tracking;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierChanged;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.printing.TrackingLinks;

/**
 * Gives each dossier its secret, in the transaction that receives it; one that was here before gets
 * it when a form that shows it is first printed.
 */
@Component
class TrackingKeys implements TrackingLinks {

  private final KeyRows keys;
  private final TrackingSettings settings;
  private final Now now;

  TrackingKeys(KeyRows keys, TrackingSettings settings, Now now) {
    this.keys = keys;
    this.settings = settings;
    this.now = now;
  }

  @EventListener
  void received(DossierChanged change) {
    if (change.event() == JournalEvent.RECEIVED) {
      keys.make(change.number(), now.instant());
    }
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isKnown(String number) {
    return keys.find(number).isPresent();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Link of(String number) {
    String secret = keys.find(number).orElseGet(() -> keys.make(number, now.instant()));
    String page = settings.page();
    return new Link(
        Secret.printed(secret), page, page == null ? null : page + "#" + number + "/" + secret);
  }
}
