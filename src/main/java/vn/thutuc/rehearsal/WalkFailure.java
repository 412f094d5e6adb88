package vn.thutuc.rehearsal;

/** A walk cannot go on; the message says why, in Vietnamese. */
final class WalkFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WalkFailure(String message) {
    super(message);
  }
}
