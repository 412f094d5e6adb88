package vn.thutuc.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists in the database. Whoever changes one holds its row until the transaction ends. */
@Component
class HandoverRows {

  private static final String COLUMNS =
      """
      select b.id, b.code, b.state, b.from_unit, b.to_unit, b.opened_by, b.opened_at, b.sent_by,
        b.sent_at, b.confirmed_by, b.confirmed_at, b.confirm_request,
        c.lines, c.received, c.missing, c.withdrawn
      """;

  private static final String COUNTED =
      """
       cross join lateral (
        select count(*) lines, count(*) filter (where l.state = 'RECEIVED') received,
          count(*) filter (where l.state = 'MISSING') missing,
          count(*) filter (where l.state = 'WITHDRAWN') withdrawn
        from handover_line l where l.batch_id = b.id) c
      """;

  private final JdbcClient jdbc;

  HandoverRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Which rows of a long answer: one more than a page has tells whether another follows. */
  record Part(int size, long offset) {

    static Part of(int page, int size) {
      return new Part(size + 1, (long) size * page);
    }
  }

  /** Opens a list; the same request of the same person is the same list. */
  long open(String request, String from, String to, String person, Instant at) {
    return jdbc.sql(
            """
            insert into handover_batch (request_id, from_unit, to_unit, opened_by, opened_at)
            values (:request, :from, :to, :person, :at)
            on conflict (opened_by, request_id) do update set request_id = excluded.request_id
            returning id
            """)
        .param("request", request)
        .param("from", from)
        .param("to", to)
        .param("person", person)
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  Optional<HandoverRow> find(long id) {
    return jdbc.sql(COLUMNS + "from handover_batch b" + COUNTED + "where b.id = ?")
        .param(id)
        .query((row, index) -> row(row))
        .optional();
  }

  List<HandoverRow> find(Collection<Long> ids) {
    return jdbc.sql(COLUMNS + "from handover_batch b" + COUNTED + "where b.id = any(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query((row, index) -> row(row))
        .list();
  }

  Optional<HandoverRow> findByCode(String code) {
    return jdbc.sql(COLUMNS + "from handover_batch b" + COUNTED + "where b.code = ?")
        .param(code)
        .query((row, index) -> row(row))
        .optional();
  }

  /** Finds a list and lets nobody else change it meanwhile. */
  Optional<HandoverRow> lock(long id) {
    List<Long> locked =
        jdbc.sql("select id from handover_batch where id = ? for update")
            .param(id)
            .query(Long.class)
            .list();
    return locked.isEmpty() ? Optional.empty() : find(id);
  }

  /** The list of a line. */
  Optional<Long> batchOf(long line) {
    return jdbc.sql("select batch_id from handover_line where id = ?")
        .param(line)
        .query(Long.class)
        .optional();
  }

  /** Lists that are still being made or on their way, oldest first. */
  List<HandoverRow> open(
      Collection<String> units, boolean incoming, HandoverBatch.State state, Part part) {
    String side = incoming ? "to_unit" : "from_unit";
    return jdbc.sql(
            COLUMNS
                + "from handover_batch b"
                + COUNTED
                + "where b."
                + side
                + " = any(:units) and b.state = :state and b.state in ('DRAFT', 'SENT')"
                + " order by b.id limit :size offset :offset")
        .param("units", units.toArray(String[]::new))
        .param("state", state.name())
        .param("size", part.size())
        .param("offset", part.offset())
        .query((row, index) -> row(row))
        .list();
  }

  /** Lists that are done, of either side, newest first. */
  List<HandoverRow> done(Collection<String> units, Part part) {
    String one =
        """
        (select id from handover_batch where %s = any(:units) and state in ('CONFIRMED', 'WITHDRAWN')
          order by id desc limit :upTo)
        """;
    return jdbc.sql(
            COLUMNS
                + "from ("
                + one.formatted("from_unit")
                + " union "
                + one.formatted("to_unit")
                + " order by id desc limit :size offset :offset) found"
                + " join handover_batch b on b.id = found.id"
                + COUNTED
                + "order by b.id desc")
        .param("units", units.toArray(String[]::new))
        .param("upTo", part.offset() + part.size())
        .param("size", part.size())
        .param("offset", part.offset())
        .query((row, index) -> row(row))
        .list();
  }

  /** The next number of a unit's lists in a year; its counter is held until the list is sent. */
  int next(String unit, int year) {
    return jdbc.sql(
            """
            insert into handover_counter (unit, year, last) values (?, ?, 1)
            on conflict (unit, year) do update set last = handover_counter.last + 1
            returning last
            """)
        .param(unit)
        .param(year)
        .query(Integer.class)
        .single();
  }

  void send(long id, String code, String person, Instant at) {
    jdbc.sql(
            """
            update handover_batch set state = 'SENT', code = :code, sent_by = :person, sent_at = :at
            where id = :id
            """)
        .param("code", code)
        .param("person", person)
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  void confirm(long id, String request, String person, Instant at) {
    jdbc.sql(
            """
            update handover_batch set state = 'CONFIRMED', confirm_request = :request,
              confirmed_by = :person, confirmed_at = :at
            where id = :id
            """)
        .param("request", request)
        .param("person", person)
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  void withdraw(long id) {
    jdbc.sql("update handover_batch set state = 'WITHDRAWN' where id = ?").param(id).update();
  }

  /** Removes a list that was never sent, with its lines. */
  void drop(long id) {
    jdbc.sql("delete from handover_line where batch_id = ?").param(id).update();
    jdbc.sql("delete from handover_batch where id = ?").param(id).update();
  }

  private static HandoverRow row(ResultSet row) throws SQLException {
    return new HandoverRow(
        row.getLong("id"),
        row.getString("code"),
        HandoverBatch.State.valueOf(row.getString("state")),
        row.getString("from_unit"),
        row.getString("to_unit"),
        row.getString("opened_by"),
        instant(row.getTimestamp("opened_at")),
        row.getString("sent_by"),
        instant(row.getTimestamp("sent_at")),
        row.getString("confirmed_by"),
        instant(row.getTimestamp("confirmed_at")),
        row.getString("confirm_request"),
        row.getInt("lines"),
        row.getInt("received"),
        row.getInt("missing"),
        row.getInt("withdrawn"));
  }

  static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
