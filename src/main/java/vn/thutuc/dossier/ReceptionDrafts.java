package vn.thutuc.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/**
 * What officers at the desk have typed and not received yet: an applicant goes home for a paper, a
 * session ends, a machine is switched off. Each is read only by who typed it, and for a week.
 */
@Service
@Transactional
public class ReceptionDrafts {

  /** How many an officer keeps at once; also the longest list. */
  public static final int MOST = 30;

  /** How long one is kept after it was last saved. */
  public static final Duration KEPT = Duration.ofDays(7);

  private static final int LARGEST = 32 * 1024;

  private final JdbcClient jdbc;
  private final CurrentActor actor;
  private final ObjectMapper json;
  private final Now now;

  ReceptionDrafts(JdbcClient jdbc, CurrentActor actor, ObjectMapper json, Now now) {
    this.jdbc = jdbc;
    this.actor = actor;
    this.json = json;
    this.now = now;
  }

  /**
   * One draft.
   *
   * @param id made by the page
   * @param procedure national code
   * @param fields what was typed, as the page wrote it
   * @param savedAt when it was last saved
   */
  public record Draft(UUID id, String procedure, JsonNode fields, Instant savedAt) {}

  /** The caller's drafts, the newest first. */
  @Transactional(readOnly = true)
  public List<Draft> mine() {
    return jdbc.sql(
            """
            select id, procedure, fields::text, saved_at from reception_draft
            where officer = ? and received_as is null and saved_at > ?
            order by saved_at desc limit ?
            """)
        .param(me())
        .param(oldest())
        .param(MOST)
        .query(this::draft)
        .list();
  }

  /**
   * One of the caller's drafts.
   *
   * @throws DossierProblem when there is none of the caller with this id
   */
  @Transactional(readOnly = true)
  public Draft mine(UUID id) {
    return jdbc.sql(
            """
            select id, procedure, fields::text, saved_at from reception_draft
            where id = ? and officer = ? and received_as is null and saved_at > ?
            """)
        .param(id)
        .param(me())
        .param(oldest())
        .query(this::draft)
        .optional()
        .orElseThrow(ReceptionDrafts::notFound);
  }

  /**
   * Saves what is typed so far; one that has been received meanwhile stays received.
   *
   * @param fields an object
   * @throws DossierProblem when it is too large, the officer keeps too many, or the id is taken
   */
  public void save(UUID id, String procedure, JsonNode fields) {
    String text = written(fields);
    jdbc.sql("delete from reception_draft where saved_at <= ?").param(oldest()).update();
    requireRoom(id);
    int saved =
        jdbc.sql(
                """
                insert into reception_draft (id, officer, procedure, fields, saved_at)
                values (?, ?, ?, cast(? as jsonb), ?)
                on conflict (id) do update set
                  procedure = excluded.procedure, fields = excluded.fields, saved_at = excluded.saved_at
                  where reception_draft.officer = excluded.officer and reception_draft.received_as is null
                """)
            .param(id)
            .param(me())
            .param(procedure)
            .param(text)
            .param(Timestamp.from(now.instant()))
            .update();
    if (saved == 0) {
      throw notFound();
    }
  }

  /** Throws away one of the caller's drafts; one that is not there stays away. */
  public void drop(UUID id) {
    jdbc.sql("delete from reception_draft where id = ? and officer = ? and received_as is null")
        .param(id)
        .param(me())
        .update();
  }

  /**
   * Begins the reception of a draft: who sends the same one at once waits here until the first
   * commits.
   *
   * @return number of the dossier it was received as before; empty when it has not been
   */
  Optional<String> begin(UUID id) {
    List<Optional<String>> held =
        jdbc.sql(
                """
                insert into reception_draft (id, officer, saved_at) values (?, ?, ?)
                on conflict (id) do update set officer = excluded.officer
                  where reception_draft.officer = excluded.officer
                returning received_as
                """)
            .param(id)
            .param(me())
            .param(Timestamp.from(now.instant()))
            .query((row, at) -> Optional.ofNullable(row.getString(1)))
            .list();
    return held.stream().findFirst().orElseThrow(ReceptionDrafts::notFound);
  }

  /** Keeps nothing of a received draft but the dossier's number. */
  void received(UUID id, String number) {
    jdbc.sql("update reception_draft set received_as = ?, fields = '{}' where id = ?")
        .param(number)
        .param(id)
        .update();
  }

  private void requireRoom(UUID id) {
    int others =
        jdbc.sql(
                """
                select count(*) from (select 1 from reception_draft
                  where officer = ? and received_as is null and id <> ? limit ?) kept
                """)
            .param(me())
            .param(id)
            .param(MOST)
            .query(Integer.class)
            .single();
    if (others >= MOST) {
      throw DossierProblem.conflict(
          "too-many-drafts",
          "Anh/chị đang giữ %d bản nháp. Hãy tiếp nhận hoặc xóa bớt rồi bản này mới được lưu."
              .formatted(MOST));
    }
  }

  private String written(JsonNode fields) {
    try {
      String text = json.writeValueAsString(fields);
      if (fields != null
          && fields.isObject()
          && text.getBytes(StandardCharsets.UTF_8).length <= LARGEST) {
        return text;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree that was read cannot be written", e);
    }
    throw DossierProblem.invalid(
        "draft-malformed",
        "fields",
        "Bản nháp không lưu được: nội dung quá dài hoặc không đúng dạng. Hãy rút ngắn rồi thử lại.");
  }

  private Draft draft(ResultSet row, int at) throws SQLException {
    try {
      return new Draft(
          row.getObject(1, UUID.class),
          row.getString(2),
          json.readTree(row.getString(3)),
          row.getTimestamp(4).toInstant());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A draft of the database cannot be read", e);
    }
  }

  private String me() {
    return actor.get().personId();
  }

  private Timestamp oldest() {
    return Timestamp.from(now.instant().minus(KEPT));
  }

  private static DossierProblem notFound() {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "draft-not-found",
        "id",
        "Bản nháp này không còn: đã được tiếp nhận, đã xóa hoặc quá %d ngày."
            .formatted(KEPT.toDays()));
  }
}
