package vn.thutuc.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of files; who may do what is asked before. */
@Component
class DocumentRows {

  private static final String COLUMNS =
      """
      select id, dossier_id, paper_key, coalesce(first_id, id) as series, version, name, type, size,
        sha256, content_id, scan, uploaded_at, uploaded_by, journal_line, opened_by_others,
        replaced_at is null as current
      from document
      """;

  private static final int MOST = 1_000;

  private final JdbcClient jdbc;

  DocumentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets those who change the files of one dossier in one after the other, until each commits. */
  void waitForTurn(String dossier) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("documents of " + dossier)
        .query(Integer.class)
        .single();
  }

  int count(long dossier) {
    return jdbc.sql("select count(*) from document where dossier_id = ? and removed_at is null")
        .param(dossier)
        .query(Integer.class)
        .single();
  }

  /** Files of a dossier, all versions, oldest first; uploads keep their number far below. */
  List<StoredFile> of(long dossier) {
    return jdbc.sql(COLUMNS + "where dossier_id = ? and removed_at is null order by id limit ?")
        .param(dossier)
        .param(MOST)
        .query(DocumentRows::row)
        .list();
  }

  Optional<StoredFile> find(long dossier, long id) {
    return jdbc.sql(COLUMNS + "where dossier_id = ? and id = ? and removed_at is null")
        .param(dossier)
        .param(id)
        .query(DocumentRows::row)
        .optional();
  }

  /** A current file of the same paper with the same content: the same upload, sent again. */
  Optional<StoredFile> same(long dossier, String paper, String sha256) {
    return jdbc.sql(
            COLUMNS
                + """
                where dossier_id = ? and paper_key is not distinct from ? and sha256 = ?
                  and removed_at is null and replaced_at is null
                order by id limit 1
                """)
        .param(dossier)
        .param(paper)
        .param(sha256)
        .query(DocumentRows::row)
        .optional();
  }

  /** The version of a series that nothing has replaced. */
  StoredFile current(StoredFile any) {
    return jdbc.sql(
            COLUMNS
                + """
                where dossier_id = ? and coalesce(first_id, id) = ?
                  and removed_at is null and replaced_at is null
                """)
        .param(any.dossier())
        .param(any.series())
        .query(DocumentRows::row)
        .single();
  }

  /** Who enters a file when. */
  record Entry(long dossier, String paper, String person, Instant at, long journalLine) {}

  /**
   * Enters a file.
   *
   * @param before the version it follows; null for a first one
   */
  long insert(Entry entry, NewFile file, StoredFile before) {
    return jdbc.sql(
            """
            insert into document (dossier_id, paper_key, first_id, version, name, type, size, sha256,
              content_id, scan, uploaded_at, uploaded_by, journal_line)
            values (:dossier, :paper, :first, :version, :name, :type, :size, :sha256,
              :content, :scan, :at, :person, :line)
            returning id
            """)
        .param("dossier", entry.dossier())
        .param("paper", entry.paper())
        .param("first", before == null ? null : before.series())
        .param("version", before == null ? 1 : before.version() + 1)
        .param("name", file.name())
        .param("type", file.type().name())
        .param("size", file.size())
        .param("sha256", file.sha256())
        .param("content", file.content())
        .param("scan", file.scan().name())
        .param("at", Timestamp.from(entry.at()))
        .param("person", entry.person())
        .param("line", entry.journalLine())
        .query(Long.class)
        .single();
  }

  void replaced(StoredFile file, Instant at) {
    jdbc.sql("update document set replaced_at = ? where id = ?")
        .param(Timestamp.from(at))
        .param(file.id())
        .update();
  }

  /** Marks the newest version as removed; the one before it, if any, is the current one again. */
  void removed(StoredFile file, String person, String reason, Instant at) {
    mark(file, person, reason, at);
    jdbc.sql(
            """
            update document set replaced_at = null where id = (
              select id from document
              where dossier_id = ? and coalesce(first_id, id) = ? and removed_at is null
              order by version desc limit 1)
            """)
        .param(file.dossier())
        .param(file.series())
        .update();
  }

  private void mark(StoredFile file, String person, String reason, Instant at) {
    jdbc.sql("update document set removed_at = ?, removed_by = ?, removal_reason = ? where id = ?")
        .param(Timestamp.from(at))
        .param(person)
        .param(reason)
        .param(file.id())
        .update();
  }

  /**
   * Marks any version as removed, its name included, which may say whose papers they were; only the
   * newest gives its place back to the one before it.
   */
  void expunged(StoredFile file, String person, String reason, Instant at) {
    if (file.current()) {
      removed(file, person, reason, at);
    } else {
      mark(file, person, reason, at);
    }
    jdbc.sql("update document set name = 'đã xóa' where id = ?").param(file.id()).update();
  }

  void openedByOthers(StoredFile file) {
    jdbc.sql("update document set opened_by_others = true where id = ?").param(file.id()).update();
  }

  private static StoredFile row(ResultSet row, int index) throws SQLException {
    return new StoredFile(
        row.getLong("id"),
        row.getLong("dossier_id"),
        row.getString("paper_key"),
        row.getLong("series"),
        row.getInt("version"),
        row.getString("name"),
        FileType.valueOf(row.getString("type")),
        row.getLong("size"),
        row.getString("sha256"),
        row.getObject("content_id", UUID.class),
        VirusScanner.Verdict.valueOf(row.getString("scan")),
        row.getTimestamp("uploaded_at").toInstant(),
        row.getString("uploaded_by"),
        row.getLong("journal_line"),
        row.getBoolean("opened_by_others"),
        row.getBoolean("current"));
  }
}
