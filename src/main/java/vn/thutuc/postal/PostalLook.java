package vn.thutuc.postal;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What has to be looked after from time to time; tests look themselves. */
@Service
public class PostalLook {

  private static final Logger LOG = LoggerFactory.getLogger(PostalLook.class);
  private static final int PAGE = 100;
  private static final int MOST = 200;

  private final ObjectProvider<Carrier> carrier;
  private final Bookings bookings;
  private final PickupRows pickups;
  private final ParcelRows parcels;
  private final ParcelTelling telling;
  private final ReturnRows returns;
  private final ReturnTelling returnTelling;
  private final CarrierPoll poll;
  private final PickupRemoval removal;

  PostalLook(
      ObjectProvider<Carrier> carrier,
      Bookings bookings,
      PickupRows pickups,
      ParcelRows parcels,
      ParcelTelling telling,
      ReturnRows returns,
      ReturnTelling returnTelling,
      CarrierPoll poll,
      PickupRemoval removal) {
    this.carrier = carrier;
    this.bookings = bookings;
    this.pickups = pickups;
    this.parcels = parcels;
    this.telling = telling;
    this.returns = returns;
    this.returnTelling = returnTelling;
    this.poll = poll;
    this.removal = removal;
  }

  /** Books fetchings and tells processes what is still to be told; one failure stops no other. */
  public void look() {
    book();
    pickups.link();
    each(parcels::toTell, telling::tell);
    each(returns::toTell, returnTelling::tell);
  }

  /** Reads the carrier's list; returns how many things were said, -1 when another node reads. */
  public int poll() {
    return poll.poll();
  }

  /** Removes personal data of fetchings that is not needed any more, a batch at a time. */
  public int removeOld() {
    int all = 0;
    int removed = removal.removeBatch();
    while (removed > 0) {
      all += removed;
      removed = removal.removeBatch();
    }
    if (all > 0) {
      LOG.info("What applicants said for {} fetchings was removed", all);
    }
    return all;
  }

  /** Books the fetchings whose turn it is. */
  void book() {
    Carrier connected = carrier.getIfAvailable();
    if (connected == null) {
      return;
    }
    for (int i = 0; i < MOST; i++) {
      Optional<Bookings.Prepared> next = bookings.nextPickup();
      if (next.isEmpty()) {
        return;
      }
      book(connected, next.get());
    }
  }

  private void book(Carrier connected, Bookings.Prepared prepared) {
    Carrier.Answer answer;
    try {
      answer = connected.book(prepared.order());
    } catch (RuntimeException e) {
      // Nobody knows whether it was taken: the next turn asks under the same number.
      LOG.warn("The order {} has no answer: {}", prepared.order().number(), e.toString());
      bookings.lost(prepared.parcel(), "Bưu chính chưa trả lời; hệ thống sẽ gửi lại");
      return;
    }
    if (answer instanceof Carrier.Answer.Refused refused) {
      bookings.refused(prepared.parcel(), refused.reason());
    } else {
      bookings.taken(
          prepared.parcel(), answer instanceof Carrier.Answer.Taken taken && taken.before());
    }
  }

  /** Which rows have something to tell, after a row. */
  private interface Waiting {
    List<Long> after(long id, int most);
  }

  /** Tells one; false when it is not waited for yet. */
  private interface Telling {
    boolean tell(long id);
  }

  private static void each(Waiting waiting, Telling telling) {
    long last = 0;
    List<Long> page = waiting.after(last, PAGE);
    while (!page.isEmpty()) {
      for (long id : page) {
        try {
          telling.tell(id);
        } catch (RuntimeException e) {
          LOG.warn("Process of row {} could not be told: {}; tried again", id, e.toString());
        }
        last = id;
      }
      page = waiting.after(last, PAGE);
    }
  }
}
