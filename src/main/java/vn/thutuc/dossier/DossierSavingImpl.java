package vn.thutuc.dossier;

import jakarta.persistence.EntityManager;
import org.springframework.transaction.annotation.Transactional;

/** Found by its name: the part of {@link Dossiers} that is not Spring Data's own. */
class DossierSavingImpl implements DossierSaving {

  private final EntityManager entities;
  private final DueRows due;

  DossierSavingImpl(EntityManager entities, DueRows due) {
    this.entities = entities;
    this.due = due;
  }

  @Override
  @Transactional
  public Dossier saveAndFlush(Dossier dossier) {
    Dossier saved = dossier;
    if (dossier.id() == null) {
      entities.persist(dossier);
    } else {
      saved = entities.merge(dossier);
    }
    entities.flush();
    due.refresh(saved);
    return saved;
  }
}
