package vn.thutuc.postal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Results that go electronically, in the database. Runs in the caller's transaction. */
@Component
class ReturnRows {

  private static final String ROWS =
      """
      select r.id, r.dossier_id, r.act_id, d.number, r.file_name, r.mailed, r.state, r.reason,
        r.state_at, r.to_tell
      from electronic_return r join dossier d on d.id = r.dossier_id
      """;

  private final JdbcClient jdbc;

  ReturnRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where it stands. */
  enum State {
    PREPARED,
    SENT,
    FAILED
  }

  /** One result; {@code toTell} is null when the process knows. */
  record Row(
      long id,
      long dossierId,
      long actId,
      String number,
      String fileName,
      boolean mailed,
      State state,
      String reason,
      Instant stateAt,
      String toTell) {}

  /** Prepares it once; a repetition changes nothing. */
  void add(long dossier, long act, String fileName, String sha256, byte[] content, Instant at) {
    jdbc.sql(
            """
            insert into electronic_return
              (dossier_id, act_id, file_name, sha256, content, state, state_at)
            values (:dossier, :act, :file, :sha, :content, 'PREPARED', :at)
            on conflict (act_id) do nothing
            """)
        .param("dossier", dossier)
        .param("act", act)
        .param("file", fileName)
        .param("sha", sha256)
        .param("content", content, java.sql.Types.BINARY)
        .param("at", Timestamp.from(at))
        .update();
  }

  Optional<Row> ofAct(long act) {
    return one("where r.act_id = ?", act);
  }

  Optional<Row> hold(long id) {
    return one("where r.id = ? for update of r", id);
  }

  /** The newest of a dossier that has a file. */
  Optional<Row> newest(String number) {
    return jdbc.sql(
            ROWS
                + "where d.number = ? and r.content is not null and r.state = 'SENT'"
                + " order by r.id desc limit 1")
        .param(number)
        .query(ReturnRows::row)
        .optional();
  }

  byte[] content(long id) {
    return jdbc.sql("select content from electronic_return where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  void mailed(long id) {
    jdbc.sql("update electronic_return set mailed = true where id = ?").param(id).update();
  }

  void become(long id, State state, String reason, Instant at) {
    jdbc.sql(
            """
            update electronic_return
            set state = :state, reason = :reason, state_at = :at, to_tell = :flag where id = :id
            """)
        .param("state", state.name())
        .param("reason", reason)
        .param("at", Timestamp.from(at))
        .param("flag", state == State.SENT ? "sent" : "failed")
        .param("id", id)
        .update();
  }

  boolean isNewest(Row row) {
    return jdbc.sql(
            "select not exists (select 1 from electronic_return where dossier_id = ? and id > ?)")
        .param(row.dossierId())
        .param(row.id())
        .query(Boolean.class)
        .single();
  }

  void told(long id, Instant at) {
    jdbc.sql("update electronic_return set to_tell = null, told_at = ? where id = ?")
        .param(Timestamp.from(at))
        .param(id)
        .update();
  }

  List<Long> toTell(long after, int most) {
    return jdbc.sql(
            """
            select id from electronic_return where to_tell is not null and id > ?
            order by id limit ?
            """)
        .param(after)
        .param(most)
        .query(Long.class)
        .list();
  }

  private Optional<Row> one(String where, long key) {
    return jdbc.sql(ROWS + where).param(key).query(ReturnRows::row).optional();
  }

  private static Row row(java.sql.ResultSet row, int index) throws java.sql.SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("dossier_id"),
        row.getLong("act_id"),
        row.getString("number"),
        row.getString("file_name"),
        row.getBoolean("mailed"),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getTimestamp("state_at").toInstant(),
        row.getString("to_tell"));
  }
}
