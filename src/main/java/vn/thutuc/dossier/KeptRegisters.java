package vn.thutuc.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * Registers whose numbers the house gives itself; implemented where they are kept. Everything takes
 * part in the caller's transaction: what rolls back gives its number back.
 */
public interface KeptRegisters {

  /**
   * The number under which a dossier is entered that somebody settles step by step: what they
   * typed, unless the register is one the house keeps. The same dossier keeps the number it has.
   *
   * @param dossier number of the dossier
   * @param typed what the officer typed; null when nothing, which is then answered
   * @throws DossierProblem when the house keeps the register and the number is another
   */
  String number(String dossier, String typed, Instant at);

  /**
   * The number of a dossier in the register that the house keeps for it: the one it has, or the
   * next, under which it is then entered.
   *
   * @param dossier number of the dossier
   * @return empty when the house keeps no register for it
   */
  Optional<String> take(String dossier, Instant at);

  /** Another unit settles a dossier from now on: what has no number yet is entered there. */
  void moved(String dossier);
}
