package vn.thutuc.handover;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.RepeatedAfterLostRace;
import vn.thutuc.dossier.Texts;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * The giving side: a list is opened, dossiers are scanned onto it, then it is sent and stays as it
 * is. Any officer of the giving unit goes on with it.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class HandoverMaking {

  /** Most dossiers on a list: as many as two people count through together. */
  public static final int MOST = 200;

  private static final int LONGEST_NUMBER = 64;

  /** A province may print an address with the number at its end instead of the bare number. */
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S*[/=]([^/=?&#\\s]+)/?");

  private final HandoverRows rows;
  private final HandoverLineRows lines;
  private final HandoverSides sides;
  private final HandoverLists lists;
  private final HandoverTrace trace;
  private final DossierAccess dossiers;
  private final Organisation organisation;
  private final CurrentActor actor;
  private final Now now;

  HandoverMaking(
      HandoverRows rows,
      HandoverLineRows lines,
      HandoverSides sides,
      HandoverLists lists,
      HandoverTrace trace,
      DossierAccess dossiers,
      Organisation organisation,
      CurrentActor actor,
      Now now) {
    this.rows = rows;
    this.lines = lines;
    this.sides = sides;
    this.lists = lists;
    this.trace = trace;
    this.dossiers = dossiers;
    this.organisation = organisation;
    this.actor = actor;
    this.now = now;
  }

  /**
   * A dossier that was scanned.
   *
   * @param line its line
   * @param again whether it was on this list already: scanning twice is harmless
   */
  public record Scanned(HandoverLine line, boolean again) {}

  /**
   * Opens a list. Asking again with the same id answers the same list.
   *
   * @param requestId the caller's own id of this request, up to 64 characters; required
   * @param from id of the unit that gives; one the caller works for
   * @param to id of the unit that takes; may be the same where a desk is no unit of its own
   * @throws DossierProblem when a unit is unknown or not the caller's
   */
  public HandoverBatch open(String requestId, String from, String to) {
    Texts.request(requestId);
    UnitView giver = sides.standing("from", from);
    UnitView taker = sides.standing("to", to);
    if (!sides.mine().contains(giver.id())) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "not-your-unit",
          "from",
          "Anh/chị không giao được hồ sơ thay cho %s. Hãy chọn đơn vị mình đang công tác."
              .formatted(giver.name()));
    }
    long id = rows.open(requestId, giver.id(), taker.id(), actor.get().personId(), now.instant());
    return lists.whole(id).batch();
  }

  /**
   * Puts a dossier on a list that is being made.
   *
   * @param scanned number of the dossier as it was scanned or typed; required
   * @throws DossierProblem when there is no such dossier, when one of the two units has nothing to
   *     do with it, when it is on another open list, or when the list is sent or full
   */
  public Scanned add(long batch, String scanned) {
    HandoverRow row = draft(batch);
    String number = number(scanned);
    DossierAccess.Found dossier = find(number);
    requirePart(dossier.number(), row.fromUnit(), true);
    requirePart(dossier.number(), row.toUnit(), false);
    Optional<HandoverLine> here = line(batch, dossier.number());
    if (here.isPresent()) {
      return new Scanned(here.get(), true);
    }
    if (row.lines() >= MOST) {
      throw DossierProblem.conflict(
          "handover-full",
          "Danh sách đã đủ %d hồ sơ. Hãy gửi danh sách này rồi lập danh sách mới cho hồ sơ %s."
              .formatted(MOST, dossier.number()));
    }
    if (!lines.add(row, dossier.id(), actor.get().personId(), now.instant())) {
      throw onAnother(dossier);
    }
    return new Scanned(line(batch, dossier.number()).orElseThrow(), false);
  }

  /** A scanner that types small letters, or a person who does, means the same number. */
  private DossierAccess.Found find(String number) {
    return dossiers.readable(lines.written(number, number.toUpperCase(Locale.ROOT)).orElse(number));
  }

  private static String number(String scanned) {
    String text = scanned == null ? "" : scanned.strip();
    Matcher address = ADDRESS.matcher(text);
    String number = address.matches() ? address.group(1) : text;
    if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
      throw DossierProblem.invalid(
          "number-missing",
          "number",
          number.isEmpty()
              ? "Chưa có mã hồ sơ. Hãy quét mã QR trên giấy tiếp nhận hoặc gõ mã hồ sơ."
              : "Nội dung quét được không phải mã hồ sơ. Hãy quét mã QR trên giấy tiếp nhận.");
    }
    return number;
  }

  private void requirePart(String number, String unit, boolean giving) {
    boolean takesPart =
        organisation
            .agencyOf(unit)
            .filter(agency -> dossiers.involves(number, agency.id()))
            .isPresent();
    if (!takesPart) {
      throw DossierProblem.conflict(
          giving ? "not-of-the-giver" : "not-of-the-taker",
          giving
              ? "Hồ sơ %s không do %s tiếp nhận hay giải quyết nên không giao được."
                  .formatted(number, sides.name(unit))
              : "%s không tiếp nhận, giải quyết hay được hỏi về hồ sơ %s. Hãy xem lại bên nhận."
                  .formatted(sides.name(unit), number));
    }
  }

  private DossierProblem onAnother(DossierAccess.Found dossier) {
    return lines
        .openBatch(dossier.id())
        .flatMap(rows::find)
        .map(
            other ->
                DossierProblem.conflict(
                    "on-another-list",
                    "Hồ sơ %s đang ở %s. Bên nhận xác nhận hoặc bên giao rút hồ sơ đó trước."
                        .formatted(dossier.number(), described(other))))
        .orElseGet(
            () ->
                DossierProblem.conflict(
                    "changed-meanwhile",
                    "Hồ sơ %s vừa được đưa ra khỏi một danh sách khác. Hãy quét lại."
                        .formatted(dossier.number())));
  }

  private String described(HandoverRow other) {
    String way = "%s → %s".formatted(sides.name(other.fromUnit()), sides.name(other.toUnit()));
    return other.code() == null
        ? "danh sách đang lập %s (người lập: %s)".formatted(way, sides.person(other.openedBy()))
        : "danh sách %s (%s) chưa xong".formatted(other.code(), way);
  }

  private Optional<HandoverLine> line(long batch, String number) {
    return lists.whole(batch).lines().stream()
        .filter(line -> line.number().equals(number))
        .findFirst();
  }

  /** Takes a line off a list that is being made; nothing happens when it is gone. */
  public void remove(long batch, long line) {
    draft(batch);
    lines.remove(batch, line);
  }

  /**
   * Drops a list that is being made; nothing happens when it is gone. Where the unit that gives has
   * ended, an administrator does.
   */
  public void drop(long batch) {
    Optional<HandoverRow> found = rows.lock(batch);
    if (found.isPresent()) {
      sides.requireTakeBack(found.get());
      requireDraft(found.get());
      rows.drop(batch);
    }
  }

  /**
   * Sends a list: from now on nothing is put on it, and each dossier's journal says that its papers
   * are on their way. Sending again changes nothing.
   *
   * @param expected how many dossiers the sender sees on it: the bag holds those
   * @throws DossierProblem when nothing is on the list, or another number than expected
   */
  public HandoverBatch send(long batch, int expected) {
    HandoverRow row = giving(batch);
    requireExpected(row, expected);
    if (row.state() != HandoverBatch.State.DRAFT) {
      return lists.whole(batch).batch();
    }
    if (row.lines() == 0) {
      throw DossierProblem.conflict(
          "handover-empty", "Danh sách chưa có hồ sơ nào. Hãy quét hồ sơ rồi gửi.");
    }
    int year = now.local().getYear();
    String code = "BG-%s-%d-%04d".formatted(row.fromUnit(), year, rows.next(row.fromUnit(), year));
    rows.send(batch, code, actor.get().personId(), now.instant());
    lines.send(batch);
    HandoverRow sent = rows.find(batch).orElseThrow();
    HandoverTrace.Writer journal = trace.of(sent, sent.fromUnit());
    lines.of(batch).forEach(line -> journal.write(line.number(), JournalEvent.PAPERS_SENT, null));
    return lists.whole(batch).batch();
  }

  /** A colleague, or another tab, may have put dossiers on it or taken some off. */
  private static void requireExpected(HandoverRow row, int expected) {
    if (row.lines() != expected) {
      throw DossierProblem.conflict(
          "handover-changed",
          row.state() == HandoverBatch.State.DRAFT
              ? "Danh sách hiện có %d hồ sơ, không phải %d. Hãy đối chiếu lại với túi hồ sơ rồi gửi."
                  .formatted(row.lines(), expected)
              : "Danh sách %s đã được gửi với %d hồ sơ, không phải %d. Hãy đối chiếu lại với túi hồ sơ."
                  .formatted(row.code(), row.lines(), expected));
    }
  }

  private HandoverRow draft(long batch) {
    HandoverRow row = giving(batch);
    requireDraft(row);
    return row;
  }

  private static void requireDraft(HandoverRow row) {
    if (row.state() != HandoverBatch.State.DRAFT) {
      throw DossierProblem.conflict(
          "handover-sent",
          "Danh sách %s đã gửi nên không thêm bớt được nữa. Hãy lập danh sách mới."
              .formatted(row.code()));
    }
  }

  private HandoverRow giving(long batch) {
    HandoverRow row = rows.lock(batch).orElseThrow(HandoverSides::notFound);
    sides.requireGiver(row);
    return row;
  }
}
