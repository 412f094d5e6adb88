package vn.thutuc.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A paper handed in with the dossier, as counted at the desk. */
@Embeddable
public class PaperReceived {

  @Column(name = "paper_key")
  private String key;

  private String title;
  private int originals;
  private int copies;
  private boolean digitised;
  private boolean reused;

  /** For JPA. */
  protected PaperReceived() {}

  /**
   * @param key the paper's key in the catalogue
   * @param title Vietnamese title as it stood at reception
   * @param originals number of originals, 0 or more
   * @param copies number of copies, 0 or more
   */
  public PaperReceived(String key, String title, int originals, int copies) {
    this.key = key;
    this.title = title;
    this.originals = originals;
    this.copies = copies;
  }

  /** The paper's key in the catalogue. */
  public String key() {
    return key;
  }

  /** Vietnamese title as it stood at reception. */
  public String title() {
    return title;
  }

  /** Number of originals handed in. */
  public int originals() {
    return originals;
  }

  /** Number of copies handed in. */
  public int copies() {
    return copies;
  }

  /** Whether the desk digitised it (index 766 counts this). */
  public boolean digitised() {
    return digitised;
  }

  /** Whether it was reused from an earlier dossier or a database. */
  public boolean reused() {
    return reused;
  }
}
