package vn.thutuc.document;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of marks on papers; who may set them is asked before. */
@Component
class MarkRows {

  private final JdbcClient jdbc;

  MarkRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One mark.
   *
   * @param source where a reused paper comes from; null for other marks
   */
  record Row(String paper, PaperMark mark, String source, Instant at, String person) {}

  List<Row> of(long dossier) {
    return jdbc.sql(
            """
            select paper_key, mark, source, marked_at, marked_by from document_mark
            where dossier_id = ? order by paper_key, mark
            """)
        .param(dossier)
        .query(
            (row, index) ->
                new Row(
                    row.getString("paper_key"),
                    PaperMark.valueOf(row.getString("mark")),
                    row.getString("source"),
                    row.getTimestamp("marked_at").toInstant(),
                    row.getString("marked_by")))
        .list();
  }

  boolean has(long dossier, String paper, PaperMark mark) {
    return of(dossier).stream().anyMatch(row -> row.paper().equals(paper) && row.mark() == mark);
  }

  /** Sets a mark; false when it stood there already. */
  boolean set(long dossier, Row row) {
    return jdbc.sql(
                """
                insert into document_mark
                  (dossier_id, paper_key, mark, source, marked_at, marked_by)
                values (?, ?, ?, ?, ?, ?)
                on conflict (dossier_id, paper_key, mark) do update
                  set source = excluded.source, marked_at = excluded.marked_at,
                    marked_by = excluded.marked_by
                  where document_mark.source is distinct from excluded.source
                """)
            .param(dossier)
            .param(row.paper())
            .param(row.mark().name())
            .param(row.source())
            .param(Timestamp.from(row.at()))
            .param(row.person())
            .update()
        == 1;
  }

  /** Takes a mark away; false when there was none. */
  boolean clear(long dossier, String paper, PaperMark mark) {
    return jdbc.sql("delete from document_mark where dossier_id = ? and paper_key = ? and mark = ?")
            .param(dossier)
            .param(paper)
            .param(mark.name())
            .update()
        == 1;
  }
}
