package vn.thutuc.dossier;

import java.util.Optional;

/**
 * Who brings results out of the house: asked before a result goes another way. Runs in the
 * transaction of the change and holds what it answers for until that ends.
 */
public interface ResultCourier {

  /** Why the result of a dossier cannot go another way now, in Vietnamese; empty when it can. */
  Optional<String> refusal(long dossier);

  /**
   * Takes back what was to bring the result out and has not begun to.
   *
   * @param dossier row of the dossier
   * @param reason why, in Vietnamese
   * @throws DossierProblem when it has begun meanwhile
   */
  void takeBack(long dossier, String number, String reason);
}
