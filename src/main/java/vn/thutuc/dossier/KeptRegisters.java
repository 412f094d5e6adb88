package vn.thutuc.dossier;

import java.time.Instant;

/** Registers whose numbers the house gives itself; implemented where they are kept. */
public interface KeptRegisters {

  /**
   * The number under which a dossier is entered that somebody registers step by step: what they
   * typed, unless the register is one the house keeps.
   *
   * @param typed what the officer typed
   * @throws DossierProblem when the house keeps the register and another number comes next
   */
  String number(Dossier dossier, String typed, Instant at);
}
