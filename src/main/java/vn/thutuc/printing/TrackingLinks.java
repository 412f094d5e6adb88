package vn.thutuc.printing;

/** What the forms an applicant takes home say about where to look how the dossier stands. */
public interface TrackingLinks {

  /**
   * What is printed.
   *
   * @param secret the dossier's secret in groups, as people type it
   * @param page address of the page, without number and secret; null while there is no public one
   * @param address what the QR code holds: the page with number and secret behind {@code #}, where
   *     neither reaches a log; null while there is no public page
   */
  record Link(String secret, String page, String address) {}

  /** Whether a dossier has its secret already: it does not when it is older than the page. */
  boolean isKnown(String number);

  /**
   * The link of a dossier, which gets its secret now if it has none; in the caller's transaction.
   */
  Link of(String number);
}
