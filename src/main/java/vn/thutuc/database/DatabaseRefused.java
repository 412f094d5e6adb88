package vn.thutuc.database;

/** The server must not start on this database; the message says why and what to do. */
public final class DatabaseRefused extends RuntimeException {

  /**
   * @param message what is wrong and the remedy, in English, for the operator
   */
  public DatabaseRefused(String message) {
    super(message);
  }

  DatabaseRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
