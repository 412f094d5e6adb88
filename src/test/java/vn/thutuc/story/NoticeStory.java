package vn.thutuc.story;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.dossier.Authority;
import vn.thutuc.dossier.NoticeWish;
import vn.thutuc.dossier.Party;
import vn.thutuc.dossier.ReceptionFacts;
import vn.thutuc.dossier.Submission;
import vn.thutuc.notice.Mailbox;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.outbound.OutboundDrain;

/** What stories about notices share: applicants with addresses, and what became of each notice. */
abstract class NoticeStory extends ActsStory {

  static final String DESK = "motcua";

  @Autowired protected OutboundDrain drain;
  @Autowired protected OutboundActs outbound;
  @Autowired protected Mailbox mailbox;

  /** Nothing that an earlier story left is sent in this one. */
  protected void nothingWaits() {
    jdbc.sql("update outbound_act set state = 'NEEDLESS' where state in ('WRITTEN', 'FAILED')")
        .update();
  }

  protected static Party somebody(String phone, String email) {
    return new Party(
        Party.Kind.ORGANISATION, "Công ty Được Báo", "4900000009", phone, email, "Lạng Sơn");
  }

  protected static Submission permit(Party owner, Party submitter, NoticeWish wish) {
    return new Submission(
        "1.000028",
        Channel.COUNTER,
        null,
        null,
        ReturnMethod.COUNTER,
        null,
        null,
        owner,
        submitter,
        new Authority(null, null, null),
        null,
        new ReceptionFacts(null, null, null, null, null).wishing(wish));
  }

  /** A permit of somebody with these addresses that the desk has found complete. */
  protected void isAccepted(Party owner, NoticeWish wish) {
    itIs("2026-03-03T08:15");
    receives(DESK, permit(owner, null, wish));
    does(DESK, "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  /** The permit is decided, and its result waits at the counter. */
  protected void isReady() {
    does("chuyenvien", "Task_Appraise", grant());
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "15/GPLHX", "resultDate", "2026-03-03");
  }

  protected List<Mailbox.Letter> letters() {
    return mailbox.page(null, 50).letters().stream()
        .filter(letter -> letter.body().contains(number))
        .toList();
  }

  protected Mailbox.Letter letter(String subject) {
    return letters().stream()
        .filter(one -> one.subject() != null && one.subject().startsWith(subject))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No letter " + subject + " among " + letters()));
  }

  protected OutboundActs.Written notice(String event) {
    return act("NOTICE", event);
  }

  protected OutboundActs.Written act(String kind, String event) {
    return outbound.of(number).stream()
        .filter(one -> one.kind().equals(kind) && one.event().startsWith(event))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + event + " among " + outbound.of(number)));
  }

  protected List<String> notices() {
    return outbound.of(number).stream()
        .filter(one -> one.kind().equals("NOTICE"))
        .map(OutboundActs.Written::event)
        .toList();
  }
}
