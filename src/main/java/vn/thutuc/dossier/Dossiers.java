package vn.thutuc.dossier;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All dossiers. */
interface Dossiers extends Repository<Dossier, Long> {

  Dossier saveAndFlush(Dossier dossier);

  Optional<Dossier> findByNumber(String number);

  Optional<Dossier> findByReceptionSourceSystemAndReceptionExternalId(String system, String id);
}
