package vn.thutuc.dossier;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what the lists of work need of a dossier's clock: the table {@code dossier_due}. Takes part
 * in the transaction of the act that changed the dossier.
 */
@Component
class DueRows {

  private static final String COLUMNS = "paused, near_at, end_at, appointment, ready_at";

  private final JdbcClient jdbc;
  private final DossierClock clock;

  DueRows(JdbcClient jdbc, DossierClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Brings the rows of a saved dossier up to date; one that is finished has none. */
  void refresh(Dossier dossier) {
    if (dossier.state().isLast()) {
      jdbc.sql("delete from dossier_due where dossier_id = ?").param(dossier.id()).update();
      return;
    }
    Standing standing = clock.standing(dossier);
    jdbc.sql(
            """
            insert into dossier_due (agency, dossier_id, number, %1$s)
            select agency, dossier_id, :number, :paused, cast(:near as timestamptz),
              cast(:end as timestamptz), cast(:appointment as timestamptz),
              cast(:ready as timestamptz)
            from dossier_agency where dossier_id = :dossier
            on conflict (agency, dossier_id) do update set (%1$s) =
              (excluded.paused, excluded.near_at, excluded.end_at, excluded.appointment,
                excluded.ready_at)
            where (dossier_due.paused, dossier_due.near_at, dossier_due.end_at,
                dossier_due.appointment, dossier_due.ready_at)
              is distinct from (excluded.paused, excluded.near_at, excluded.end_at,
                excluded.appointment, excluded.ready_at)
            """
                .formatted(COLUMNS))
        .param("number", dossier.number())
        .param("paused", standing.paused())
        .param("near", timestamp(standing.nearAt()))
        .param("end", timestamp(standing.endAt()))
        .param("appointment", timestamp(dossier.appointments().current()))
        .param("ready", timestamp(dossier.settledAt()))
        .param("dossier", dossier.id())
        .update();
  }

  /** Gives an agency that takes part from now on the row that the others have. */
  void enter(Dossier dossier, String agency) {
    jdbc.sql(
            """
            insert into dossier_due (agency, dossier_id, number, %1$s)
            (select :agency, dossier_id, number, %1$s from dossier_due
              where dossier_id = :dossier limit 1)
            on conflict do nothing
            """
                .formatted(COLUMNS))
        .param("agency", agency)
        .param("dossier", dossier.id())
        .update();
  }

  private static Timestamp timestamp(Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
