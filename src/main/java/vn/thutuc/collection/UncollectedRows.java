package vn.thutuc.collection;

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

/** Results that wait at the counter, and the reminders of them, in the database. */
@Component
class UncollectedRows {

  /**
   * Since when it waits at the counter: since it is ready, and what came back from the post since
   * the step of the shared process {@code tra-ket-qua} that says so. Null for what waits for
   * nobody: what goes by post, or electronically. What a step said that was taken back counts no
   * longer.
   */
  private static final String SINCE =
      """
       cross join lateral (
        select case d.return_method
          when 'COUNTER' then d.settled_at
          when 'POSTAL' then (
            select max(e.at) from dossier_entry e
            where e.dossier_id = d.id and e.step = 'Task_ConfirmDelivery'
              and e.taken_back_at is null)
          end since) w
      """;

  /**
   * The literal is that of the indexes. Nothing waits before it is ready, so the indexes serve both
   * ways of return.
   */
  private static final String WAITING_BEFORE =
      " where d.state = 9 and d.settled_at < :before and w.since < :before ";

  private static final String REMINDED =
      """
       cross join lateral (
        select count(*) reminders, max(at) last_at from result_reminder
        where dossier_id = d.id) r
      """;

  private static final String COLUMNS =
      "select d.id, d.number, d.procedure_code, d.facts_day, d.received_at, d.owner_name,"
          + " d.owner_phone, d.submitter_name, d.submitter_phone, d.return_unit, d.return_method,"
          + " d.appointment, d.settled_at, w.since, r.reminders, r.last_at ";

  private final JdbcClient jdbc;

  UncollectedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A result that waits; instants are UTC.
   *
   * @param readyAt since when it is ready
   * @param since since when it waits at the counter
   */
  record Row(
      long id,
      String number,
      String procedure,
      LocalDate factsDay,
      Instant receivedAt,
      String owner,
      String ownerPhone,
      String submitter,
      String submitterPhone,
      String unit,
      boolean cameBack,
      Instant appointment,
      Instant readyAt,
      Instant since,
      int reminders,
      Instant remindedAt) {}

  /** Those of some units that wait since before a moment, the longest waiting first. */
  List<Row> of(Collection<String> units, Instant before, int size, long offset) {
    return jdbc.sql(
            COLUMNS
                + "from (select d.id from dossier d"
                + SINCE
                + WAITING_BEFORE
                + "and d.return_unit = any(:units)"
                + " order by w.since, d.id limit :size offset :offset) page"
                + " join dossier d on d.id = page.id"
                + SINCE
                + REMINDED
                + "order by w.since, d.id")
        .param("units", units.toArray(String[]::new))
        .param("before", Timestamp.from(before))
        .param("size", size)
        .param("offset", offset)
        .query((row, index) -> row(row))
        .list();
  }

  long count(Collection<String> units, Instant before) {
    return jdbc.sql(
            "select count(*) from dossier d"
                + SINCE
                + WAITING_BEFORE
                + "and d.return_unit = any(:units)")
        .param("units", units.toArray(String[]::new))
        .param("before", Timestamp.from(before))
        .query(Long.class)
        .single();
  }

  /**
   * One that waits, by its number; it goes on waiting, and nobody else writes a reminder, until the
   * transaction ends.
   */
  Optional<Row> hold(String number) {
    List<Long> held =
        jdbc.sql("select id from dossier where number = ? and state = 9 for no key update")
            .param(number)
            .query(Long.class)
            .list();
    // Read anew: what the holder before did is not yet in what the lock was waited for with.
    return held.isEmpty()
        ? Optional.empty()
        : jdbc.sql(
                COLUMNS
                    + "from dossier d"
                    + SINCE
                    + REMINDED
                    + "where d.id = ? and d.state = 9 and w.since is not null")
            .param(held.get(0))
            .query((row, index) -> row(row))
            .optional();
  }

  /** Behind which result the next page begins. */
  record Mark(Instant readyAt, long id) {

    /** Before the first. */
    static final Mark BEGINNING = new Mark(Instant.EPOCH, 0);
  }

  /** A result whose applicant the house has to remind. */
  record Due(String number, Mark mark) {}

  /**
   * Those the house has to remind, by page.
   *
   * @param before waiting since before this moment
   * @param reminded not reminded since this moment
   * @param most reminded fewer times than this
   */
  List<Due> due(Instant before, Instant reminded, int most, Mark after, int size) {
    return jdbc.sql(
            "select d.number, d.settled_at, d.id "
                + "from dossier d"
                + SINCE
                + REMINDED
                + WAITING_BEFORE
                + "and r.reminders < :most"
                + " and (r.last_at is null or r.last_at < :reminded)"
                + " and (d.settled_at, d.id) > (:after, :id)"
                + " order by d.settled_at, d.id limit :size")
        .param("before", Timestamp.from(before))
        .param("reminded", Timestamp.from(reminded))
        .param("most", most)
        .param("after", Timestamp.from(after.readyAt()))
        .param("id", after.id())
        .param("size", size)
        .query(
            (row, index) ->
                new Due(
                    row.getString("number"),
                    new Mark(instant(row.getTimestamp("settled_at")), row.getLong("id"))))
        .list();
  }

  /** Writes a reminder; false when another node or officer was first. */
  boolean remind(long dossier, int ordinal, String person, String note, Instant at) {
    return jdbc.sql(
                """
                insert into result_reminder (dossier_id, ordinal, at, reminded_by, note)
                values (:dossier, :ordinal, :at, :person, :note) on conflict do nothing
                """)
            .param("dossier", dossier)
            .param("ordinal", ordinal)
            .param("at", Timestamp.from(at))
            .param("person", person)
            .param("note", note)
            .update()
        > 0;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("number"),
        row.getString("procedure_code"),
        row.getObject("facts_day", LocalDate.class),
        instant(row.getTimestamp("received_at")),
        row.getString("owner_name"),
        row.getString("owner_phone"),
        row.getString("submitter_name"),
        row.getString("submitter_phone"),
        row.getString("return_unit"),
        "POSTAL".equals(row.getString("return_method")),
        instant(row.getTimestamp("appointment")),
        instant(row.getTimestamp("settled_at")),
        instant(row.getTimestamp("since")),
        row.getInt("reminders"),
        instant(row.getTimestamp("last_at")));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
