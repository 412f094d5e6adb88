package vn.thutuc.dossier;

import org.springframework.stereotype.Component;

/** Says whether a dossier's own tables hold what the law keeps of it. */
@Component
public class DossierRecords {

  private final Dossiers dossiers;
  private final Journal journal;

  DossierRecords(Dossiers dossiers, Journal journal) {
    this.dossiers = dossiers;
    this.journal = journal;
  }

  /**
   * Whether a dossier is finished and nothing of it is only in the engine's history: it is closed,
   * has its journal, and has its results where one was returned.
   *
   * @param number number of the dossier; null or unknown ones are not complete
   */
  public boolean areComplete(String number) {
    return number != null && dossiers.findByNumber(number).filter(this::isComplete).isPresent();
  }

  private boolean isComplete(Dossier dossier) {
    boolean closed = dossier.state().isLast() && dossier.closedAt() != null;
    boolean hasResult = dossier.state() != NationalState.RETURNED || !dossier.results().isEmpty();
    return closed && hasResult && !journal.of(dossier).isEmpty();
  }
}
