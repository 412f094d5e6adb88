package vn.thutuc.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of notes; who may do what is asked before. */
@Component
class NoteRows {

  private static final String COLUMNS =
      """
      select n.id, n.dossier_id, n.author, n.unit, n.at, n.text, n.mention,
        w.note_id is not null as withdrawn
      from dossier_note n left join dossier_note_withdrawal w on w.note_id = n.id
      """;

  private static final int LOOKED_THROUGH = 500;

  private final JdbcClient jdbc;

  NoteRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(
      long id,
      long dossier,
      String author,
      String unit,
      Instant at,
      String text,
      String mention,
      boolean withdrawn) {}

  /** Lets those who write about one dossier in one after the other: ids rise as they commit. */
  void waitForTurn(String number) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("notes of " + number)
        .query(Integer.class)
        .single();
  }

  /** The newest notes before one, the oldest of them first. */
  List<Row> page(long dossier, long before, int size) {
    return jdbc.sql(
            "select * from ("
                + COLUMNS
                + "where n.dossier_id = ? and n.id < ? order by n.id desc limit ?) newest"
                + " order by id")
        .param(dossier)
        .param(before)
        .param(size)
        .query(NoteRows::row)
        .list();
  }

  Optional<Row> find(long dossier, long id) {
    return jdbc.sql(COLUMNS + "where n.dossier_id = ? and n.id = ?")
        .param(dossier)
        .param(id)
        .query(NoteRows::row)
        .optional();
  }

  /** What was written with this id of the request; empty when nothing was. */
  Optional<Row> ofRequest(String author, String request) {
    return jdbc.sql(COLUMNS + "where n.author = ? and n.request_id = ?")
        .param(author)
        .param(request)
        .query(NoteRows::row)
        .optional();
  }

  /** What is to be written. */
  record Entry(
      long dossier,
      String author,
      String unit,
      Instant at,
      String text,
      String mention,
      String request) {}

  long insert(Entry entry) {
    return jdbc.sql(
            """
            insert into dossier_note (dossier_id, author, unit, at, text, mention, request_id)
            values (:dossier, :author, :unit, :at, :text, :mention, :request)
            returning id
            """)
        .param("dossier", entry.dossier())
        .param("author", entry.author())
        .param("unit", entry.unit())
        .param("at", Timestamp.from(entry.at()))
        .param("text", entry.text())
        .param("mention", entry.mention())
        .param("request", entry.request())
        .query(Long.class)
        .single();
  }

  void withdraw(long id, Instant at) {
    jdbc.sql("insert into dossier_note_withdrawal (note_id, at) values (?, ?)")
        .param(id)
        .param(Timestamp.from(at))
        .update();
  }

  /** Somebody has read up to a note of the dossier; never less than before. */
  void read(long dossier, String person, long upTo) {
    jdbc.sql(
            """
            insert into dossier_note_reading (dossier_id, person, up_to)
            select :dossier, :person, least(:upTo, coalesce(max(id), 0))
            from dossier_note where dossier_id = :dossier
            on conflict (dossier_id, person) do update
              set up_to = greatest(dossier_note_reading.up_to, excluded.up_to)
            """)
        .param("dossier", dossier)
        .param("person", person)
        .param("upTo", upTo)
        .update();
  }

  /**
   * How many notes of others somebody has not read, counted up to a most.
   *
   * @param all whether notes that are meant for nobody in particular, or for others, count too
   */
  int unread(long dossier, String person, boolean all, int most) {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 from dossier_note n
              where n.dossier_id = :dossier and n.author <> :person
                and n.id > coalesce((select r.up_to from dossier_note_reading r
                  where r.dossier_id = :dossier and r.person = :person), 0)
                and (:all or n.mention = :person)
                and not exists (select 1 from dossier_note_withdrawal w where w.note_id = n.id)
              limit :most) unread
            """)
        .param("dossier", dossier)
        .param("person", person)
        .param("all", all)
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /** A note meant for somebody, with its dossier. */
  record Meant(String number, String author, Instant at) {}

  /**
   * Notes meant for somebody that they have not read, the newest first. It is asked every minute by
   * everybody: only the newest {@value #LOOKED_THROUGH} that were ever meant for them are looked
   * through; an older one still counts on the tab of its dossier.
   *
   * @param agencies only of dossiers that one of these has to do with; null for all
   */
  List<Meant> unreadMentions(String person, Set<String> agencies, int most) {
    return jdbc.sql(
            """
            select d.number, n.author, n.at
            from (select id, dossier_id, author, at, mention from dossier_note
                where mention = :person order by id desc limit :through) n
              join dossier d on d.id = n.dossier_id
              left join dossier_note_reading r on r.dossier_id = n.dossier_id and r.person = n.mention
            where n.author <> n.mention and n.id > coalesce(r.up_to, 0)
              and not exists (select 1 from dossier_note_withdrawal w where w.note_id = n.id)
              and (:everywhere or exists (select 1 from dossier_agency a
                where a.dossier_id = n.dossier_id and a.agency = any(:agencies)))
            order by n.id desc limit :most
            """)
        .param("person", person)
        .param("through", LOOKED_THROUGH)
        .param("everywhere", agencies == null)
        .param("agencies", agencies == null ? new String[0] : agencies.toArray(String[]::new))
        .param("most", most)
        .query(
            (row, index) ->
                new Meant(
                    row.getString("number"),
                    row.getString("author"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("dossier_id"),
        row.getString("author"),
        row.getString("unit"),
        row.getTimestamp("at").toInstant(),
        row.getString("text"),
        row.getString("mention"),
        row.getBoolean("withdrawn"));
  }
}
