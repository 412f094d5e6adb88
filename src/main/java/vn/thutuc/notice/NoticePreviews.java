package vn.thutuc.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.ApplicantFacts;
import vn.thutuc.dossier.CaseFile;
import vn.thutuc.dossier.CaseFiles;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierVisibility;

/** What each notice would say, with a real dossier; sends and issues nothing. */
@Service
public class NoticePreviews {

  /** Of the letters of an SMS with Vietnamese marks, joined messages hold so many each. */
  private static final int SINGLE = 70;

  private static final int JOINED = 67;

  private final NoticeTemplates templates;
  private final NoticeSettings settings;
  private final NoticeReader reader;
  private final CaseFiles cases;
  private final ApplicantFacts applicants;
  private final DossierAccess access;
  private final DossierVisibility visibility;
  private final Routes routes;
  private final Now now;

  NoticePreviews(
      NoticeTemplates templates,
      NoticeSettings settings,
      NoticeReader reader,
      CaseFiles cases,
      ApplicantFacts applicants,
      DossierAccess access,
      DossierVisibility visibility,
      Routes routes,
      Now now) {
    this.templates = templates;
    this.settings = settings;
    this.reader = reader;
    this.cases = cases;
    this.applicants = applicants;
    this.access = access;
    this.visibility = visibility;
    this.routes = routes;
    this.now = now;
  }

  /**
   * A notice the house knows.
   *
   * @param event its name
   * @param label what it tells, in Vietnamese
   * @param duty whether the applicant may decline it, in Vietnamese
   * @param hours how long after it was written it is still sent
   * @param own whether the province's own template is used
   */
  public record Kind(String event, String label, String duty, long hours, boolean own) {}

  /**
   * The notices, and what can leave the house.
   *
   * @param connected ways out that are connected, in Vietnamese
   */
  public record Overview(List<Kind> kinds, List<String> connected) {}

  /** A way it would go: which, and the address. */
  public record Way(String medium, String address, boolean connected) {}

  /**
   * A notice with a real dossier.
   *
   * @param overtaken why it would not be sent now; null when it would
   * @param ways where it would go, in the order they are tried; empty without any address
   * @param smsParts how many messages the SMS is charged as
   * @param form number of the printed form that goes along by mail; null for none
   * @param problem what is wrong with the province's template, for the administrator; null when
   *     nothing is
   */
  public record Preview(
      String subject,
      String mail,
      String sms,
      int smsParts,
      String zalo,
      Map<String, String> zaloFields,
      String overtaken,
      List<Way> ways,
      String form,
      String problem) {}

  /** All notices; holds nothing of any dossier. */
  public Overview overview() {
    return new Overview(
        Arrays.stream(NoticeEvent.values())
            .map(
                event ->
                    new Kind(
                        event.key(),
                        event.label(),
                        event.duty().label(),
                        settings.worth(event).toHours(),
                        templates.isOwn(event)))
            .toList(),
        routes.connected().stream().sorted().map(Medium::label).toList());
  }

  /**
   * A notice as it would be sent now.
   *
   * @throws DossierProblem when there is no such notice or dossier, or the caller is neither of the
   *     dossier's units nor an administrator
   */
  public Preview preview(String event, String number) {
    NoticeEvent known =
        NoticeEvent.of(event)
            .orElseThrow(
                () ->
                    DossierProblem.invalid(
                        "notice-unknown", "event", "Không có thông báo \"%s\".".formatted(event)));
    String wanted = number == null ? "" : number.strip();
    DossierAccess.Found found = access.readable(wanted);
    if (!found.workable() && !visibility.administers()) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "not-of-the-dossiers-units",
          "number",
          "Chỉ người của các đơn vị có hồ sơ này và quản trị viên được xem thử thông báo.");
    }
    CaseFile file = cases.read(wanted);
    ApplicantFacts.Facts facts = applicants.of(wanted, now.instant());
    NoticeTemplates.Filled filled =
        templates.fill(known, reader.read(known, file, facts, now.instant()));
    NoticeText text = filled.text();
    return new Preview(
        text.subject(),
        text.mail(),
        text.sms(),
        parts(settings.sms().plain() ? Words.plain(text.sms()) : text.sms()),
        text.zalo(),
        text.zaloFields(),
        reader.overtaken(known, file, facts).orElse(null),
        Recipient.contacts(file.document(), facts.wish(), known).stream()
            .map(
                contact ->
                    new Way(
                        contact.medium().label(),
                        contact.address(),
                        routes.of(contact.medium()).isPresent()))
            .toList(),
        known.form(),
        filled.problem() == null ? null : filled.problem().toString());
  }

  /** Without marks an SMS holds 160 letters, joined 153; with any it holds less than half. */
  static int parts(String sms) {
    boolean plain = sms.chars().allMatch(letter -> letter < 128);
    int single = plain ? 160 : SINGLE;
    int joined = plain ? 153 : JOINED;
    return sms.length() <= single ? 1 : (sms.length() + joined - 1) / joined;
  }
}
