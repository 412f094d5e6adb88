package vn.thutuc.command;

/** Something that was typed or sent cannot be used; the message says what and what to do. */
final class BadInputException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  BadInputException(String message) {
    super(message);
  }
}
