package vn.thutuc.postal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.thutuc.outbound.ActState;
import vn.thutuc.outbound.Channel;
import vn.thutuc.outbound.Outcome;
import vn.thutuc.outbound.Sending;

/** Orders the parcel of a result from the carrier, once for each act. */
@Component
@ConditionalOnProperty(name = "thutuc.postal.carrier", havingValue = "vnpost")
class PostChannel implements Channel {

  private static final Logger LOG = LoggerFactory.getLogger(PostChannel.class);

  private final Bookings bookings;
  private final Carrier carrier;

  PostChannel(Bookings bookings, Carrier carrier) {
    this.bookings = bookings;
    this.carrier = carrier;
  }

  @Override
  public String system() {
    return "POST";
  }

  /** The desk sees beside the parcel that nobody will fetch it. */
  @Override
  public void ended(Sending act, ActState state) {
    if (state != ActState.SENT) {
      bookings.givenUp(act);
    }
  }

  @Override
  public Outcome send(Sending act) {
    Bookings.Prepared prepared = bookings.prepare(act);
    if (prepared.problem() != null) {
      return Outcome.refused(prepared.problem());
    }
    if (prepared.order() == null) {
      return Outcome.sent(act.key(), "Bưu chính đã nhận yêu cầu " + act.key());
    }
    if (prepared.unanswered()) {
      LOG.info("Order {} went out before without an answer; asked again", act.key());
    }
    // The number is the key: an order whose answer was lost is the same order to the carrier.
    Carrier.Answer answer = carrier.book(prepared.order());
    if (answer instanceof Carrier.Answer.Refused refused) {
      bookings.refused(prepared.parcel(), refused.reason());
      return Outcome.refused(
          "Không lập được phiếu gửi: %s. Kiểm tra địa chỉ người nhận rồi gửi lại."
              .formatted(refused.reason()));
    }
    boolean before = answer instanceof Carrier.Answer.Taken taken && taken.before();
    bookings.taken(prepared.parcel(), before);
    return Outcome.sent(act.key(), "Bưu chính đã nhận yêu cầu " + act.key());
  }
}
