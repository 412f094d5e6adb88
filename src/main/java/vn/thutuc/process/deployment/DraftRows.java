package vn.thutuc.process.deployment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.modelling.ModelIdentity;

/** The table of drafts. */
@Component
class DraftRows {

  private static final String COLUMNS =
      """
      select id, file, path, kind, model_key, name, sha256, base_sha256, author, deployed_at, state,
        reviewed_by, reviewed_at, review_note, report_sha256, decision, in_force_from, scheduled_by,
        closed_at, reason
      from model_draft
      """;

  private static final RowMapper<Draft> DRAFT = (row, index) -> draft(row);

  private final JdbcClient jdbc;

  DraftRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static Draft draft(ResultSet row) throws SQLException {
    return new Draft(
        row.getLong("id"),
        row.getString("file"),
        row.getString("path"),
        ModelIdentity.Kind.valueOf(row.getString("kind")),
        row.getString("model_key"),
        row.getString("name"),
        row.getString("sha256"),
        row.getString("base_sha256"),
        row.getString("author"),
        instant(row, "deployed_at"),
        Draft.State.valueOf(row.getString("state")),
        row.getString("reviewed_by"),
        instant(row, "reviewed_at"),
        row.getString("review_note"),
        row.getString("report_sha256"),
        row.getString("decision"),
        instant(row, "in_force_from"),
        row.getString("scheduled_by"),
        instant(row, "closed_at"),
        row.getString("reason"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  Optional<Draft> find(long id) {
    return jdbc.sql(COLUMNS + " where id = ?").param(id).query(DRAFT).optional();
  }

  /** Like {@link #find}, and nobody else changes it before the transaction ends. */
  Optional<Draft> hold(long id) {
    return jdbc.sql(COLUMNS + " where id = ? for update").param(id).query(DRAFT).optional();
  }

  List<Draft> page(boolean open, int size, int page) {
    return jdbc.sql(COLUMNS + where(open) + " order by id desc limit ? offset ?")
        .params(size, (long) size * page)
        .query(DRAFT)
        .list();
  }

  long count(boolean open) {
    return jdbc.sql("select count(*) from model_draft" + where(open)).query(Long.class).single();
  }

  private static String where(boolean open) {
    return open ? " where closed_at is null" : " where closed_at is not null";
  }

  /** Drafts whose day has come, forms first: a model needs its forms in force. */
  List<Long> due(Instant now) {
    return jdbc.sql(
            """
            select id from model_draft where state = 'SCHEDULED' and in_force_from <= ?
            order by case when kind = 'FORM' then 0 when kind = 'DECISION' then 1
              when model_key like 'TTHC-%' then 3 else 2 end, in_force_from, id
            """)
        .param(Timestamp.from(now))
        .query(Long.class)
        .list();
  }

  /** Another draft of the same model that already has its day. */
  Optional<Draft> scheduled(Draft draft) {
    return jdbc.sql(COLUMNS + " where state = 'SCHEDULED' and kind = ? and model_key = ?")
        .params(draft.kind().name(), draft.key())
        .query(DRAFT)
        .optional();
  }

  byte[] content(long id) {
    return jdbc.sql("select content from model_draft where id = ?")
        .param(id)
        .query((row, index) -> row.getBytes(1))
        .single();
  }

  String text(long id, String column) {
    return jdbc.sql("select " + column + " from model_draft where id = ?")
        .param(id)
        .query((row, index) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  void review(long id, String person, Instant at, String note, String report, String reportHash) {
    jdbc.sql(
            """
            update model_draft set state = 'REVIEWED', reviewed_by = ?, reviewed_at = ?,
              review_note = ?, report = ?, report_sha256 = ?, reason = null where id = ?
            """)
        .params(person, Timestamp.from(at), note, report, reportHash, id)
        .update();
  }

  void schedule(long id, String person, Instant from, String decision, String over) {
    jdbc.sql(
            """
            update model_draft set state = 'SCHEDULED', scheduled_by = ?, in_force_from = ?,
              decision = ?, over_sha256 = ?, reason = null where id = ?
            """)
        .params(person, Timestamp.from(from), decision, over, id)
        .update();
  }

  void takeBack(long id, String reason) {
    jdbc.sql(
            """
            update model_draft set state = 'REVIEWED', scheduled_by = null, in_force_from = null,
              decision = null, over_sha256 = null, reason = ? where id = ?
            """)
        .params(reason, id)
        .update();
  }

  void close(long id, Draft.State state, Instant at, String reason, String deployment) {
    jdbc.sql(
            """
            update model_draft set state = ?, closed_at = ?, reason = ?, in_force_deployment = ?
            where id = ?
            """)
        .params(state.name(), Timestamp.from(at), reason, deployment, id)
        .update();
  }
}
