package vn.thutuc.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;

/**
 * The demo's letter box: what would have left the house, read by administrators. It holds
 * applicants' data; whether the reader may is asked before.
 */
@Service
@Transactional
public class Mailbox {

  private static final int MOST = 50;

  private final JdbcClient jdbc;
  private final Now now;

  Mailbox(JdbcClient jdbc, Now now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /** A file of a letter. */
  public record File(int ordinal, String name) {}

  /** A file with what it holds. */
  public record Content(String name, String type, byte[] content) {}

  /**
   * A letter.
   *
   * @param medium by which way it would have gone
   * @param subject null where the way has none
   * @param at local to Asia/Ho_Chi_Minh
   */
  public record Letter(
      long id,
      Medium medium,
      String recipient,
      String subject,
      String body,
      LocalDateTime at,
      List<File> files) {}

  /** A page, the newest first. */
  public record Page(List<Letter> letters, boolean more) {}

  /** Puts a message in; the same one again changes nothing. */
  void put(Medium medium, Message message) {
    jdbc.sql(
            """
            insert into notice_mailbox (key, medium, recipient, subject, body, at)
            values (:key, :medium, :recipient, :subject, :body, :at)
            on conflict (key) do nothing returning id
            """)
        .param("key", message.key() + "-" + medium)
        .param("medium", medium.name())
        .param("recipient", cut(message.to(), 200))
        .param("subject", message.subject() == null ? null : cut(message.subject(), 500))
        .param("body", body(medium, message))
        .param("at", Timestamp.from(now.instant()))
        .query(Long.class)
        .optional()
        .ifPresent(id -> putFiles(id, message));
  }

  private void putFiles(long id, Message message) {
    int ordinal = 0;
    for (Message.Attachment file : message.files()) {
      jdbc.sql(
              """
              insert into notice_mailbox_file (mail_id, ordinal, name, type, content)
              values (?, ?, ?, ?, ?)
              """)
          .param(id)
          .param(++ordinal)
          .param(file.name())
          .param(file.type())
          .param(file.content())
          .update();
    }
  }

  /** At Zalo words are the template's own: what is put into it is all we know. */
  private static String body(Medium medium, Message message) {
    return medium != Medium.ZALO
        ? message.text()
        : "Mẫu tin: %s%n%s"
            .formatted(
                message.zalo(),
                message.zaloFields().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining("\n")));
  }

  /**
   * A page of letters, the newest first.
   *
   * @param before id to page on from, exclusive; null for the newest
   * @param size letters a page, 1 to 50
   * @throws DossierProblem when there can be no such page
   */
  @Transactional(readOnly = true)
  public Page page(Long before, int size) {
    if (size < 1 || size > MOST) {
      throw DossierProblem.invalid(
          "page-out-of-range", "size", "Mỗi trang từ 1 đến %d thư.".formatted(MOST));
    }
    List<Letter> found =
        jdbc.sql(
                """
                select id, medium, recipient, subject, body, at from notice_mailbox
                where id < :before order by id desc limit :size
                """)
            .param("before", before == null ? Long.MAX_VALUE : before)
            .param("size", size + 1)
            .query(
                (row, index) ->
                    new Letter(
                        row.getLong("id"),
                        Medium.valueOf(row.getString("medium")),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        local(row.getTimestamp("at").toInstant()),
                        List.of()))
            .list();
    List<Letter> shown = found.subList(0, Math.min(size, found.size()));
    return new Page(withFiles(shown), found.size() > size);
  }

  private List<Letter> withFiles(List<Letter> letters) {
    if (letters.isEmpty()) {
      return letters;
    }
    record Row(long letter, File file) {}
    Map<Long, List<File>> files =
        jdbc
            .sql(
                """
                select mail_id, ordinal, name from notice_mailbox_file
                where mail_id = any(?) order by mail_id, ordinal
                """)
            .param(letters.stream().map(Letter::id).toArray(Long[]::new))
            .query(
                (row, index) -> new Row(row.getLong(1), new File(row.getInt(2), row.getString(3))))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Row::letter, Collectors.mapping(Row::file, Collectors.toList())));
    return letters.stream()
        .map(
            one ->
                new Letter(
                    one.id(),
                    one.medium(),
                    one.recipient(),
                    one.subject(),
                    one.body(),
                    one.at(),
                    files.getOrDefault(one.id(), List.of())))
        .toList();
  }

  /**
   * A file of a letter.
   *
   * @throws DossierProblem when there is none
   */
  @Transactional(readOnly = true)
  public Content file(long letter, int ordinal) {
    return jdbc.sql(
            "select name, type, content from notice_mailbox_file where mail_id = ? and ordinal = ?")
        .param(letter)
        .param(ordinal)
        .query((row, index) -> new Content(row.getString(1), row.getString(2), row.getBytes(3)))
        .optional()
        .orElseThrow(
            () ->
                new DossierProblem(
                    DossierProblem.Kind.NOT_FOUND,
                    "file-not-found",
                    "ordinal",
                    "Thư này không có tệp đính kèm như vậy."));
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, WorkingCalendar.ZONE).withNano(0);
  }
}
