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
   * When a result that is still here has come back from the post: the desk has confirmed it (a step
   * of the shared process {@code tra-ket-qua}), the carrier has said so of the last parcel, or the
   * desk has decided so after it could not be delivered and sent no other.
   */
  private static final String PARCEL_CAME_BACK =
      """
      (exists (select 1 from dossier_entry e
         where e.dossier_id = d.id and e.step = 'Task_ConfirmDelivery')
       or exists (select 1 from parcel p
         where p.dossier_id = d.id and p.direction = 'RETURN'
           and not exists (select 1 from parcel n
             where n.dossier_id = d.id and n.direction = 'RETURN' and n.id > p.id)
           and (p.state = 'RETURNED'
             or exists (select 1 from dossier_entry e where e.dossier_id = d.id
               and e.step = 'Task_FailedDelivery' and e.at >= p.state_at))))
      """;

  private static final String COULD_NOT_BE_SENT =
      "exists (select 1 from electronic_return r"
          + " where r.dossier_id = d.id and r.state = 'FAILED')";

  /** The literal is that of the indexes. What goes by post or electronically waits for nobody. */
  private static final String WAITING =
      " d.state = 9 and (d.return_method = 'COUNTER' or d.return_method = 'POSTAL' and "
          + PARCEL_CAME_BACK
          + " or d.return_method = 'ELECTRONIC' and "
          + COULD_NOT_BE_SENT
          + ") ";

  private static final String COLUMNS =
      "select d.id, d.number, d.procedure_code, d.facts_day, d.received_at, d.owner_name,"
          + " d.owner_phone, d.submitter_name, d.submitter_phone, d.return_unit, d.return_method,"
          + " d.appointment, d.settled_at, r.reminders, r.last_at ";

  private static final String FROM =
      """
      from dossier d cross join lateral (
        select count(*) reminders, max(at) last_at from result_reminder
        where dossier_id = d.id) r
      """;

  private final JdbcClient jdbc;

  UncollectedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A result that waits; instants are UTC. */
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
      int reminders,
      Instant remindedAt) {}

  /** Those of some units that are ready since before a moment, the longest waiting first. */
  List<Row> of(Collection<String> units, Instant before, int size, long offset) {
    return jdbc.sql(
            COLUMNS
                + FROM
                + "where"
                + WAITING
                + "and d.return_unit = any(:units) and d.settled_at < :before"
                + " order by d.settled_at, d.id limit :size offset :offset")
        .param("units", units.toArray(String[]::new))
        .param("before", Timestamp.from(before))
        .param("size", size)
        .param("offset", offset)
        .query((row, index) -> row(row))
        .list();
  }

  long count(Collection<String> units, Instant before) {
    return jdbc.sql(
            "select count(*) from dossier d where"
                + WAITING
                + "and d.return_unit = any(:units) and d.settled_at < :before")
        .param("units", units.toArray(String[]::new))
        .param("before", Timestamp.from(before))
        .query(Long.class)
        .single();
  }

  /** One that waits, by its number. */
  Optional<Row> find(String number) {
    return jdbc.sql(COLUMNS + FROM + "where" + WAITING + "and d.number = ?")
        .param(number)
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
   * Those the house has to remind, the longest waiting first.
   *
   * @param ready ready before this moment
   * @param reminded not reminded since this moment
   * @param most reminded fewer times than this
   */
  List<Due> due(Instant ready, Instant reminded, int most, Mark after, int size) {
    return jdbc.sql(
            "select d.number, d.settled_at, d.id "
                + FROM
                + "where"
                + WAITING
                + "and d.settled_at < :ready and r.reminders < :most"
                + " and (r.last_at is null or r.last_at < :reminded)"
                + " and (d.settled_at, d.id) > (:after, :id)"
                + " order by d.settled_at, d.id limit :size")
        .param("ready", Timestamp.from(ready))
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
        row.getInt("reminders"),
        instant(row.getTimestamp("last_at")));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
