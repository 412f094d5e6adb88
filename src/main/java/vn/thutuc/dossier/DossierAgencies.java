package vn.thutuc.dossier;

import java.sql.Timestamp;
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
  private final Organisation organisation;

  DossierAgencies(JdbcClient jdbc, Organisation organisation) {
    this.jdbc = jdbc;
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
    jdbc.sql(
            """
            insert into dossier_agency (agency, received_at, dossier_id) values (?, ?, ?)
            on conflict do nothing
            """)
        .param(agency)
        .param(Timestamp.from(dossier.reception().receivedAt()))
        .param(dossier.id())
        .update();
  }
}
