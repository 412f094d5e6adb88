package vn.thutuc.document;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.JournalEvent;

/**
 * Makes stored contents part of a dossier, and takes them away: each act in one short transaction
 * with its line of the journal, one at a time for each dossier.
 */
@Service
@Transactional
class DocumentRegistry {

  static final String OTHER = "Giấy tờ khác";

  private final DossierAccess dossiers;
  private final DocumentRows rows;
  private final MarkRows marks;
  private final Contents contents;
  private final CurrentActor actor;
  private final DocumentSettings settings;
  private final Now now;

  DocumentRegistry(
      DossierAccess dossiers,
      DocumentRows rows,
      MarkRows marks,
      Contents contents,
      CurrentActor actor,
      DocumentSettings settings,
      Now now) {
    this.dossiers = dossiers;
    this.rows = rows;
    this.marks = marks;
    this.contents = contents;
    this.actor = actor;
    this.settings = settings;
    this.now = now;
  }

  /**
   * Where a file goes.
   *
   * @param number dossier number
   * @param paper key of the paper in the procedure's list; null when it names none
   * @param replaces id of the file of which it is a new version; null for a new file
   */
  record Place(String number, String paper, Long replaces) {}

  /**
   * What came of it.
   *
   * @param id the file
   * @param isNew false when the same content was there already
   */
  record Entered(long id, boolean isNew) {}

  /**
   * Refuses, before a byte is read, what could not be entered anyway.
   *
   * @throws DossierProblem when the caller may not, the paper is unknown, or there is no room
   */
  @Transactional(readOnly = true)
  public void requireRoom(Place place) {
    DossierAccess.Found dossier = dossiers.workable(place.number());
    if (place.replaces() == null) {
      title(place.number(), place.paper());
    } else {
      find(dossier, place.replaces());
    }
    requireRoom(dossier);
  }

  private void requireRoom(DossierAccess.Found dossier) {
    if (rows.count(dossier.id()) >= settings.maxFiles()) {
      throw DossierProblem.conflict(
          "too-many-files",
          "Hồ sơ %s đã có %d tệp, là số nhiều nhất cho phép. Hãy gộp các trang vào một tệp PDF, hoặc"
                  .formatted(dossier.number(), settings.maxFiles())
              + " báo người quản trị.");
    }
  }

  /**
   * Enters a stored content. The same content at the same paper is entered once, however often it
   * is sent.
   *
   * @throws DossierProblem when the dossier has changed meanwhile so that it cannot be entered
   */
  public Entered enter(Place place, NewFile file) {
    rows.waitForTurn(place.number());
    DossierAccess.Found dossier = dossiers.workable(place.number());
    StoredFile before =
        place.replaces() == null ? null : rows.current(find(dossier, place.replaces()));
    String paper = before == null ? place.paper() : before.paper();
    String about = title(place.number(), paper);
    Optional<StoredFile> same =
        before == null
            ? rows.same(dossier.id(), paper, file.sha256())
            : Optional.of(before).filter(current -> current.sha256().equals(file.sha256()));
    if (same.isPresent()) {
      return new Entered(same.get().id(), false);
    }
    requireNewest(place, before);
    requireRoom(dossier);
    long line = dossiers.newestLine(dossier.id());
    Instant at = now.instant();
    String person = actor.get().personId();
    long id =
        rows.insert(new DocumentRows.Entry(dossier.id(), paper, person, at, line), file, before);
    contents.keep(file.content());
    Map<String, Object> data = data(about, id, file.sha256(), file.size());
    data.put("type", file.type().name());
    data.put("scan", file.scan().name());
    if (before == null) {
      dossiers.journal(place.number(), JournalEvent.DOCUMENT_ADDED, null, data);
    } else {
      rows.replaced(before, at);
      data.put("replaces", before.id());
      data.put("checkWithdrawn", uncheck(dossier, paper));
      dossiers.journal(place.number(), JournalEvent.DOCUMENT_REPLACED, null, data);
    }
    return new Entered(id, true);
  }

  /** Whoever checked the paper saw the old version: the new one has to be checked again. */
  private boolean uncheck(DossierAccess.Found dossier, String paper) {
    return paper != null && marks.clear(dossier.id(), paper, PaperMark.CHECKED);
  }

  private static void requireNewest(Place place, StoredFile current) {
    if (current != null && current.id() != place.replaces()) {
      throw DossierProblem.conflict(
          "newer-version-there",
          "Tệp này vừa có phiên bản mới hơn (%s). Hãy tải lại danh sách, xem phiên bản đó rồi mới"
                  .formatted(current.name())
              + " thay.");
    }
  }

  /** Writes down that a file was not taken because harmful code is in it. */
  public void refuseInfected(Place place, String sha256, long size) {
    String paper =
        place.replaces() == null
            ? place.paper()
            : find(dossiers.workable(place.number()), place.replaces()).paper();
    String about = title(place.number(), paper);
    Map<String, Object> data = data(about, null, sha256, size);
    dossiers.journal(
        place.number(),
        JournalEvent.DOCUMENT_REFUSED,
        "Phần mềm quét vi-rút phát hiện mã độc; tệp không được lưu.",
        data);
  }

  /**
   * Removes a file nobody else has relied on: only who uploaded it, before anybody else opened it,
   * completed a step or marked the paper.
   *
   * @param reason why; required
   * @throws DossierProblem when the caller may not, or somebody has relied on it
   */
  public void remove(String number, long id, String reason) {
    rows.waitForTurn(number);
    DossierAccess.Found dossier = dossiers.workable(number);
    StoredFile file = find(dossier, id);
    requireReason(reason);
    if (!isRemovable(dossier, file)) {
      throw DossierProblem.conflict(
          "file-relied-on",
          "Tệp “%s” không xóa được nữa: chỉ người tải lên xóa được, khi chưa ai khác mở tệp, chưa"
                  .formatted(file.name())
              + " bước nào hoàn thành sau đó và giấy tờ chưa được ghi nhận. Nếu tệp sai, hãy thay"
              + " bằng phiên bản mới.");
    }
    rows.removed(file, actor.get().personId(), reason.strip(), now.instant());
    contents.release(file.content());
    dossiers.journal(
        number,
        JournalEvent.DOCUMENT_REMOVED,
        reason.strip(),
        data(title(number, file.paper()), id, file.sha256(), file.size()));
  }

  private boolean isRemovable(DossierAccess.Found dossier, StoredFile file) {
    return file.isOnlyOf(actor.get().personId(), dossiers.newestStep(dossier.id()))
        && marks.of(dossier.id()).stream().noneMatch(mark -> mark.paper().equals(file.paper()));
  }

  static void requireReason(String reason) {
    if (reason == null || reason.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing", "reason", "Chưa nhập \"Lý do xóa tệp\". Hãy điền rồi gửi lại.");
    }
    if (reason.length() > 2_000) {
      throw DossierProblem.invalid(
          "field-too-long", "reason", "\"Lý do xóa tệp\" chỉ được tối đa 2000 ký tự.");
    }
  }

  /**
   * A file for reading; from now on somebody else may have relied on it.
   *
   * @throws DossierProblem when the caller may not know of the dossier, or there is no such file
   */
  public StoredFile open(String number, long id) {
    StoredFile file = find(dossiers.readable(number), id);
    if (!file.openedByOthers() && !file.uploadedBy().equals(actor.get().personId())) {
      rows.openedByOthers(file);
    }
    return file;
  }

  /**
   * A file of a dossier that was found.
   *
   * @throws DossierProblem when there is no such file
   */
  public StoredFile find(DossierAccess.Found dossier, long id) {
    return rows.find(dossier.id(), id)
        .orElseThrow(
            () ->
                new DossierProblem(
                    DossierProblem.Kind.NOT_FOUND,
                    "file-not-found",
                    "id",
                    "Không tìm thấy tệp này trong hồ sơ "
                        + dossier.number()
                        + ". Có thể tệp vừa bị xóa; hãy tải lại danh sách."));
  }

  /**
   * Title of a paper of the procedure's list.
   *
   * @throws DossierProblem when the list has no such paper
   */
  public String title(String number, String paper) {
    if (paper == null) {
      return OTHER;
    }
    return dossiers.papers(number).stream()
        .map(DossierAccess.ExpectedPaper::paper)
        .filter(expected -> expected.key().equals(paper))
        .findFirst()
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "paper-unknown",
                    "paper",
                    "Thành phần hồ sơ \"%s\" không có trong thủ tục của hồ sơ %s."
                        .formatted(paper, number)))
        .title();
  }

  private static Map<String, Object> data(String about, Long id, String sha256, long size) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("about", about);
    data.put("document", id);
    data.put("sha256", sha256);
    data.put("size", size);
    return data;
  }
}
