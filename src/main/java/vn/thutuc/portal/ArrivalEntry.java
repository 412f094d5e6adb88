package vn.thutuc.portal;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.document.DocumentIntake;

/** Enters fetched papers in the dossier, in the transaction that receives it. */
@Component
class ArrivalEntry {

  private final DocumentIntake intake;

  ArrivalEntry(DocumentIntake intake) {
    this.intake = intake;
  }

  /**
   * A component our catalogue does not know goes to the other papers: its codes are the portal's.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void enter(String number, List<ArrivalFiles.Fetched> fetched, Set<String> paperKeys) {
    for (ArrivalFiles.Fetched one : fetched) {
      String paper = one.paper().paper();
      intake.enter(number, paperKeys.contains(paper) ? paper : null, one.staged());
    }
  }
}
