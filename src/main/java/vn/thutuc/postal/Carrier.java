package vn.thutuc.postal;

import java.time.Instant;
import java.util.List;

/**
 * A postal service as the house sees it. Calls go out over the network: never inside a transaction.
 * Any exception means that nobody knows whether the other side took the call.
 */
interface Carrier {

  /** Short name, key of the cursor. */
  String name();

  /**
   * One end of a way.
   *
   * @param province the carrier's own code
   * @param district the carrier's own code; null where it asks for none
   */
  record End(
      String name, String phone, String email, String address, String province, String district) {}

  /**
   * An order.
   *
   * @param number the key the carrier takes an order once by
   * @param from who sends it
   * @param to who gets it
   * @param cod whole đồng to collect; 0 for nothing
   * @param description what is inside, without personal data
   */
  record Order(String number, End from, End to, long cod, String description) {}

  /** What became of an order. */
  sealed interface Answer {

    /** Taken now, or taken before under the same number. */
    record Taken(boolean before) implements Answer {}

    /** Not taken, and will not be as it stands. */
    record Refused(String reason) implements Answer {}
  }

  /**
   * One thing the carrier says of a parcel.
   *
   * @param id its place in the carrier's list; 0 when it came by call-back
   * @param number of the order
   * @param itemCode the carrier's own number of the item; null when it says none
   * @param code the carrier's code, as it is
   * @param message the carrier's words, or null
   * @param at when it happened
   * @param office where, the carrier's code; or null
   * @param raw the whole of what it said
   */
  record Said(
      long id,
      String number,
      String itemCode,
      String code,
      String message,
      Instant at,
      String office,
      String raw) {}

  /** Orders. The same number a second time is the same order. */
  Answer book(Order order);

  /** Takes an order back before anything was collected. */
  Answer cancel(String number);

  /** What the carrier has said after a place in its list, in its order; at most a page. */
  List<Said> since(long lastId, int most);

  /** Reads what a call-back brings, whose signature was checked. */
  List<Said> read(byte[] body);
}
