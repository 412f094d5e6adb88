package vn.thutuc.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PostView;

/**
 * What people see and do about acts that leave the house. Administrators see all, officers and
 * heads those of their units; each failed act has somebody who looks after it.
 */
@Service
@Transactional
public class OutboundDesk {

  /** The longest page. */
  public static final int PAGE = 50;

  private static final int LONGEST = 500;
  private static final Set<String> ROLES = Set.of("one-stop-officer", "head", "leader", "clerk");
  private static final String ADMINISTRATOR = "administrator";

  private final JdbcClient jdbc;
  private final OutboundRows rows;
  private final Channels channels;
  private final Incidents incidents;
  private final ActWords labels;
  private final DossierAccess dossiers;
  private final Organisation organisation;
  private final CurrentActor actor;
  private final Now now;

  OutboundDesk(
      JdbcClient jdbc,
      OutboundRows rows,
      Channels channels,
      Incidents incidents,
      ActWords labels,
      DossierAccess dossiers,
      Organisation organisation,
      CurrentActor actor,
      Now now) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.channels = channels;
    this.incidents = incidents;
    this.labels = labels;
    this.dossiers = dossiers;
    this.organisation = organisation;
    this.actor = actor;
    this.now = now;
  }

  /** Which acts a page shows. */
  public enum Wanted {
    /** Somebody has to look. */
    FAILED,
    /** Not brought out yet. */
    WRITTEN
  }

  /**
   * One act on the page.
   *
   * @param system to which system, in Vietnamese
   * @param label what it does, in Vietnamese
   * @param words what became of it last; may be null
   * @param dueAt instant of the next attempt, while it waits
   * @param unit id of the unit whose desk looks after it
   * @param owner id of the person who has taken it on; null for nobody
   */
  public record Row(
      long id,
      String number,
      String system,
      String label,
      ActState state,
      String words,
      int attempts,
      Instant writtenAt,
      Instant dueAt,
      String unit,
      String owner) {}

  /**
   * What happened to an act, oldest first.
   *
   * @param outcome an {@link ActState}, LATER, RETRIED, CLOSED or TAKEN_ON
   * @param node the node that tried; null for what people did
   * @param person id of the person; null for what the house did
   */
  public record Attempt(Instant at, String outcome, String words, String node, String person) {}

  /**
   * How long a connected system has waited.
   *
   * @param system in Vietnamese
   * @param oldest instant its oldest waiting act was written; null when none waits
   */
  public record Waiting(String system, Instant oldest) {}

  /**
   * A page of acts, newest first.
   *
   * @param before id of the last act of the page before; null for the first page
   * @throws DossierProblem when the caller looks after no acts
   */
  @Transactional(readOnly = true)
  public List<Row> page(Wanted wanted, Long before) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("before", before == null ? Long.MAX_VALUE : before);
    parameters.put("most", PAGE);
    String unit = "";
    if (!administers()) {
      parameters.put("units", units());
      unit = "and a.unit in (:units)";
    }
    return jdbc.sql(
            """
            select a.id, d.number, a.system, a.kind, a.event, a.state, a.words, a.attempts,
              a.written_at, a.due_at, a.unit, a.owner
            from outbound_act a join dossier d on d.id = a.dossier_id
            where a.state = '%s' and a.id < :before %s
            order by a.id desc limit :most
            """
                .formatted(wanted.name(), unit))
        .params(parameters)
        .query(this::row)
        .list();
  }

  /** How long each connected system has waited; for administrators. */
  @Transactional(readOnly = true)
  public List<Waiting> waiting() {
    if (!administers()) {
      return List.of();
    }
    return channels.systems().stream()
        .map(system -> new Waiting(ActWords.system(system), rows.oldest(system).orElse(null)))
        .toList();
  }

  /** What happened to an act. */
  @Transactional(readOnly = true)
  public List<Attempt> attempts(long id) {
    find(id);
    return jdbc.sql(
            """
            select at, outcome, words, node, person from outbound_attempt
            where act_id = ? order by id limit 500
            """)
        .param(id)
        .query(
            (row, index) ->
                new Attempt(
                    row.getTimestamp("at").toInstant(),
                    row.getString("outcome"),
                    row.getString("words"),
                    row.getString("node"),
                    row.getString("person")))
        .list();
  }

  /**
   * Puts an act back to be sent: one that failed, expired, was not connected or not needed.
   *
   * @throws DossierProblem when there is none, it waits or was sent, or its system has no channel
   */
  public void retry(long id) {
    Row row = find(id);
    String system =
        jdbc.sql("select system from outbound_act where id = ? for update")
            .param(id)
            .query(String.class)
            .single();
    if (!channels.systems().contains(system)) {
      throw DossierProblem.conflict(
          "system-not-connected",
          "Hệ thống nhận (%s) chưa được kết nối nên không gửi lại được. Hãy báo quản trị viên."
              .formatted(row.system()));
    }
    int changed =
        jdbc.sql(
                """
                update outbound_act set state = 'WRITTEN', due_at = :at, tried_since = :at,
                  expires_at = null, ended_at = null, owner = coalesce(owner, :person)
                where id = :id and state in ('FAILED', 'UNCONNECTED', 'EXPIRED', 'NEEDLESS')
                """)
            .param("at", Timestamp.from(now.instant()))
            .param("person", actor.get().personId())
            .param("id", id)
            .update();
    if (changed == 0) {
      throw alreadyDone(find(id));
    }
    cleared(id, "RETRIED", null, row, "Gửi lại");
  }

  /**
   * Puts back the act that an incident stands for.
   *
   * @throws DossierProblem when the incident stands for no act
   */
  public void retryIncident(String incident) {
    retry(ofIncident(incident).id());
  }

  /**
   * The act that an incident stands for.
   *
   * @throws DossierProblem when it stands for none, or the caller does not look after it
   */
  @Transactional(readOnly = true)
  public Row ofIncident(String incident) {
    return incidents.actOf(incident).map(this::find).orElseThrow(OutboundDesk::notFound);
  }

  /**
   * Closes a failed or waiting act without sending it: it was done another way.
   *
   * @param reason how it was settled; required
   * @throws DossierProblem without a reason, or when the act was sent already
   */
  public void close(long id, String reason) {
    Row row = find(id);
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw DossierProblem.invalid(
          "reason-required",
          "reason",
          "Hãy ghi cách đã xử lý (tối đa %d ký tự), ví dụ: đã gọi điện báo người nộp."
              .formatted(LONGEST));
    }
    int changed =
        jdbc.sql(
                """
                update outbound_act set state = 'NEEDLESS', ended_at = :at, words = :words,
                  owner = coalesce(owner, :person), leased_by = null, leased_until = null
                where id = :id and (state = 'FAILED'
                  or state = 'WRITTEN' and (leased_until is null or leased_until <= :at))
                """)
            .param("at", Timestamp.from(now.instant()))
            .param("words", reason.strip())
            .param("person", actor.get().personId())
            .param("id", id)
            .update();
    if (changed == 0) {
      throw alreadyDone(find(id));
    }
    rows.sending(id)
        .ifPresent(
            act -> channels.of(act.system()).ifPresent(c -> c.ended(act.act(), ActState.NEEDLESS)));
    cleared(id, "CLOSED", reason.strip(), row, "Không gửi");
  }

  /** The caller takes an act on, also from a colleague. */
  public void takeOn(long id) {
    find(id);
    String person = actor.get().personId();
    jdbc.sql("update outbound_act set owner = ? where id = ?").params(person, id).update();
    rows.attempt(id, "TAKEN_ON", null, null, person);
  }

  private void cleared(long id, String outcome, String words, Row row, String act) {
    rows.attempt(id, outcome, words, null, actor.get().personId());
    jdbc.sql("select incident from outbound_act where id = ? and incident is not null")
        .param(id)
        .query(String.class)
        .optional()
        .ifPresent(incidents::resolve);
    rows.incident(id, null);
    dossiers.journal(
        row.number(), JournalEvent.OUTBOUND, words, Map.of("what", act + ": " + row.label()), null);
  }

  private Row find(long id) {
    Row found =
        jdbc.sql(
                """
                select a.id, d.number, a.system, a.kind, a.event, a.state, a.words, a.attempts,
                  a.written_at, a.due_at, a.unit, a.owner
                from outbound_act a join dossier d on d.id = a.dossier_id where a.id = ?
                """)
            .param(id)
            .query(this::row)
            .optional()
            .orElseThrow(OutboundDesk::notFound);
    if (!administers() && !units().contains(found.unit())) {
      throw notFound();
    }
    return found;
  }

  private Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("number"),
        ActWords.system(row.getString("system")),
        labels.label(row.getString("kind"), row.getString("event")),
        ActState.valueOf(row.getString("state")),
        row.getString("words"),
        row.getInt("attempts"),
        row.getTimestamp("written_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        row.getString("unit"),
        row.getString("owner"));
  }

  private boolean administers() {
    return actor.get().isSystem()
        || posts().stream().anyMatch(post -> post.role().equals(ADMINISTRATOR));
  }

  private List<String> units() {
    Set<String> mine =
        posts().stream()
            .filter(post -> ROLES.contains(post.role()))
            .map(PostView::unitId)
            .collect(Collectors.toSet());
    if (mine.isEmpty()) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "no-acts-to-look-after",
          null,
          "Trang này dành cho cán bộ một cửa, lãnh đạo đơn vị và quản trị viên.");
    }
    return new ArrayList<>(mine);
  }

  private List<PostView> posts() {
    return organisation.postsOf(actor.get().personId(), now.local().toLocalDate());
  }

  private static DossierProblem alreadyDone(Row row) {
    return DossierProblem.conflict(
        "act-not-open",
        "Việc gửi này đang ở tình trạng “%s” nên không thay đổi được. Hãy tải lại trang."
            .formatted(row.state().label()));
  }

  private static DossierProblem notFound() {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "act-not-found",
        "id",
        "Không có việc gửi này, hoặc không thuộc đơn vị của anh/chị.");
  }
}
