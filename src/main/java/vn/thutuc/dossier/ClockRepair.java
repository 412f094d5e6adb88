package vn.thutuc.dossier;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The repair command: derives the timers and due dates of open dossiers anew, each in a transaction
 * of its own, and says what was mended. Jobs are derived, so nothing is lost by doing it.
 */
@Service
public class ClockRepair {

  private static final Logger LOG = LoggerFactory.getLogger(ClockRepair.class);

  /** As many as one request may take. */
  private static final int PAGE = 500;

  private final Dossiers dossiers;
  private final OpenDossiers open;
  private final ProcedureEngine engine;
  private final DueRows due;
  private final TransactionTemplate transaction;

  ClockRepair(
      Dossiers dossiers,
      OpenDossiers open,
      ProcedureEngine engine,
      DueRows due,
      PlatformTransactionManager transactions) {
    this.dossiers = dossiers;
    this.open = open;
    this.engine = engine;
    this.due = due;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What was mended of a dossier. */
  public record MendedDossier(String number, List<ProcedureEngine.Mended> mended) {}

  /**
   * What a repair did.
   *
   * @param looked how many dossiers were derived anew
   * @param mended those of which something was mended
   * @param failed numbers of those that could not be derived
   * @param goOnAfter where the next request goes on; null when all were looked at
   */
  public record Report(
      int looked, List<MendedDossier> mended, List<String> failed, Long goOnAfter) {}

  /** Repairs one dossier. */
  public Report repair(String number) {
    Dossier dossier =
        transaction.execute(
            status ->
                dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number)));
    Report report = new Report(1, new ArrayList<>(), new ArrayList<>(), null);
    repair(dossier, report);
    return report;
  }

  /**
   * Repairs the open dossiers behind one.
   *
   * @param after {@link Report#goOnAfter} of the request before; 0 to begin
   */
  public Report repairAll(long after) {
    List<Long> page = open.page(after, PAGE);
    List<Dossier> found =
        page.isEmpty()
            ? List.of()
            : transaction.execute(status -> dossiers.findByIdInOrderById(page));
    Long goOn = page.size() == PAGE ? page.get(PAGE - 1) : null;
    Report report = new Report(found.size(), new ArrayList<>(), new ArrayList<>(), goOn);
    found.forEach(dossier -> repair(dossier, report));
    return report;
  }

  private void repair(Dossier dossier, Report report) {
    String number = dossier.number();
    try {
      List<ProcedureEngine.Mended> mended = transaction.execute(status -> derive(number));
      if (!mended.isEmpty()) {
        report.mended().add(new MendedDossier(number, mended));
      }
    } catch (RuntimeException failure) {
      LOG.warn("The timers of dossier {} cannot be derived anew", number, failure);
      report.failed().add(number);
    }
  }

  /** The lists of work are derived as the timers are: a changed ladder reaches both here. */
  private List<ProcedureEngine.Mended> derive(String number) {
    dossiers.findByNumber(number).ifPresent(due::refresh);
    return engine.rederive(number);
  }
}
