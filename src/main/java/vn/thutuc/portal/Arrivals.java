package vn.thutuc.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Paper;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.NationalState;
import vn.thutuc.dossier.Party;
import vn.thutuc.dossier.Reception;
import vn.thutuc.dossier.ReceptionFacts;
import vn.thutuc.dossier.Submission;

/**
 * Takes dossiers that were submitted at the portal: each is received once, by the ordinary
 * reception, with its papers, in one transaction. It then is in state 1 and waits for its desk; its
 * clock counts from the true instant of submission as any reception does, so that one that nobody
 * opens becomes late as well.
 */
@Service
public class Arrivals {

  /** Name of the portal as the system a dossier came from. */
  public static final String SOURCE = "DVCQG";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");

  private final PortalSettings settings;
  private final ArrivalRows rows;
  private final ArrivalFiles files;
  private final ArrivalDesks desks;
  private final PortalRows portal;
  private final PortalTables tables;
  private final Catalogue catalogue;
  private final Reception reception;
  private final ArrivalEntry entry;
  private final TransactionTemplate transaction;
  private final Now now;

  Arrivals(
      PortalSettings settings,
      ArrivalRows rows,
      ArrivalFiles files,
      ArrivalDesks desks,
      PortalRows portal,
      PortalTables tables,
      Catalogue catalogue,
      Reception reception,
      ArrivalEntry entry,
      PlatformTransactionManager transactions,
      Now now) {
    this.settings = settings;
    this.rows = rows;
    this.files = files;
    this.desks = desks;
    this.portal = portal;
    this.tables = tables;
    this.catalogue = catalogue;
    this.reception = reception;
    this.entry = entry;
    this.transaction = new TransactionTemplate(transactions);
    this.now = now;
  }

  /**
   * What became of a message.
   *
   * @param portalNumber number at the portal
   * @param number our number; null while the dossier is only announced
   * @param isNew false when it was here before
   */
  public record Taken(String portalNumber, String number, boolean isNew) {}

  /**
   * Takes a message of the portal: a whole dossier, or a number that is asked for afterwards.
   * Called as the house, after the sender's right was checked.
   *
   * @throws DossierProblem when it cannot be taken; nothing of it is kept then
   */
  public Taken take(JsonNode message) {
    if (!settings.enabled()) {
      throw DossierProblem.conflict(
          "portal-not-connected", "Hệ thống chưa kết nối Cổng Dịch vụ công nên chưa nhận hồ sơ.");
    }
    if (message == null || !message.isObject()) {
      throw DossierProblem.invalid("request-malformed", null, "Nội dung gửi đến không phải hồ sơ.");
    }
    String portalNumber = ArrivalForm.portalNumber(message);
    if (ArrivalForm.isAnnouncement(message)) {
      rows.announce(portalNumber);
      String number = rows.find(portalNumber).map(ArrivalRows.Row::number).orElse(null);
      return new Taken(portalNumber, number, number == null);
    }
    try {
      return receive(portalNumber, message);
    } catch (PortalDown down) {
      throw DossierProblem.conflict("portal-down", down.getMessage() + " Hãy gửi lại sau.");
    }
  }

  /**
   * Receives a whole dossier.
   *
   * @throws PortalDown when a paper cannot be fetched now
   */
  Taken receive(String portalNumber, JsonNode message) {
    String sha256 = ArrivalForm.sha256(message);
    Optional<Taken> before = before(portalNumber, sha256);
    if (before.isPresent()) {
      return before.get();
    }
    requireNew(portalNumber, message);
    ArrivalForm form = ArrivalForm.of(message, now.instant());
    Submission submission = submission(form);
    reception.settlingAgency(submission);
    List<ArrivalFiles.Fetched> fetched = files.fetch(form.papers());
    try {
      return Objects.requireNonNull(
          transaction.execute(
              status -> {
                rows.waitForTurn(portalNumber);
                Optional<Taken> meanwhile = before(portalNumber, sha256);
                return meanwhile.orElseGet(() -> enter(form, sha256, submission, fetched));
              }));
    } finally {
      files.discard(fetched);
    }
  }

  /** What the house told the portal itself, or what is settled elsewhere, is no new dossier. */
  private void requireNew(String portalNumber, JsonNode message) {
    if (rows.isOurNumber(portalNumber)) {
      throw DossierProblem.conflict(
          "our-own-number", "Hồ sơ %s được tiếp nhận tại đây.".formatted(portalNumber));
    }
    String state = message.path("TrangThaiHoSo").asText("");
    if (!state.isBlank() && !state.equals(tables.state(NationalState.REGISTERED))) {
      throw DossierProblem.conflict(
          "not-newly-submitted",
          "Hồ sơ %s đã ở trạng thái \"%s\" trên Cổng nên không nhận như hồ sơ mới."
              .formatted(portalNumber, tables.stateLabel(state)));
    }
  }

  private Taken enter(
      ArrivalForm form, String sha256, Submission submission, List<ArrivalFiles.Fetched> fetched) {
    String number = reception.receive(submission);
    entry.enter(number, fetched, paperKeys(form));
    portal.arrived(number);
    rows.taken(form.portalNumber(), sha256, number);
    return new Taken(form.portalNumber(), number, true);
  }

  private Optional<Taken> before(String portalNumber, String sha256) {
    Optional<ArrivalRows.Row> row =
        rows.find(portalNumber).filter(found -> found.state() == ArrivalRows.State.TAKEN);
    row.filter(found -> !sha256.equals(found.sha256()))
        .ifPresent(
            other -> {
              throw DossierProblem.conflict(
                  "same-number-other-content",
                  "Hồ sơ %s đã nhận trước đó với nội dung khác (mã tại đây: %s). Không nhận đè; hãy"
                          .formatted(portalNumber, other.number())
                      + " gửi dưới mã khác hoặc bổ sung theo yêu cầu của bộ phận một cửa.");
            });
    return row.map(found -> new Taken(portalNumber, found.number(), false));
  }

  private Submission submission(ArrivalForm form) {
    ArrivalDesks.Desk desk = desks.of(form.unit());
    return new Submission(
        form.procedure(),
        Channel.ONLINE,
        form.caseCode(),
        form.area(),
        returnMethod(form),
        desk.unit(),
        desk.named(),
        new Party(
            ownerKind(form),
            form.owner(),
            form.idNumber(),
            form.phone(),
            form.email(),
            form.address()),
        null,
        null,
        handedIn(form),
        new ReceptionFacts(
            form.submittedAt(),
            "Nộp trên Cổng Dịch vụ công lúc " + MOMENT.format(local(form)),
            null,
            SOURCE,
            form.portalNumber()));
  }

  private static LocalDateTime local(ArrivalForm form) {
    return LocalDateTime.ofInstant(form.submittedAt(), WorkingCalendar.ZONE);
  }

  private ReturnMethod returnMethod(ArrivalForm form) {
    return form.returnMethod() == null
        ? ReturnMethod.COUNTER
        : tables
            .ours(PortalTables.RETURN, ReturnMethod.class, form.returnMethod())
            .orElseThrow(() -> unknown("HinhThuc", PortalTables.RETURN));
  }

  private Party.Kind ownerKind(ArrivalForm form) {
    return form.ownerKind() == null
        ? Party.Kind.PERSON
        : tables
            .ours(PortalTables.OWNER, Party.Kind.class, form.ownerKind())
            .orElseThrow(() -> unknown("LoaiDoiTuong", PortalTables.OWNER));
  }

  private DossierProblem unknown(String field, String table) {
    return DossierProblem.invalid(
        "code-unknown",
        field,
        "%s không có trong danh mục. Hãy dùng một trong: %s."
            .formatted(field, tables.choices(table)));
  }

  /** A file stands for a copy of its paper; the officer who checks it counts anew. */
  private List<Submission.HandedIn> handedIn(ArrivalForm form) {
    Set<String> keys = paperKeys(form);
    Set<String> named = new LinkedHashSet<>();
    form.papers().stream()
        .map(ArrivalForm.PaperFile::paper)
        .filter(keys::contains)
        .forEach(named::add);
    return named.stream().map(key -> new Submission.HandedIn(key, 0, 1)).toList();
  }

  private Set<String> paperKeys(ArrivalForm form) {
    Set<String> keys = new LinkedHashSet<>();
    catalogue.find(form.procedure(), local(form)).map(Procedure::papers).orElse(List.of()).stream()
        .map(Paper::key)
        .forEach(keys::add);
    return keys;
  }
}
