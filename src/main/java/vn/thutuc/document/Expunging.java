package vn.thutuc.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.organisation.Organisation;

/**
 * An administrator takes away a file that should never have been here (another person's papers,
 * say), also when others have opened it. The content goes for good; who did it, when, why and the
 * hash of what it was stay. Not once the dossier has ended: then its papers are a record.
 */
@Component
class Expunging {

  private final DossierAccess dossiers;
  private final DocumentRegistry registry;
  private final DocumentRows rows;
  private final MarkRows marks;
  private final Contents contents;
  private final Organisation organisation;
  private final CurrentActor actor;
  private final Now now;

  Expunging(
      DossierAccess dossiers,
      DocumentRegistry registry,
      DocumentRows rows,
      MarkRows marks,
      Contents contents,
      Organisation organisation,
      CurrentActor actor,
      Now now) {
    this.dossiers = dossiers;
    this.registry = registry;
    this.rows = rows;
    this.marks = marks;
    this.contents = contents;
    this.organisation = organisation;
    this.actor = actor;
    this.now = now;
  }

  /** Whether the current actor may do so to files of an open dossier. */
  public boolean isAllowed() {
    return organisation.administers(actor.get().personId(), now.local().toLocalDate());
  }

  /**
   * Takes the file out of the dossier.
   *
   * @param reason why; required
   * @return its content, which nothing keeps any more once this has committed
   * @throws DossierProblem when the caller is no administrator, or the dossier has ended
   */
  @Transactional
  public UUID expunge(String number, long id, String reason) {
    rows.waitForTurn(number);
    DossierAccess.Found dossier = dossiers.readable(number);
    requireAllowed(dossier);
    StoredFile file = registry.find(dossier, id);
    DocumentRegistry.requireReason(reason);
    rows.expunged(file, actor.get().personId(), reason.strip(), now.instant());
    contents.release(file.content());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("about", registry.title(number, file.paper()));
    data.put("document", id);
    data.put("sha256", file.sha256());
    data.put("size", file.size());
    data.put("uploadedBy", file.uploadedBy());
    data.put("checkWithdrawn", uncheck(dossier, file));
    dossiers.journal(number, JournalEvent.DOCUMENT_EXPUNGED, reason.strip(), data);
    return file.content();
  }

  /** Who checked or digitised the paper has relied on what is gone now. */
  private boolean uncheck(DossierAccess.Found dossier, StoredFile file) {
    if (file.paper() == null || !file.current()) {
      return false;
    }
    boolean checked = marks.clear(dossier.id(), file.paper(), PaperMark.CHECKED);
    return marks.clear(dossier.id(), file.paper(), PaperMark.DIGITISED) || checked;
  }

  private void requireAllowed(DossierAccess.Found dossier) {
    if (!isAllowed()) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "administrator-only",
          null,
          "Chỉ quản trị viên được xóa tệp tải nhầm mà người khác đã mở.");
    }
    if (dossier.closed()) {
      throw DossierProblem.conflict(
          "dossier-closed",
          "Hồ sơ %s đã kết thúc nên giấy tờ không thay đổi được nữa.".formatted(dossier.number()));
    }
  }
}
