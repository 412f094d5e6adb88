package vn.thutuc.note;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A page of the notes of a dossier, the newest last.
 *
 * @param number number of the dossier
 * @param me login id of the reader, for what their browser keeps
 * @param refusal why the reader may write none, in Vietnamese; null when they may
 * @param longest how many characters a note may have
 * @param minutes how long its writer may withdraw it
 * @param more whether there are older ones
 */
public record NoteList(
    String number,
    String me,
    String refusal,
    int longest,
    int minutes,
    boolean more,
    List<Note> notes) {

  /**
   * A note.
   *
   * @param author name of who wrote it
   * @param unit name of the unit they wrote it for; may be null
   * @param at when, local to Asia/Ho_Chi_Minh
   * @param text its words; null when it was withdrawn
   * @param mention name of the colleague it is meant for; null for nobody in particular
   * @param mine whether the reader wrote it
   * @param forMe whether it is meant for the reader
   * @param withdrawable whether the reader may still withdraw it
   */
  public record Note(
      long id,
      String author,
      String unit,
      LocalDateTime at,
      String text,
      String mention,
      boolean mine,
      boolean forMe,
      boolean withdrawable) {}

  /** Somebody a note can be meant for. */
  public record Colleague(String id, String name, String unit) {}

  /** A note meant for the reader that they have not read yet. */
  public record Mention(String number, String author, LocalDateTime at) {}
}
