package vn.thutuc.notice;

/** The demo's way out: into the letter box. */
final class MailboxRoute implements Route {

  private final Medium medium;
  private final Mailbox mailbox;

  MailboxRoute(Medium medium, Mailbox mailbox) {
    this.medium = medium;
    this.mailbox = mailbox;
  }

  @Override
  public Medium medium() {
    return medium;
  }

  @Override
  public Delivery deliver(Message message) {
    mailbox.put(medium, message);
    return new Delivery.Taken(
        message.key(), medium.label() + ", vào hộp thư thử nghiệm (chưa gửi ra ngoài).");
  }
}
