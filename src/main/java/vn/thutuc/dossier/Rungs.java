package vn.thutuc.dossier;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rungs of the ladder have rung: each once per dossier, phase and term number. */
@Component
class Rungs {

  private final JdbcClient jdbc;

  Rungs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean hasRung(Dossier dossier, PhaseRun run, String rung) {
    return jdbc.sql(
                """
            select count(*) from dossier_rung
            where dossier_id = ? and phase = ? and term_number = ? and rung = ?
            """)
            .param(dossier.id())
            .param(run.phase())
            .param(run.termNumber())
            .param(rung)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Records a ring; the primary key refuses a second one, also from another node. */
  void ring(Dossier dossier, PhaseRun run, String rung, Instant due, Instant at) {
    jdbc.sql("insert into dossier_rung values (?, ?, ?, ?, ?, ?)")
        .param(dossier.id())
        .param(run.phase())
        .param(run.termNumber())
        .param(rung)
        .param(Timestamp.from(at))
        .param(Timestamp.from(due))
        .update();
  }
}
