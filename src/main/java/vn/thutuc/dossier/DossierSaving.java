package vn.thutuc.dossier;

/** How dossiers are saved: never without their rows in the lists of work. */
interface DossierSaving {

  /**
   * Writes a new or changed dossier to the database, and what the lists need of it; statements that
   * follow in the same transaction see both.
   */
  Dossier saveAndFlush(Dossier dossier);
}
