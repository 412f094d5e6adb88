package vn.thutuc.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of the lists in the database. */
@Component
class HandoverLineRows {

  private static final String COLUMNS =
      """
      select l.id, l.batch_id, l.dossier_id, l.state, l.decided_by, l.decided_at, l.reason,
        d.number, d.procedure_code, d.facts_day, d.received_at, d.owner_name, d.state dossier_state,
        d.appointment
      """;

  private static final String FROM = "from handover_line l join dossier d on d.id = l.dossier_id ";

  private final JdbcClient jdbc;

  HandoverLineRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of a dossier that is written in one of two ways, rather in the first. */
  Optional<String> written(String typed, String capitals) {
    return jdbc.sql(
            """
            select number from dossier where number in (:typed, :capitals)
            order by number = :typed desc limit 1
            """)
        .param("typed", typed)
        .param("capitals", capitals)
        .query(String.class)
        .optional();
  }

  /** Puts a dossier on a list; false when it is on this or another open one. */
  boolean add(HandoverRow batch, long dossier, String person, Instant at) {
    return jdbc.sql(
                """
                insert into handover_line (batch_id, dossier_id, from_unit, to_unit, added_by,
                  added_at)
                values (:batch, :dossier, :from, :to, :person, :at) on conflict do nothing
                """)
            .param("batch", batch.id())
            .param("dossier", dossier)
            .param("from", batch.fromUnit())
            .param("to", batch.toUnit())
            .param("person", person)
            .param("at", Timestamp.from(at))
            .update()
        > 0;
  }

  /** The open list a dossier is on. */
  Optional<Long> openBatch(long dossier) {
    return jdbc.sql(
            """
            select batch_id from handover_line
            where dossier_id = ? and state in ('LISTED', 'SENT', 'MISSING')
            """)
        .param(dossier)
        .query(Long.class)
        .optional();
  }

  /** Takes a line off a list that was not sent; nothing happens when it is gone. */
  void remove(long batch, long line) {
    jdbc.sql("delete from handover_line where id = ? and batch_id = ? and state = 'LISTED'")
        .param(line)
        .param(batch)
        .update();
  }

  /** Every line of a list, in the order of scanning. */
  List<HandoverLineRow> of(long batch) {
    return jdbc.sql(COLUMNS + FROM + "where l.batch_id = ? order by l.id")
        .param(batch)
        .query((row, index) -> row(row, index + 1))
        .list();
  }

  /** A line by its id; its ordinal is not counted. */
  Optional<HandoverLineRow> find(long line) {
    return jdbc.sql(COLUMNS + FROM + "where l.id = ?")
        .param(line)
        .query((row, index) -> row(row, 1))
        .optional();
  }

  /** What was not confirmed and is still looked for, of either side, oldest first. */
  List<HandoverLineRow> missing(Collection<String> units, HandoverRows.Part part) {
    return jdbc.sql(
            COLUMNS
                + "from (select id from handover_line where state = 'MISSING'"
                + " and from_unit = any(:units) union"
                + " select id from handover_line where state = 'MISSING'"
                + " and to_unit = any(:units) order by id limit :size offset :offset) found"
                + " join handover_line l on l.id = found.id"
                + " join dossier d on d.id = l.dossier_id order by l.id")
        .param("units", units.toArray(String[]::new))
        .param("size", part.size())
        .param("offset", part.offset())
        .query((row, index) -> row(row, (int) part.offset() + index + 1))
        .list();
  }

  /** All lines of a list go on their way. */
  void send(long batch) {
    jdbc.sql("update handover_line set state = 'SENT' where batch_id = ? and state = 'LISTED'")
        .param(batch)
        .update();
  }

  /** What became of some lines. */
  void decide(
      Collection<Long> lines, HandoverLine.State state, String person, Instant at, String reason) {
    if (lines.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update handover_line set state = :state, decided_by = :person, decided_at = :at,
              reason = :reason
            where id in (:lines)
            """)
        .param("state", state.name())
        .param("person", person)
        .param("at", Timestamp.from(at))
        .param("reason", reason)
        .param("lines", lines)
        .update();
  }

  private static HandoverLineRow row(ResultSet row, int ordinal) throws SQLException {
    return new HandoverLineRow(
        row.getLong("id"),
        row.getLong("batch_id"),
        ordinal,
        row.getLong("dossier_id"),
        row.getString("number"),
        row.getString("procedure_code"),
        row.getObject("facts_day", LocalDate.class),
        HandoverRows.instant(row.getTimestamp("received_at")),
        row.getString("owner_name"),
        row.getInt("dossier_state"),
        HandoverRows.instant(row.getTimestamp("appointment")),
        HandoverLine.State.valueOf(row.getString("state")),
        row.getString("decided_by"),
        HandoverRows.instant(row.getTimestamp("decided_at")),
        row.getString("reason"));
  }
}
