package vn.thutuc.dossier;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/** Which agencies have to do with a dossier: they read it and find it in their lists. */
@Component
class DossierAgencies {

  private final JdbcClient jdbc;
  private final DueRows due;
  private final Organisation organisation;

  DossierAgencies(JdbcClient jdbc, DueRows due, Organisation organisation) {
    this.jdbc = jdbc;
    this.due = due;
    this.organisation = organisation;
  }

  /** Enters the agencies of all its units; what is there stays. */
  void enter(Dossier dossier) {
    Units units = dossier.units();
    Stream.of(units.desk(), units.competent(), units.returning(), units.verifier(), units.support())
        .filter(Objects::nonNull)
        .flatMap(unit -> organisation.agencyOf(unit).map(UnitView::id).stream())
        .distinct()
        .forEach(agency -> enter(dossier, agency));
  }

  /** Whether one of these agencies has to do with it. */
  boolean haveAny(Dossier dossier, Set<String> agencies) {
    return jdbc
        .sql("select agency from dossier_agency where dossier_id = ?")
        .param(dossier.id())
        .query(String.class)
        .list()
        .stream()
        .anyMatch(agencies::contains);
  }

  /** Enters an agency that acts on it; what is there stays. */
  void enter(Dossier dossier, String agency) {
    int entered =
        jdbc.sql(
                """
                insert into dossier_agency (agency, received_at, dossier_id, found_by)
                select :agency, received_at, id, dossier_found_by(:agency, words, number,
                  owner_phone, submitter_phone, owner_id_number, submitter_id_number)
                from dossier where id = :dossier on conflict do nothing
                """)
            .param("agency", agency)
            .param("dossier", dossier.id())
            .update();
    if (entered > 0) {
      due.enter(dossier, agency);
    }
  }
}
