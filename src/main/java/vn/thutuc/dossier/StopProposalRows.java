package vn.thutuc.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proposals to stop in the database; of each dossier at most one waits. */
@Component
class StopProposalRows {

  private static final int MOST = 100;

  private static final String COLUMNS =
      "select p.id, d.number, p.asked_by, p.ground, p.proposed_by, p.proposed_at"
          + " from dossier_stop_proposal p join dossier d on d.id = p.dossier_id ";

  private final JdbcClient jdbc;

  StopProposalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(
      long id,
      String number,
      StopProposals.AskedBy askedBy,
      String ground,
      String proposedBy,
      Instant proposedAt) {}

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("number"),
        StopProposals.AskedBy.valueOf(row.getString("asked_by")),
        row.getString("ground"),
        row.getString("proposed_by"),
        row.getTimestamp("proposed_at").toInstant());
  }

  Optional<Row> waiting(Dossier dossier) {
    return jdbc.sql(COLUMNS + "where p.dossier_id = ? and p.decided_at is null")
        .param(dossier.id())
        .query((row, index) -> row(row))
        .optional();
  }

  /** What waits for a decision over these units, of dossiers still in settlement, oldest first. */
  List<Row> waiting(Collection<String> units) {
    return jdbc.sql(
            COLUMNS
                + "where p.decided_at is null and d.state in (1, 2, 4, 5, 6)"
                + " and d.competent_unit = any(?) order by p.proposed_at limit "
                + MOST)
        .param(units.toArray(String[]::new))
        .query((row, index) -> row(row))
        .list();
  }

  /** Whether it was entered; false when one waits already. */
  boolean add(
      Dossier dossier, StopProposals.AskedBy askedBy, String ground, String person, Instant at) {
    return jdbc.sql(
                """
                insert into dossier_stop_proposal
                  (dossier_id, asked_by, ground, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?)
                on conflict (dossier_id) where decided_at is null do nothing
                """)
            .param(dossier.id())
            .param(askedBy.name())
            .param(ground)
            .param(person)
            .param(Timestamp.from(at))
            .update()
        == 1;
  }

  /** Closes the proposal that waits, if any. */
  boolean decide(
      Dossier dossier, boolean approved, String reason, Actor by, String onBehalfOf, Instant at) {
    return jdbc.sql(
                """
                update dossier_stop_proposal set approved = ?, decision_reason = ?,
                  decided_by = ?, decided_for = ?, decided_at = ?
                where dossier_id = ? and decided_at is null
                """)
            .param(approved)
            .param(reason)
            .param(by.personId())
            .param(onBehalfOf)
            .param(Timestamp.from(at))
            .param(dossier.id())
            .update()
        == 1;
  }
}
