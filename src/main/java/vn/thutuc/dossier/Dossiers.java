package vn.thutuc.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All dossiers. */
interface Dossiers extends Repository<Dossier, Long>, DossierSaving {

  Optional<Dossier> findById(Long id);

  @Query("select d from Dossier d where d.id in :ids order by d.id")
  List<Dossier> findByIdInOrderById(Collection<Long> ids);

  @Query("select d from Dossier d where d.number = :number")
  Optional<Dossier> findByNumber(String number);

  @Query("select d from Dossier d where d.number in :numbers")
  List<Dossier> findByNumberIn(Collection<String> numbers);

  Optional<Dossier> findByReceptionSourceSystemAndReceptionExternalId(String system, String id);

  /** Lets those who send the same dossier at once in one after the other, until each commits. */
  @Query(
      nativeQuery = true,
      value = "select 1 from pg_advisory_xact_lock(hashtextextended(:dossier, 0))")
  int waitForTurn(String dossier);
}
