package vn.thutuc.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of alerts; whose they are is asked before. */
@Component
@Transactional
class AlertRows {

  private final JdbcClient jdbc;

  AlertRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is to be told, but for whom. */
  record Entry(String act, long dossier, String rung, String distance, String unit, Instant at) {}

  record Row(
      long id,
      String number,
      String rung,
      String distance,
      String unit,
      Instant at,
      boolean read) {}

  /** Tells somebody; who was told by the same act is not told again. */
  void add(Entry entry, String person) {
    jdbc.sql(
            """
            insert into officer_alert (act, person, dossier_id, rung, distance, unit, at)
            values (:act, :person, :dossier, :rung, :distance, :unit, :at)
            on conflict (act, person) do nothing
            """)
        .param("act", entry.act())
        .param("person", person)
        .param("dossier", entry.dossier())
        .param("rung", entry.rung())
        .param("distance", entry.distance())
        .param("unit", entry.unit())
        .param("at", Timestamp.from(entry.at()))
        .update();
  }

  /** Whom an act has told by the bell and not by mail. */
  @Transactional(readOnly = true)
  List<String> notMailed(String act) {
    return jdbc.sql(
            "select person from officer_alert where act = ? and mailed_at is null order by id")
        .param(act)
        .query(String.class)
        .list();
  }

  void mailed(String act, String person, Instant at) {
    jdbc.sql("update officer_alert set mailed_at = ? where act = ? and person = ?")
        .param(Timestamp.from(at))
        .param(act)
        .param(person)
        .update();
  }

  /** Somebody's alerts, the newest first. */
  @Transactional(readOnly = true)
  List<Row> page(String person, long before, int size) {
    return jdbc.sql(
            """
            select a.id, d.number, a.rung, a.distance, a.unit, a.at, a.read_at is not null as read
            from officer_alert a join dossier d on d.id = a.dossier_id
            where a.person = ? and a.id < ? order by a.id desc limit ?
            """)
        .param(person)
        .param(before)
        .param(size)
        .query(
            (row, index) ->
                new Row(
                    row.getLong("id"),
                    row.getString("number"),
                    row.getString("rung"),
                    row.getString("distance"),
                    row.getString("unit"),
                    row.getTimestamp("at").toInstant(),
                    row.getBoolean("read")))
        .list();
  }

  /** How many somebody has not read, counted up to a most. */
  @Transactional(readOnly = true)
  int unread(String person, int most) {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 from officer_alert where person = ? and read_at is null limit ?) unread
            """)
        .param(person)
        .param(most)
        .query(Integer.class)
        .single();
  }

  /** Somebody has read one of theirs; another's stays as it is. */
  void read(String person, long id, Instant at) {
    jdbc.sql("update officer_alert set read_at = ? where id = ? and person = ? and read_at is null")
        .param(Timestamp.from(at))
        .param(id)
        .param(person)
        .update();
  }

  /** Somebody has read all of theirs up to one. */
  void readUpTo(String person, long id, Instant at) {
    jdbc.sql(
            "update officer_alert set read_at = ? where person = ? and id <= ? and read_at is null")
        .param(Timestamp.from(at))
        .param(person)
        .param(id)
        .update();
  }
}
