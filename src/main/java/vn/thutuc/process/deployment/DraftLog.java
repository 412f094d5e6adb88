package vn.thutuc.process.deployment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;

/** Who did what with which draft; the database refuses to change or remove a row. */
@Component
class DraftLog {

  private static final int MOST = 4000;

  private final JdbcClient jdbc;
  private final Now now;

  DraftLog(JdbcClient jdbc, Now now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /** What is to be written; hash of the file, of the report, the decision's number. */
  record Entry(
      long draft,
      String actor,
      String act,
      String sha256,
      String reportSha256,
      String decision,
      String note) {}

  /** A row as it stands. */
  record Row(
      Instant at,
      String actor,
      String act,
      String sha256,
      String reportSha256,
      String decision,
      String note) {}

  void write(Entry entry) {
    jdbc.sql(
            """
            insert into model_draft_event
              (draft_id, at, actor, act, sha256, report_sha256, decision, note)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            entry.draft(),
            Timestamp.from(now.instant()),
            entry.actor(),
            entry.act(),
            entry.sha256(),
            entry.reportSha256(),
            entry.decision(),
            cut(entry.note()))
        .update();
  }

  private static String cut(String note) {
    return note == null || note.length() <= MOST ? note : note.substring(0, MOST);
  }

  List<Row> of(long draft) {
    return jdbc.sql(
            """
            select at, actor, act, sha256, report_sha256, decision, note from model_draft_event
            where draft_id = ? order by id
            """)
        .param(draft)
        .query(
            (row, index) ->
                new Row(
                    row.getTimestamp(1).toInstant(),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7)))
        .list();
  }
}
