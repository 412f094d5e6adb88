package vn.thutuc.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.ApplicantFacts;
import vn.thutuc.dossier.CaseFile;
import vn.thutuc.dossier.CaseFiles;
import vn.thutuc.dossier.NoticeWish;
import vn.thutuc.outbound.Channel;
import vn.thutuc.outbound.Outcome;
import vn.thutuc.outbound.Sending;

/**
 * Sends notices to applicants: words and address are read from the dossier at the moment of
 * sending, and one message goes by the first way that takes it.
 */
@Component
@Conditional(NoticeConnected.class)
class NoticeChannel implements Channel {

  private static final String CALL =
      " Hãy gọi điện hoặc báo trực tiếp cho người nộp theo thông tin trong hồ sơ.";

  private final CaseFiles cases;
  private final ApplicantFacts applicants;
  private final NoticeReader reader;
  private final NoticeTemplates templates;
  private final NoticeComposer composer;
  private final Routes routes;
  private final NoticeSettings settings;

  NoticeChannel(
      CaseFiles cases,
      ApplicantFacts applicants,
      NoticeReader reader,
      NoticeTemplates templates,
      NoticeComposer composer,
      Routes routes,
      NoticeSettings settings) {
    this.cases = cases;
    this.applicants = applicants;
    this.reader = reader;
    this.templates = templates;
    this.composer = composer;
    this.routes = routes;
    this.settings = settings;
  }

  @Override
  public String system() {
    return "NOTICE";
  }

  @Override
  public Instant expiresAt(String event, Instant writtenAt) {
    return NoticeEvent.of(event).map(known -> writtenAt.plus(settings.worth(known))).orElse(null);
  }

  @Override
  public Outcome send(Sending act) {
    NoticeEvent event = NoticeEvent.of(act.event()).orElse(null);
    if (event == null) {
      return Outcome.refused(
          "Không có mẫu thông báo cho sự kiện \"%s\". Hãy báo quản trị viên."
              .formatted(act.event()));
    }
    CaseFile file = cases.read(act.number());
    ApplicantFacts.Facts facts = applicants.of(act.number(), act.writtenAt());
    Optional<String> overtaken = reader.overtaken(event, file, facts);
    if (overtaken.isPresent()) {
      return Outcome.needless(overtaken.get());
    }
    if (facts.wish() == NoticeWish.NECESSARY && event.duty() == NoticeEvent.Duty.SERVICE) {
      return Outcome.needless("Người nộp chỉ nhận thông báo bắt buộc.");
    }
    List<Recipient.Contact> contacts = Recipient.contacts(file.document(), facts.wish(), event);
    if (contacts.isEmpty()) {
      return Outcome.needless(
          "Hồ sơ không có thư điện tử và số điện thoại di động để gửi thông báo." + CALL);
    }
    NoticeData data = reader.read(event, file, facts, act.writtenAt());
    return deliver(act, event, file, templates.fill(event, data).text(), contacts);
  }

  private Outcome deliver(
      Sending act,
      NoticeEvent event,
      CaseFile file,
      NoticeText text,
      List<Recipient.Contact> contacts) {
    List<String> why = new ArrayList<>();
    boolean tried = false;
    for (Recipient.Contact contact : contacts) {
      Route route = routes.of(contact.medium()).orElse(null);
      if (route == null) {
        why.add(contact.medium().label() + ": chưa kết nối.");
        continue;
      }
      Delivery delivery = route.deliver(composer.message(act.key(), event, file, text, contact));
      if (delivery instanceof Delivery.Taken taken) {
        return Outcome.sent(taken.reference(), taken.words());
      }
      if (delivery instanceof Delivery.Later later) {
        return Outcome.later(later.reason());
      }
      tried = true;
      why.add(contact.medium().label() + ": " + ((Delivery.Unreachable) delivery).reason());
    }
    String reason = String.join(" ", why) + CALL;
    // An address that is wrong is for somebody to put right; what nothing is connected for is not.
    return tried && event.duty() != NoticeEvent.Duty.SERVICE
        ? Outcome.refused(reason)
        : Outcome.needless(reason);
  }
}
