package vn.thutuc.tracking;

import java.sql.Date;
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
import vn.thutuc.calendar.WorkingCalendar;

/** What applicants say of their dossiers, in the database. */
@Component
class RatingRows {

  private static final String COLUMNS =
      """
      select r.id, d.number, d.procedure_code, r.level, r.comment, r.unit, r.agency, r.rated_at,
        r.changed_at
      from tracking_rating r join dossier d on d.id = r.dossier_id
      """;

  private final JdbcClient jdbc;

  RatingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A rating; level 1 to 3, instants UTC. */
  record Row(
      long id,
      String number,
      String procedure,
      int level,
      String comment,
      String unit,
      String agency,
      Instant ratedAt,
      Instant changedAt) {}

  Optional<Row> find(long dossier) {
    return jdbc.sql(COLUMNS + "where r.dossier_id = ?")
        .param(dossier)
        .query((row, index) -> row(row))
        .optional();
  }

  /** Like {@link #find}, held until the caller's transaction ends. */
  Optional<Row> hold(long dossier) {
    return jdbc.sql(COLUMNS + "where r.dossier_id = ? for update of r")
        .param(dossier)
        .query((row, index) -> row(row))
        .optional();
  }

  /** Writes the first rating; false when another was first. */
  boolean add(long dossier, int level, String comment, String unit, String agency, Instant at) {
    return jdbc.sql(
                """
                insert into tracking_rating
                  (dossier_id, level, comment, unit, agency, rated_at, changed_at)
                values (:dossier, :level, :comment, :unit, :agency, :at, :at)
                on conflict (dossier_id) do nothing
                """)
            .param("dossier", dossier)
            .param("level", level)
            .param("comment", comment)
            .param("unit", unit)
            .param("agency", agency)
            .param("at", Timestamp.from(at))
            .update()
        > 0;
  }

  void change(long id, int level, String comment, Instant at) {
    jdbc.sql("update tracking_rating set level = ?, comment = ?, changed_at = ? where id = ?")
        .param(level)
        .param(comment)
        .param(Timestamp.from(at))
        .param(id)
        .update();
  }

  /** Counts a rating in its agency's month, or takes it out of the count. */
  void count(String agency, Instant ratedAt, int level, int by) {
    LocalDate month = LocalDate.ofInstant(ratedAt, WorkingCalendar.ZONE).withDayOfMonth(1);
    jdbc.sql(
            """
            insert into public_rating as p (agency, month, level_1, level_2, level_3)
            values (:agency, :month, case when :level = 1 then :by else 0 end,
              case when :level = 2 then :by else 0 end, case when :level = 3 then :by else 0 end)
            on conflict (agency, month) do update set level_1 = p.level_1 + excluded.level_1,
              level_2 = p.level_2 + excluded.level_2, level_3 = p.level_3 + excluded.level_3
            """)
        .param("agency", agency)
        .param("month", Date.valueOf(month))
        .param("level", level)
        .param("by", by)
        .update();
  }

  /**
   * A page of what was said of some units' or agencies' dossiers, newest first.
   *
   * @param column {@code unit} or {@code agency}
   * @param level only this level; null for all
   * @param before id to page on from, exclusive
   */
  List<Row> page(Column column, Collection<String> of, Integer level, long before, int size) {
    return jdbc.sql(
            COLUMNS
                + "where r."
                + column.name
                + " = any(:of) and r.id < :before and r.level between :least and :most"
                + " order by r.id desc limit :size")
        .param("of", of.toArray(String[]::new))
        .param("before", before)
        .param("least", level == null ? 1 : level)
        .param("most", level == null ? 3 : level)
        .param("size", size)
        .query((row, index) -> row(row))
        .list();
  }

  /** By which a list is drawn. */
  enum Column {
    UNIT("unit"),
    AGENCY("agency");

    private final String name;

    Column(String name) {
      this.name = name;
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("number"),
        row.getString("procedure_code"),
        row.getInt("level"),
        row.getString("comment"),
        row.getString("unit"),
        row.getString("agency"),
        row.getTimestamp("rated_at").toInstant(),
        row.getTimestamp("changed_at").toInstant());
  }
}
