package vn.thutuc.dossier;

/** Writes a notice to the applicant when an act outside the model makes one necessary. */
public interface Notices {

  /**
   * Writes the notice once for this occasion.
   *
   * @param number dossier number
   * @param event what it tells
   * @param occasion what made it necessary; the same occasion writes no second notice
   */
  void write(String number, String event, String occasion);
}
