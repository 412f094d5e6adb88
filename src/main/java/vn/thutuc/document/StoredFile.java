package vn.thutuc.document;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a file as its row says it.
 *
 * @param id row
 * @param dossier row of the dossier
 * @param paper key of the paper in the procedure's list, or null
 * @param series the first version's id, the same in all versions
 * @param version 1, 2, ...
 * @param name name, made harmless
 * @param type what it is by content
 * @param size bytes
 * @param sha256 hash of the content, hexadecimal
 * @param content where its bytes lie
 * @param scan what the virus scanner said when it was taken
 * @param uploadedAt instant
 * @param uploadedBy person
 * @param journalLine newest line of the dossier's journal before it was entered
 * @param openedByOthers whether somebody else has opened it
 * @param current whether no newer version has replaced it
 */
record StoredFile(
    long id,
    long dossier,
    String paper,
    long series,
    int version,
    String name,
    FileType type,
    long size,
    String sha256,
    UUID content,
    VirusScanner.Verdict scan,
    Instant uploadedAt,
    String uploadedBy,
    long journalLine,
    boolean openedByOthers,
    boolean current) {

  /** Whether nobody but the person who uploaded it has made use of it. */
  boolean isOnlyOf(String person, long newestStep) {
    return current && uploadedBy.equals(person) && !openedByOthers && newestStep <= journalLine;
  }
}
