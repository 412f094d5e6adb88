package vn.thutuc.postal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parcels and what was said about them, in the database. Runs in the caller's transaction. */
@Component
class ParcelRows {

  private static final String PARCELS =
      """
      select p.*, d.number, coalesce(d.submitter_name, d.owner_name, k.name) person,
        coalesce(d.procedure_code, k.procedure_code) procedure_code
      from parcel p
      left join dossier d on d.id = p.dossier_id
      left join pickup k on k.parcel_id = p.id
      """;

  private static final int MESSAGE = 500;

  private final JdbcClient jdbc;

  ParcelRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a new parcel is. */
  record New(
      Direction direction,
      String orderNumber,
      Long dossierId,
      Long actId,
      String unit,
      long cod,
      String by,
      Instant at,
      Instant nextTryAt) {}

  /** Adds a parcel; one of the same order number stays as it is. */
  void add(New parcel) {
    jdbc.sql(
            """
            insert into parcel (direction, order_number, dossier_id, act_id, unit, state, cod,
              requested_at, requested_by, state_at, next_try_at)
            values (:direction, :order, :dossier, :act, :unit, 'REQUESTED', :cod, :at, :by, :at,
              :next)
            on conflict (order_number) do nothing
            """)
        .param("direction", parcel.direction().name())
        .param("order", parcel.orderNumber())
        .param("dossier", parcel.dossierId())
        .param("act", parcel.actId())
        .param("unit", parcel.unit())
        .param("cod", parcel.cod())
        .param("at", timestamp(parcel.at()))
        .param("by", parcel.by())
        .param("next", timestamp(parcel.nextTryAt()))
        .update();
  }

  Optional<ParcelRow> find(long id) {
    return jdbc.sql(PARCELS + "where p.id = ?")
        .param(id)
        .query((row, at) -> parcel(row))
        .optional();
  }

  Optional<ParcelRow> find(String orderNumber) {
    return jdbc.sql(PARCELS + "where p.order_number = ?")
        .param(orderNumber)
        .query((row, at) -> parcel(row))
        .optional();
  }

  /**
   * The parcel, held until the transaction ends: what is said of it is taken in one after another.
   */
  Optional<ParcelRow> hold(long id) {
    return jdbc.sql(PARCELS + "where p.id = ? for update of p")
        .param(id)
        .query((row, at) -> parcel(row))
        .optional();
  }

  /** The parcels of a dossier, the newest first. */
  List<ParcelRow> of(long dossier) {
    return jdbc.sql(PARCELS + "where p.dossier_id = ? order by p.id desc limit 50")
        .param(dossier)
        .query((row, at) -> parcel(row))
        .list();
  }

  boolean isNewest(ParcelRow parcel) {
    return jdbc.sql(
            """
            select not exists (select 1 from parcel
              where dossier_id = ? and direction = 'RETURN' and id > ?)
            """)
        .param(parcel.dossierId())
        .param(parcel.id())
        .query(Boolean.class)
        .single();
  }

  /** Parcels of some units that are under way, the longest without a word first. */
  List<ParcelRow> open(
      Collection<String> units, Direction direction, ParcelState state, int size, long offset) {
    return jdbc.sql(
            PARCELS
                + """
                where p.unit = any(:units) and p.direction = :direction
                  and p.state in ('REQUESTED', 'BOOKED', 'COLLECTED', 'IN_TRANSIT', 'FAILED')
                  and (cast(:state as varchar) is null or p.state = :state)
                order by p.state_at, p.id limit :size offset :offset
                """)
        .param("units", units.toArray(String[]::new))
        .param("direction", direction.name())
        .param("state", state == null ? null : state.name())
        .param("size", size)
        .param("offset", offset)
        .query((row, at) -> parcel(row))
        .list();
  }

  /** Parcels of some units that have come to an end, the last one first. */
  List<ParcelRow> closed(
      Collection<String> units, Direction direction, ParcelState state, int size, long offset) {
    return jdbc.sql(
            PARCELS
                + """
                where p.unit = any(:units) and p.direction = :direction
                  and p.state in ('DELIVERED', 'RETURNED', 'CANCELLED')
                  and (cast(:state as varchar) is null or p.state = :state)
                order by p.state_at desc, p.id desc limit :size offset :offset
                """)
        .param("units", units.toArray(String[]::new))
        .param("direction", direction.name())
        .param("state", state == null ? null : state.name())
        .param("size", size)
        .param("offset", offset)
        .query((row, at) -> parcel(row))
        .list();
  }

  /** Fetched dossiers that have reached some desks and are not received, the oldest first. */
  List<ParcelRow> arrived(Collection<String> units, int size, long offset) {
    return jdbc.sql(
            PARCELS
                + """
                where k.parcel_id is not null and k.received_as is null and p.state = 'DELIVERED'
                  and p.unit = any(:units)
                order by p.state_at, p.id limit :size offset :offset
                """)
        .param("units", units.toArray(String[]::new))
        .param("size", size)
        .param("offset", offset)
        .query((row, at) -> parcel(row))
        .list();
  }

  /** An order goes out: until its answer is known, nobody knows whether the carrier has it. */
  void goesOut(long id, Instant nextTryAt) {
    jdbc.sql(
            """
            update parcel set unanswered = true, tries = tries + 1, next_try_at = :next
            where id = :id
            """)
        .param("next", timestamp(nextTryAt))
        .param("id", id)
        .update();
  }

  void answered(long id) {
    jdbc.sql(
            """
            update parcel set unanswered = false, last_error = null, next_try_at = null
            where id = ?
            """)
        .param(id)
        .update();
  }

  void failed(long id, String error, boolean forGood) {
    jdbc.sql(
            """
            update parcel set last_error = :error,
              unanswered = unanswered and not :good,
              next_try_at = case when :good then null else next_try_at end
            where id = :id
            """)
        .param("error", cut(error, MESSAGE))
        .param("good", forGood)
        .param("id", id)
        .update();
  }

  void move(long id, ParcelState state, Instant at, boolean tells) {
    jdbc.sql(
            """
            update parcel set state = :state, state_at = :at, next_try_at = null,
              to_tell = case when :tells then :state else to_tell end
            where id = :id
            """)
        .param("state", state.name())
        .param("at", timestamp(at))
        .param("tells", tells)
        .param("id", id)
        .update();
  }

  void item(long id, String code) {
    jdbc.sql("update parcel set item_code = ? where id = ?").param(code).param(id).update();
  }

  void told(long id, Instant at) {
    jdbc.sql("update parcel set to_tell = null, told_at = ? where id = ?")
        .param(timestamp(at))
        .param(id)
        .update();
  }

  /** Parcels whose process has something to be told, in their order. */
  List<Long> toTell(long after, int most) {
    return jdbc.sql(
            "select id from parcel where to_tell is not null and id > ? order by id limit ?")
        .param(after)
        .param(most)
        .query(Long.class)
        .list();
  }

  /** Takes the next one whose turn it is to be booked, past those another node holds. */
  Optional<ParcelRow> holdDue(Instant at) {
    return jdbc.sql(
            PARCELS
                + """
                where p.next_try_at <= ? order by p.next_try_at, p.id limit 1
                for update of p skip locked
                """)
        .param(timestamp(at))
        .query((row, index) -> parcel(row))
        .optional();
  }

  /**
   * One thing said, as it is kept.
   *
   * @param said key: the same thing said twice is kept once
   * @param state what the code stands for, or null
   */
  record Event(
      long parcel,
      String source,
      String said,
      String code,
      String message,
      Instant at,
      String office,
      ParcelState state,
      boolean moved,
      String raw,
      Instant recordedAt,
      String recordedBy) {}

  /** Keeps an event; false when it is there already. */
  boolean keep(Event event) {
    return jdbc.sql(
                """
                insert into parcel_event (parcel_id, source, said, code, message, at, office, state,
                  moved, raw, recorded_at, recorded_by)
                values (:parcel, :source, :said, :code, :message, :at, :office, :state, :moved, :raw,
                  :recorded, :by)
                on conflict (parcel_id, said) do nothing
                """)
            .param("parcel", event.parcel())
            .param("source", event.source())
            .param("said", event.said())
            .param("code", cut(event.code(), 64))
            .param("message", cut(event.message(), MESSAGE))
            .param("at", timestamp(event.at()))
            .param("office", cut(event.office(), 64))
            .param("state", event.state() == null ? null : event.state().name())
            .param("moved", event.moved())
            .param("raw", cut(event.raw(), 4_000))
            .param("recorded", timestamp(event.recordedAt()))
            .param("by", event.recordedBy())
            .update()
        > 0;
  }

  /** What was said of a parcel, in the order in which it happened. */
  List<Event> events(long parcel) {
    return jdbc.sql("select * from parcel_event where parcel_id = ? order by at, id limit 500")
        .param(parcel)
        .query((row, index) -> event(row))
        .list();
  }

  private static Event event(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return new Event(
        row.getLong("parcel_id"),
        row.getString("source"),
        row.getString("said"),
        row.getString("code"),
        row.getString("message"),
        instant(row.getTimestamp("at")),
        row.getString("office"),
        state == null ? null : ParcelState.valueOf(state),
        row.getBoolean("moved"),
        row.getString("raw"),
        instant(row.getTimestamp("recorded_at")),
        row.getString("recorded_by"));
  }

  private static ParcelRow parcel(ResultSet row) throws SQLException {
    String toTell = row.getString("to_tell");
    return new ParcelRow(
        row.getLong("id"),
        Direction.valueOf(row.getString("direction")),
        row.getString("order_number"),
        row.getObject("dossier_id", Long.class),
        row.getString("number"),
        row.getObject("act_id", Long.class),
        row.getString("unit"),
        ParcelState.valueOf(row.getString("state")),
        row.getString("item_code"),
        row.getLong("cod"),
        instant(row.getTimestamp("requested_at")),
        row.getString("requested_by"),
        instant(row.getTimestamp("state_at")),
        row.getBoolean("unanswered"),
        row.getInt("tries"),
        instant(row.getTimestamp("next_try_at")),
        row.getString("last_error"),
        row.getString("person"),
        row.getString("procedure_code"),
        toTell == null ? null : ParcelState.valueOf(toTell));
  }

  private static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }

  private static Timestamp timestamp(Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
