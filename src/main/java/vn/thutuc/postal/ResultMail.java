package vn.thutuc.postal;

/**
 * Sends a result by e-mail; implemented by whoever sends the house's mail. Called outside any
 * transaction; an exception means that nobody knows whether it was taken.
 */
public interface ResultMail {

  /** Whether mail can be sent at all. */
  boolean isConnected();

  /**
   * Sends one letter with the result.
   *
   * @param key the same for every repetition of the same letter
   * @param fileName name of the attached PDF
   */
  void send(String key, String to, String subject, String text, String fileName, byte[] pdf)
      throws Exception;
}
