package vn.thutuc.document;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The papers of a dossier with their files, as officers read them. All times are local to
 * Asia/Ho_Chi_Minh; labels are Vietnamese; lists are never null.
 *
 * @param number dossier number
 * @param workable whether the reader may add and mark: of an agency of the dossier, and it is open
 * @param limits what is taken
 * @param papers papers of the procedure's list, in its order
 * @param others files at no paper of the list
 */
public record DocumentList(
    String number, boolean workable, Limits limits, List<PaperView> papers, List<FileView> others) {

  /**
   * What is taken.
   *
   * @param maxBytes largest file
   * @param maxFiles most files of a dossier, versions included
   * @param files how many there are
   * @param types what is taken, in words
   * @param accept what is taken, as a file chooser wants it
   * @param scanned whether uploads are scanned for viruses
   */
  public record Limits(
      long maxBytes, int maxFiles, int files, String types, String accept, boolean scanned) {}

  /**
   * A paper of the list.
   *
   * @param key its key in the catalogue
   * @param condition when it is needed; null when it always is
   * @param originals originals wanted
   * @param copies copies wanted
   * @param originalsReceived originals counted at the desk
   * @param copiesReceived copies counted at the desk
   */
  public record PaperView(
      String key,
      String title,
      String condition,
      int originals,
      int copies,
      int originalsReceived,
      int copiesReceived,
      List<MarkView> marks,
      List<FileView> files) {}

  /** A mark; source is where a reused paper comes from, or null. */
  public record MarkView(
      String mark, String label, String source, LocalDateTime at, String person) {}

  /**
   * A file.
   *
   * @param id id within the dossier's files
   * @param type what it is by content, e.g. {@code PDF}
   * @param label what an officer calls the type
   * @param shown whether it is shown in place
   * @param size bytes
   * @param sha256 hash of the content, hexadecimal
   * @param scan NOT_SCANNED or CLEAN
   * @param scanLabel the same in words
   * @param person name of who uploaded it
   * @param removable whether the reader may still remove it
   * @param expungeable whether the reader may take it away for good as an administrator
   * @param older versions it replaced, newest first
   */
  public record FileView(
      long id,
      String name,
      String type,
      String label,
      boolean shown,
      long size,
      String sha256,
      int version,
      String scan,
      String scanLabel,
      LocalDateTime uploadedAt,
      String person,
      boolean removable,
      boolean expungeable,
      List<FileView> older) {}
}
