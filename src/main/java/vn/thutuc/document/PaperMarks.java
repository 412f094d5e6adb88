package vn.thutuc.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.JournalEvent;

/** Marks papers as checked, digitised or reused; done twice it is done once. */
@Service
@Transactional
public class PaperMarks {

  private static final int LONGEST_SOURCE = 300;

  private final DossierAccess dossiers;
  private final DocumentRegistry registry;
  private final DocumentRows rows;
  private final MarkRows marks;
  private final CurrentActor actor;
  private final Now now;

  PaperMarks(
      DossierAccess dossiers,
      DocumentRegistry registry,
      DocumentRows rows,
      MarkRows marks,
      CurrentActor actor,
      Now now) {
    this.dossiers = dossiers;
    this.registry = registry;
    this.rows = rows;
    this.marks = marks;
    this.actor = actor;
    this.now = now;
  }

  /**
   * Marks a paper of the procedure's list.
   *
   * @param source where a reused paper comes from, required for it; ignored for other marks
   * @throws DossierProblem when the caller may not, the paper is unknown, the source is missing, or
   *     there is no file to call digitised
   */
  public void mark(String number, String paper, PaperMark mark, String source) {
    rows.waitForTurn(number);
    DossierAccess.Found dossier = dossiers.workable(number);
    String title = registry.title(number, paper);
    String from = mark == PaperMark.REUSED ? required(source) : null;
    if (mark == PaperMark.DIGITISED && !hasFile(dossier, paper)) {
      throw DossierProblem.conflict(
          "nothing-digitised",
          "Giấy tờ “%s” chưa có tệp nào nên chưa thể ghi là đã số hóa. Hãy tải bản quét lên trước."
              .formatted(title));
    }
    MarkRows.Row row = new MarkRows.Row(paper, mark, from, now.instant(), actor.get().personId());
    if (marks.set(dossier.id(), row)) {
      write(number, JournalEvent.PAPER_MARKED, title, mark, from);
    }
  }

  /**
   * Takes a mark back.
   *
   * @throws DossierProblem when the caller may not or the paper is unknown
   */
  public void unmark(String number, String paper, PaperMark mark) {
    rows.waitForTurn(number);
    DossierAccess.Found dossier = dossiers.workable(number);
    String title = registry.title(number, paper);
    if (marks.clear(dossier.id(), paper, mark)) {
      write(number, JournalEvent.PAPER_UNMARKED, title, mark, null);
    }
  }

  private boolean hasFile(DossierAccess.Found dossier, String paper) {
    return rows.of(dossier.id()).stream()
        .anyMatch(file -> file.current() && paper.equals(file.paper()));
  }

  private static String required(String source) {
    if (source == null || source.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing",
          "source",
          "Chưa nhập nguồn tái sử dụng. Hãy ghi mã hồ sơ trước đó hoặc tên cơ sở dữ liệu.");
    }
    if (source.length() > LONGEST_SOURCE) {
      throw DossierProblem.invalid(
          "field-too-long",
          "source",
          "Nguồn tái sử dụng chỉ được tối đa %d ký tự.".formatted(LONGEST_SOURCE));
    }
    return source.strip();
  }

  private void write(
      String number, JournalEvent event, String title, PaperMark mark, String source) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("about", "%s, %s".formatted(mark.label(), title));
    data.put("mark", mark.name());
    data.put("source", source);
    dossiers.journal(number, event, null, data);
  }
}
