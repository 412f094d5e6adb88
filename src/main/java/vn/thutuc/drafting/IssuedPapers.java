package vn.thutuc.drafting;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;

/** The papers of a dossier's results and their files, for whoever may read the dossier. */
@Service
@Transactional(readOnly = true)
public class IssuedPapers {

  private final PaperRows papers;
  private final DraftViews views;
  private final DossierAccess access;

  IssuedPapers(PaperRows papers, DraftViews views, DossierAccess access) {
    this.papers = papers;
    this.views = views;
    this.access = access;
  }

  /** The file of a paper. */
  public record Pdf(String fileName, byte[] content) {}

  /**
   * The papers, newest first.
   *
   * @throws DossierProblem when there is no such dossier or the caller may not know of it
   */
  public List<DraftView.Summary> of(String number) {
    return views.summaries(access.readable(number).id());
  }

  /**
   * A paper as it was issued, byte for byte.
   *
   * @throws DossierProblem when the dossier has no such paper or the caller may not know of it
   */
  public Pdf pdf(String number, long id) {
    long dossier = access.readable(number).id();
    PaperRows.Paper paper =
        papers
            .find(dossier, id)
            .filter(one -> one.finishedAt() != null)
            .orElseThrow(
                () ->
                    new DossierProblem(
                        DossierProblem.Kind.NOT_FOUND,
                        "paper-not-issued",
                        "id",
                        "Hồ sơ %s không có văn bản kết quả này. Hãy tải lại.".formatted(number)));
    return new Pdf("ket-qua-%s-%d.pdf".formatted(number, paper.id()), papers.pdf(paper.id()));
  }
}
