package vn.thutuc.tracking;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of the agencies, and what waits to be counted, in the database. */
@Component
class FigureRows {

  /** Of this database: who counts, counts alone. */
  private static final String LOCK = "thutuc public figures";

  /**
   * Counts what waits. A dossier is counted by the agency that settled it and by the local month in
   * which it was accepted or its settlement ended; it is on time when settlement ended no later
   * than the binding appointment. States 9 and 10 have a result, 7 and 8 have none.
   */
  private static final String COUNT =
      """
      with taken as (
        select dossier_id, what from public_count where counted_at is null
        order by dossier_id, what limit :page for update skip locked
      ), told as (
        select coalesce(u.agency_id, d.competent_unit) agency, d.state, t.what,
          date_trunc('month', case t.what when 'ACCEPTED' then d.accepted_at else d.settled_at end
            at time zone 'Asia/Ho_Chi_Minh')::date as month,
          d.settled_at, d.binding_appointment appointment
        from taken t join dossier d on d.id = t.dossier_id
          left join org_unit u on u.id = d.competent_unit
        where d.accepted_at is not null
      ), counted as (
        insert into public_figure as f
          (agency, month, accepted, on_time, late, no_appointment, without_result)
        select agency, month,
          count(*) filter (where what = 'ACCEPTED'),
          count(*) filter (where what = 'ENDED' and state in (9, 10) and settled_at <= appointment),
          count(*) filter (where what = 'ENDED' and state in (9, 10) and settled_at > appointment),
          count(*) filter (where what = 'ENDED' and state in (9, 10) and appointment is null),
          count(*) filter (where what = 'ENDED' and state in (7, 8))
        from told where month is not null group by agency, month
        on conflict (agency, month) do update set
          accepted = f.accepted + excluded.accepted,
          on_time = f.on_time + excluded.on_time,
          late = f.late + excluded.late,
          no_appointment = f.no_appointment + excluded.no_appointment,
          without_result = f.without_result + excluded.without_result
      )
      update public_count c set counted_at = :at from taken t
      where c.dossier_id = t.dossier_id and c.what = t.what
      """;

  private final JdbcClient jdbc;

  FigureRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a dossier is counted for. */
  enum What {
    ACCEPTED,
    ENDED
  }

  /** One agency in one month. */
  record Row(
      String agency,
      int accepted,
      int onTime,
      int late,
      int noAppointment,
      int withoutResult,
      int notContent,
      int content,
      int veryContent) {}

  /** A dossier waits to be counted; a repetition changes nothing. */
  void wait(String number, What what) {
    jdbc.sql(
            """
            insert into public_count (dossier_id, what)
            select id, :what from dossier where number = :number on conflict do nothing
            """)
        .param("what", what.name())
        .param("number", number)
        .update();
  }

  /** Whether this transaction counts, and no other until it ends. */
  boolean isMyTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
        .param(LOCK)
        .query(Boolean.class)
        .single();
  }

  /** Counts a page of what waits; how many rows it was. */
  int count(int page, Instant at) {
    return jdbc.sql(COUNT).param("page", page).param("at", Timestamp.from(at)).update();
  }

  /** The figures of a month, by agency. */
  List<Row> of(YearMonth month) {
    return jdbc.sql(
            """
            select coalesce(f.agency, r.agency) agency, coalesce(f.accepted, 0) accepted,
              coalesce(f.on_time, 0) on_time, coalesce(f.late, 0) late,
              coalesce(f.no_appointment, 0) no_appointment,
              coalesce(f.without_result, 0) without_result, coalesce(r.level_1, 0) level_1,
              coalesce(r.level_2, 0) level_2, coalesce(r.level_3, 0) level_3
            from (select * from public_figure where month = :month) f
              full join (select * from public_rating where month = :month) r
                on r.agency = f.agency
            order by 1
            """)
        .param("month", Date.valueOf(month.atDay(1)))
        .query(
            (row, index) ->
                new Row(
                    row.getString("agency"),
                    row.getInt("accepted"),
                    row.getInt("on_time"),
                    row.getInt("late"),
                    row.getInt("no_appointment"),
                    row.getInt("without_result"),
                    row.getInt("level_1"),
                    row.getInt("level_2"),
                    row.getInt("level_3")))
        .list();
  }

  /** The first month with a figure; empty when there is none. */
  Optional<LocalDate> first() {
    return jdbc.sql("select month from public_figure order by month limit 1")
        .query(LocalDate.class)
        .optional();
  }
}
