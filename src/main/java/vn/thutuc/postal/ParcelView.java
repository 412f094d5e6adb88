package vn.thutuc.postal;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A parcel as officers read it. Times are local to Asia/Ho_Chi_Minh.
 *
 * @param direction RETURN or PICKUP
 * @param itemCode the carrier's number of the item, or null
 * @param number of the dossier, or null before it is received
 * @param procedure short title of the procedure
 * @param person who gets the result, or from whom the dossier is fetched; null when that was
 *     removed
 * @param state name of the state
 * @param label the state in words
 * @param unit the desk
 * @param cod whole đồng the carrier collects
 * @param stateAt since when it stands there
 * @param days whole days since then
 * @param problem what stands in its way, or null
 * @param closed whether nothing more can happen to it
 * @param mayCancel whether the caller may take the order back
 * @param mayEnter whether the caller may enter the outcome, for the carrier is silent
 * @param mayReceive whether the fetched dossier can be received now
 */
public record ParcelView(
    long id,
    String direction,
    String orderNumber,
    String itemCode,
    String number,
    String procedure,
    String person,
    String state,
    String label,
    String unit,
    long cod,
    LocalDateTime requestedAt,
    LocalDateTime stateAt,
    long days,
    String problem,
    boolean closed,
    boolean mayCancel,
    boolean mayEnter,
    boolean mayReceive) {

  /** One thing said of it; {@code label} is null for a code nobody knows. */
  public record Said(
      LocalDateTime at,
      String label,
      String code,
      String message,
      String office,
      String source,
      boolean moved,
      String by) {}

  /**
   * A page.
   *
   * @param page number of the page, from 0
   * @param more whether another follows
   */
  public record Page(List<ParcelView> items, int page, boolean more) {}

  /**
   * A parcel with everything that was said.
   *
   * @param address where it goes, or where the dossier is fetched; null when that was removed
   * @param phone of the same, or null
   * @param papers what the applicant has announced, or null
   */
  public record Whole(
      ParcelView parcel, String address, String phone, String papers, List<Said> events) {}
}
