package vn.thutuc.dossier;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Small questions about a dossier that need no rights: asked by the engine itself. */
@Service
@Transactional(readOnly = true)
public class DossierReader {

  private final Dossiers dossiers;

  DossierReader(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  /** Whether there is a dossier of this number whose process instance has not started yet. */
  public boolean waitsForItsInstance(String number) {
    return dossiers
        .findByNumber(number)
        .map(dossier -> dossier.instanceId() == null && dossier.isOpen())
        .orElse(false);
  }
}
