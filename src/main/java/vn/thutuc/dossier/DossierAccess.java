package vn.thutuc.dossier;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Paper;

/**
 * The door for packages that keep something of their own beside a dossier: finds it for whoever may
 * see it or work on it, says which papers it should have, and writes its journal.
 */
@Service
@Transactional
public class DossierAccess {

  private final Dossiers dossiers;
  private final DossierVisibility visibility;
  private final DossierAgencies agencies;
  private final CurrentActor actor;
  private final Terms terms;
  private final Journal journal;
  private final JdbcClient jdbc;

  DossierAccess(
      Dossiers dossiers,
      DossierVisibility visibility,
      DossierAgencies agencies,
      CurrentActor actor,
      Terms terms,
      Journal journal,
      JdbcClient jdbc) {
    this.dossiers = dossiers;
    this.visibility = visibility;
    this.agencies = agencies;
    this.actor = actor;
    this.terms = terms;
    this.journal = journal;
    this.jdbc = jdbc;
  }

  /**
   * A dossier that the current actor may see.
   *
   * @param id its row
   * @param number its number
   * @param closed whether nothing is left to do
   * @param workable whether the current actor is of an agency that has to do with it
   */
  public record Found(long id, String number, boolean closed, boolean workable) {}

  /**
   * A paper of the procedure's list, as the dossier's version of the procedure has it.
   *
   * @param paper what the catalogue says
   * @param originals how many originals the desk counted
   * @param copies how many copies the desk counted
   */
  public record ExpectedPaper(Paper paper, int originals, int copies) {}

  /**
   * Finds it for reading.
   *
   * @throws DossierProblem when there is none or the caller may not know of it: the same words
   */
  @Transactional(readOnly = true)
  public Found readable(String number) {
    Dossier dossier = find(number);
    visibility.requireRead(dossier);
    boolean workable = actor.get().isSystem() || agencies.haveAny(dossier, visibility.agencies());
    return found(dossier, workable);
  }

  /**
   * Finds it for an act that changes something.
   *
   * @throws DossierProblem when there is none, or the caller may not know of it or only reads, or
   *     when it is closed
   */
  @Transactional(readOnly = true)
  public Found workable(String number) {
    Dossier dossier = find(number);
    visibility.requireWork(dossier);
    if (dossier.closedAt() != null) {
      throw DossierProblem.conflict(
          "dossier-closed",
          "Hồ sơ %s đã kết thúc (trạng thái: %s) nên giấy tờ không thay đổi được nữa."
              .formatted(number, dossier.state().label()));
    }
    return found(dossier, true);
  }

  /** Whether an agency has to do with a dossier; asked after the right to read was. */
  @Transactional(readOnly = true)
  public boolean involves(String number, String agency) {
    return agencies.haveAny(find(number), Set.of(agency));
  }

  /** Whether there is such a dossier and the current actor may see it. */
  @Transactional(readOnly = true)
  public boolean isReadable(String number) {
    return dossiers.findByNumber(number).filter(visibility::mayRead).isPresent();
  }

  /** Ids of the agencies that have to do with a dossier; asked after the right to read was. */
  @Transactional(readOnly = true)
  public Set<String> agencies(long dossier) {
    return Set.copyOf(
        jdbc.sql("select agency from dossier_agency where dossier_id = ?")
            .param(dossier)
            .query(String.class)
            .list());
  }

  private static Found found(Dossier dossier, boolean workable) {
    return new Found(dossier.id(), dossier.number(), dossier.closedAt() != null, workable);
  }

  /** The papers of the procedure's list, in its order; asked after the right to read was. */
  @Transactional(readOnly = true)
  public List<ExpectedPaper> papers(String number) {
    Dossier dossier = find(number);
    return terms.procedure(dossier).papers().stream()
        .map(
            paper ->
                dossier.papers().stream()
                    .filter(counted -> counted.key().equals(paper.key()))
                    .findFirst()
                    .map(counted -> new ExpectedPaper(paper, counted.originals(), counted.copies()))
                    .orElseGet(() -> new ExpectedPaper(paper, 0, 0)))
        .toList();
  }

  /** National code of the dossier's procedure; asked after the right to read was. */
  @Transactional(readOnly = true)
  public String procedureCode(String number) {
    return find(number).procedureCode();
  }

  /** Id of the unit that settles it; asked after the right to read was. */
  @Transactional(readOnly = true)
  public String competentUnit(String number) {
    return find(number).units().competent();
  }

  /** Writes a line of the journal in the caller's transaction. */
  public void journal(String number, JournalEvent event, String reason, Map<String, ?> data) {
    journal.write(find(number), event, reason, data);
  }

  /** A line about what a deputy did for somebody; null for nobody. */
  public void journal(
      String number, JournalEvent event, String reason, Map<String, ?> data, String onBehalfOf) {
    journal.write(find(number), event, reason, data, onBehalfOf);
  }

  /** Where the journal stands: its newest line, 0 before the first. */
  @Transactional(readOnly = true)
  public long newestLine(long dossier) {
    return journal.newestLine(dossier);
  }

  /** The journal's newest line about a completed step, 0 before the first. */
  @Transactional(readOnly = true)
  public long newestStep(long dossier) {
    return jdbc.sql(
            """
            select coalesce(max(id), 0) from dossier_journal
            where dossier_id = ? and event = 'STEP_DONE'
            """)
        .param(dossier)
        .query(Long.class)
        .single();
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
