package vn.thutuc.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.PaperStep;

/** The versions of papers and what was decided on them; rows are added and never changed. */
@Component
class VersionRows {

  private static final int MOST = 200;

  private final JdbcClient jdbc;

  VersionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A version without its words. */
  record Version(int version, Instant at, String by, String behalf, String note, String sha256) {}

  /** What was decided on a version, by whom and at which step. */
  record Decision(
      int version,
      String element,
      String step,
      String role,
      String decision,
      String comment,
      Instant at,
      String by,
      String behalf) {}

  void add(long paper, Version version, PaperText text) {
    jdbc.sql(
            """
            insert into result_paper_version (paper_id, version, saved_at, saved_by, saved_for,
              note, issuer, heading, subject, body, recipients, sign_as, sha256)
            values (:paper, :version, :at, :by, :behalf,
              :note, :issuer, :heading, :subject, :body, :recipients, :signAs, :sha256)
            """)
        .param("paper", paper)
        .param("version", version.version())
        .param("at", Timestamp.from(version.at()))
        .param("by", version.by())
        .param("behalf", version.behalf())
        .param("note", version.note())
        .param("issuer", text.issuer())
        .param("heading", text.heading())
        .param("subject", text.subject())
        .param("body", text.body())
        .param("recipients", text.recipients())
        .param("signAs", text.signAs())
        .param("sha256", version.sha256())
        .update();
  }

  /** The versions of a paper, newest first. */
  List<Version> of(long paper) {
    return jdbc.sql(
            """
            select version, saved_at, saved_by, saved_for, note, sha256 from result_paper_version
            where paper_id = :paper order by version desc limit :most
            """)
        .param("paper", paper)
        .param("most", MOST)
        .query(
            (row, index) ->
                new Version(
                    row.getInt("version"),
                    row.getTimestamp("saved_at").toInstant(),
                    row.getString("saved_by"),
                    row.getString("saved_for"),
                    row.getString("note"),
                    row.getString("sha256")))
        .list();
  }

  /** The words of a version. */
  Optional<PaperText> text(long paper, int version) {
    return jdbc.sql(
            """
            select issuer, heading, subject, body, recipients, sign_as from result_paper_version
            where paper_id = :paper and version = :version
            """)
        .param("paper", paper)
        .param("version", version)
        .query((row, index) -> text(row))
        .optional();
  }

  private static PaperText text(ResultSet row) throws SQLException {
    return new PaperText(
        row.getString("issuer"),
        row.getString("heading"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("recipients"),
        row.getString("sign_as"));
  }

  void decide(long paper, PaperStep step, Decision decision) {
    jdbc.sql(
            """
            insert into result_paper_decision (paper_id, version, element, step, role, decision,
              comment, decided_at, decided_by, decided_for)
            values (:paper, :version, :element, :step, :role, :decision, :comment, :at, :by, :behalf)
            """)
        .param("paper", paper)
        .param("version", decision.version())
        .param("element", step.element())
        .param("step", step.name())
        .param("role", step.role().name())
        .param("decision", decision.decision())
        .param("comment", decision.comment())
        .param("at", Timestamp.from(decision.at()))
        .param("by", decision.by())
        .param("behalf", decision.behalf())
        .update();
  }

  /** What was decided on a paper, newest first. */
  List<Decision> decisions(long paper) {
    return jdbc.sql(
            """
            select version, element, step, role, decision, comment, decided_at, decided_by,
              decided_for
            from result_paper_decision where paper_id = :paper order by id desc limit :most
            """)
        .param("paper", paper)
        .param("most", MOST)
        .query(
            (row, index) ->
                new Decision(
                    row.getInt("version"),
                    row.getString("element"),
                    row.getString("step"),
                    row.getString("role"),
                    row.getString("decision"),
                    row.getString("comment"),
                    row.getTimestamp("decided_at").toInstant(),
                    row.getString("decided_by"),
                    row.getString("decided_for")))
        .list();
  }
}
