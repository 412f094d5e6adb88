package vn.thutuc.outbound;

/**
 * A way out of the house to one other system: mail, the postal service, the national portal. A bean
 * of this type connects the system; without one its acts are recorded as not connected.
 */
public interface Channel {

  /** The system it serves, e.g. {@code NOTICE}; one bean for each. */
  String system();

  /**
   * Hands one act to the other side. Called outside any transaction, for one act of a dossier at a
   * time. When an answer was lost the same act comes again: the other side gets {@link
   * Sending#key()} so that it takes it once. A call must end within half a minute.
   *
   * @return what became of it
   * @throws Exception what went wrong on the way; the act is tried again later
   */
  Outcome send(Sending act) throws Exception;

  /**
   * Told in the transaction that records how an act ended, so that rows beside it commit with it.
   *
   * @param act the act
   * @param state SENT, FAILED, NEEDLESS or EXPIRED
   */
  default void ended(Sending act, ActState state) {}
}
