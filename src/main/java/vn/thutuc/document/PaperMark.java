package vn.thutuc.document;

/**
 * What an officer says of a paper. Index 766 counts the digitised and the reused ones; the words
 * are those of the exchange with the national portal (DuocSoHoa, DuocTaiSuDung), the rules behind
 * them were not verified in law.
 */
public enum PaperMark {
  /** Compared with the original or found in order. */
  CHECKED("Đã kiểm tra"),
  /** Its scan is complete and legible, and stands for the paper. */
  DIGITISED("Đã số hóa"),
  /** Not asked of the applicant again: taken from an earlier dossier or a database. */
  REUSED("Tái sử dụng");

  private final String label;

  PaperMark(String label) {
    this.label = label;
  }

  /** Vietnamese label. */
  public String label() {
    return label;
  }
}
