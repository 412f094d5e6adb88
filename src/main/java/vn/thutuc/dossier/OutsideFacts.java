package vn.thutuc.dossier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.PostView;
import vn.thutuc.organisation.Role;
import vn.thutuc.organisation.UnitView;

/**
 * What the house tells systems outside of a dossier, read at the moment of telling. Asked by the
 * house itself only: it checks no right of any person.
 */
@Service
@Transactional(readOnly = true)
public class OutsideFacts {

  private final Dossiers dossiers;
  private final CaseFiles files;
  private final Organisation organisation;
  private final JdbcClient jdbc;

  OutsideFacts(Dossiers dossiers, CaseFiles files, Organisation organisation, JdbcClient jdbc) {
    this.dossiers = dossiers;
    this.files = files;
    this.organisation = organisation;
    this.jdbc = jdbc;
  }

  /**
   * A dossier to be told of. Times are local to Asia/Ho_Chi_Minh.
   *
   * @param id its row
   * @param file the dossier with all its officers read
   * @param state national state
   * @param sourceSystem the system it came from; null when it was handed in here
   * @param externalId its id there; null when it was handed in here
   * @param factsAt the moment whose version of the procedure's facts holds
   * @param supplements requests for a supplement, oldest first
   */
  public record Told(
      long id,
      CaseFile file,
      NationalState state,
      String sourceSystem,
      String externalId,
      LocalDateTime factsAt,
      List<Supplement> supplements) {}

  /**
   * A request for a supplement.
   *
   * @param ordinal 1, 2, ... within the dossier
   * @param askedBy name of the officer; null when the journal names none
   * @param answeredBy name of the officer who took the answer; null before
   * @param answeredAt null while it is open or expired
   * @param expired whether its window ended unanswered
   */
  public record Supplement(
      int ordinal,
      String missing,
      String reason,
      String askedBy,
      LocalDateTime askedAt,
      String answeredBy,
      LocalDateTime answeredAt,
      boolean expired) {}

  /**
   * A completed step.
   *
   * @param name its name in the model
   * @param person who completed it
   * @param post what the person is there, in Vietnamese; null for the house itself
   * @param unit name of the unit; null for the house itself
   * @param begunAt when the step before was completed, else the reception
   * @param at when it was completed
   */
  public record Step(
      String name,
      String person,
      String post,
      String unit,
      LocalDateTime begunAt,
      LocalDateTime at) {}

  /**
   * The dossier.
   *
   * @throws DossierProblem when there is none
   */
  public Told of(String number) {
    Dossier dossier = find(number);
    ReceptionFacts reception = dossier.reception();
    LocalDateTime received = DossierClock.local(reception.receivedAt());
    CaseFile file = files.read(number);
    return new Told(
        dossier.id(),
        file,
        dossier.state(),
        reception.sourceSystem(),
        reception.externalId(),
        reception.factsDay() == null ? received : reception.factsDay().atStartOfDay(),
        supplements(dossier, file));
  }

  private static List<Supplement> supplements(Dossier dossier, CaseFile file) {
    List<SupplementRequest> requests = dossier.supplements();
    return java.util.stream.IntStream.range(0, requests.size())
        .mapToObj(i -> supplement(i + 1, requests.get(i), file))
        .toList();
  }

  private static Supplement supplement(int ordinal, SupplementRequest request, CaseFile file) {
    return new Supplement(
        ordinal,
        request.missing(),
        request.reason(),
        personAt(file, request.askedAt()),
        local(request.askedAt()),
        personAt(file, request.answeredAt()),
        local(request.answeredAt()),
        request.expiredAt() != null);
  }

  /** Who did the last step at or before a moment: the house writes down what people decided. */
  private static String personAt(CaseFile file, Instant at) {
    if (at == null) {
      return null;
    }
    LocalDateTime moment = local(at);
    return file.acts().stream()
        .filter(line -> line.unit() != null && !line.at().isAfter(moment))
        .reduce((earlier, later) -> later)
        .map(DossierDocument.Event::actor)
        .orElse(null);
  }

  /** The step behind a line of the journal; empty when the line is none of a completed step. */
  public Optional<Step> step(String number, long line) {
    Dossier dossier = find(number);
    return jdbc.sql(
            """
            select j.at, j.actor, j.unit, j.data->>'step' as step,
              (select max(b.at) from dossier_journal b
               where b.dossier_id = j.dossier_id and b.id < j.id and b.event = 'STEP_DONE') as before
            from dossier_journal j
            where j.dossier_id = ? and j.id = ? and j.event = 'STEP_DONE'
            """)
        .param(dossier.id())
        .param(line)
        .query(
            (row, index) ->
                step(
                    dossier,
                    new Line(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("unit"),
                        row.getString("step"),
                        row.getTimestamp("before") == null
                            ? null
                            : row.getTimestamp("before").toInstant())))
        .optional();
  }

  private record Line(Instant at, String actor, String unit, String step, Instant before) {}

  private Step step(Dossier dossier, Line line) {
    Instant begun = line.before() == null ? dossier.reception().receivedAt() : line.before();
    return new Step(
        line.step(),
        organisation.person(line.actor()).map(PersonView::name).orElse("Hệ thống"),
        post(line),
        line.unit() == null
            ? null
            : organisation.unit(line.unit()).map(UnitView::name).orElse(line.unit()),
        local(begun),
        local(line.at()));
  }

  private String post(Line line) {
    return organisation.postsOf(line.actor(), DossierClock.local(line.at()).toLocalDate()).stream()
        .filter(post -> post.unitId().equals(line.unit()))
        .map(PostView::role)
        .findFirst()
        .flatMap(Role::of)
        .map(Role::label)
        .orElse(null);
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }

  private static LocalDateTime local(Instant at) {
    return at == null ? null : DossierClock.local(at).withNano(0);
  }
}
