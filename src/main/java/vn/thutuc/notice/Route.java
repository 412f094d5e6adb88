package vn.thutuc.notice;

/** One way out. Repeating a message under the same key sends it again at most as a repetition. */
interface Route {

  Medium medium();

  /** Sends; what fails in a way that may pass is told, not thrown. */
  Delivery deliver(Message message);
}
