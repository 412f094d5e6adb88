package vn.thutuc.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The opinions asked for, in the database. */
@Component
class OpinionRows {

  private static final int MOST = 100;

  private static final String COLUMNS =
      "select o.id, d.number, o.unit, o.question, o.due_at, o.asked_by, o.asked_at, o.answer,"
          + " o.text, o.answered_by, o.answered_at"
          + " from dossier_opinion o join dossier d on d.id = o.dossier_id ";

  private final JdbcClient jdbc;

  OpinionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(
      long id,
      String number,
      String unit,
      String question,
      Instant dueAt,
      String askedBy,
      Instant askedAt,
      String answer,
      String text,
      String answeredBy,
      Instant answeredAt) {}

  private static Row row(ResultSet row) throws SQLException {
    Timestamp answered = row.getTimestamp("answered_at");
    return new Row(
        row.getLong("id"),
        row.getString("number"),
        row.getString("unit"),
        row.getString("question"),
        row.getTimestamp("due_at").toInstant(),
        row.getString("asked_by"),
        row.getTimestamp("asked_at").toInstant(),
        row.getString("answer"),
        row.getString("text"),
        row.getString("answered_by"),
        answered == null ? null : answered.toInstant());
  }

  /** Asks a body; false when it is asked already and has not answered. */
  boolean ask(
      Dossier dossier,
      String unit,
      String question,
      String term,
      Instant due,
      String by,
      Instant at) {
    return jdbc.sql(
                """
                insert into dossier_opinion
                  (dossier_id, unit, question, term, due_at, asked_by, asked_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (dossier_id, unit) where answered_at is null do nothing
                """)
            .params(dossier.id(), unit, question, term)
            .param(Timestamp.from(due))
            .param(by)
            .param(Timestamp.from(at))
            .update()
        == 1;
  }

  Optional<Row> find(long id) {
    return jdbc.sql(COLUMNS + "where o.id = ?")
        .param(id)
        .query((row, index) -> row(row))
        .optional();
  }

  List<Row> of(Dossier dossier) {
    return jdbc.sql(COLUMNS + "where o.dossier_id = ? order by o.id limit " + MOST)
        .param(dossier.id())
        .query((row, index) -> row(row))
        .list();
  }

  /** What waits for these units, of dossiers in settlement, the first due first. */
  List<Row> waiting(Collection<String> units) {
    return jdbc.sql(
            COLUMNS
                + "where o.unit = any(?) and o.answered_at is null"
                + " and d.state in (1, 2, 4, 5, 6) order by o.due_at, o.id limit "
                + MOST)
        .param(units.toArray(String[]::new))
        .query((row, index) -> row(row))
        .list();
  }

  /** Records the answer; false when somebody has answered already. */
  boolean answer(long id, String answer, String text, Actor by, String onBehalfOf, Instant at) {
    return jdbc.sql(
                """
                update dossier_opinion set answer = ?, text = ?, answered_by = ?, answered_for = ?,
                  answered_at = ?
                where id = ? and answered_at is null
                """)
            .param(answer)
            .param(text)
            .param(by.personId())
            .param(onBehalfOf)
            .param(Timestamp.from(at))
            .param(id)
            .update()
        == 1;
  }
}
