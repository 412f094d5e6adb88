package vn.thutuc.drafting;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.catalogue.ResultKind;

/** The papers of results in the database. */
@Component
class PaperRows {

  private static final String PAPERS =
      """
      select p.id, p.dossier_id, p.result, p.result_code, p.title, p.kind, p.latest,
        p.signed_version, p.signed_sha256, p.signed_at, p.signed_by, p.signed_for,
        p.number, p.issued_on, p.finished_at, p.dropped_at, p.sequence
      from result_paper p
      """;
  private static final int MOST_PAPERS = 50;

  private final JdbcClient jdbc;

  PaperRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was signed, when, by whom; for whom when a deputy did, else null. */
  record Signature(int version, String sha256, Instant at, String by, String behalf) {}

  /** A paper. */
  record Paper(
      long id,
      long dossier,
      String result,
      String resultCode,
      String title,
      PaperKind kind,
      int latest,
      Signature signature,
      String number,
      LocalDate issuedOn,
      Instant finishedAt,
      boolean dropped,
      boolean registered) {

    boolean isOpen() {
      return finishedAt == null && !dropped;
    }
  }

  /** The open paper of one of these results: of the chosen one, else the one saved last. */
  Optional<Paper> open(long dossier, Collection<ResultKind> kinds, String chosen, boolean hold) {
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(
            PAPERS
                + """
                where p.dossier_id = :dossier and p.result in (:results)
                  and p.finished_at is null and p.dropped_at is null
                order by (p.result = :chosen) desc, p.latest_at desc, p.id desc limit 1
                """
                + (hold ? "for update" : ""))
        .param("dossier", dossier)
        .param("results", kinds.stream().map(ResultKind::key).toList())
        .param("chosen", chosen == null ? "" : chosen)
        .query((row, index) -> paper(row))
        .optional();
  }

  /** The finished paper of a result that no result has taken yet. */
  Optional<Paper> finishedUnused(long dossier, String result) {
    return jdbc.sql(
            PAPERS
                + """
                where p.dossier_id = :dossier and p.result = :result and p.finished_at is not null
                  and not exists (select 1 from dossier_result r where r.paper_id = p.id)
                order by p.id desc limit 1
                """)
        .param("dossier", dossier)
        .param("result", result)
        .query((row, index) -> paper(row))
        .optional();
  }

  /** A dossier's papers, newest first. */
  List<Paper> of(long dossier) {
    return jdbc.sql(PAPERS + "where p.dossier_id = :dossier order by p.id desc limit :most")
        .param("dossier", dossier)
        .param("most", MOST_PAPERS)
        .query((row, index) -> paper(row))
        .list();
  }

  Optional<Paper> find(long dossier, long id) {
    return jdbc.sql(PAPERS + "where p.dossier_id = :dossier and p.id = :id")
        .param("dossier", dossier)
        .param("id", id)
        .query((row, index) -> paper(row))
        .optional();
  }

  /** A paper, held until the caller's transaction ends. */
  Optional<Paper> hold(long dossier, long id) {
    return jdbc.sql(PAPERS + "where p.dossier_id = :dossier and p.id = :id for update")
        .param("dossier", dossier)
        .param("id", id)
        .query((row, index) -> paper(row))
        .optional();
  }

  /** Begins a paper; two who do it at once get the same one. */
  long begin(long dossier, ResultKind result, Instant at, String by) {
    PaperKind kind = PaperKind.of(result);
    jdbc.sql(
            """
            insert into result_paper
              (dossier_id, result, result_code, title, kind, book, opened_at, opened_by, latest_at)
            values (:dossier, :result, :code, :title, :kind, :book, :at, :by, :at)
            on conflict (dossier_id, result) where finished_at is null and dropped_at is null
            do nothing
            """)
        .param("dossier", dossier)
        .param("result", result.key())
        .param("code", result.code())
        .param("title", result.title())
        .param("kind", kind.key())
        .param("book", kind.book())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
    return open(dossier, List.of(result), result.key(), true).orElseThrow().id();
  }

  /** The newest version counts from now on; what was signed before does no longer. */
  void saved(long paper, int version, Instant at) {
    jdbc.sql(
            """
            update result_paper set latest = :version, latest_at = :at, signed_version = null,
              signed_sha256 = null, signed_at = null, signed_by = null, signed_for = null
            where id = :paper
            """)
        .param("version", version)
        .param("at", Timestamp.from(at))
        .param("paper", paper)
        .update();
  }

  void signed(long paper, Signature signature) {
    jdbc.sql(
            """
            update result_paper set signed_version = :version, signed_sha256 = :sha256,
              signed_at = :at, signed_by = :by, signed_for = :behalf
            where id = :paper
            """)
        .param("version", signature.version())
        .param("sha256", signature.sha256())
        .param("at", Timestamp.from(signature.at()))
        .param("by", signature.by())
        .param("behalf", signature.behalf())
        .param("paper", paper)
        .update();
  }

  /** Takes back what was signed before: who signs now has returned it. */
  void unsigned(long paper) {
    jdbc.sql(
            """
            update result_paper set signed_version = null, signed_sha256 = null, signed_at = null,
              signed_by = null, signed_for = null
            where id = :paper
            """)
        .param("paper", paper)
        .update();
  }

  void dropped(long paper, String reason, Instant at, String by) {
    jdbc.sql(
            """
            update result_paper set dropped_at = :at, dropped_by = :by, drop_reason = :reason
            where id = :paper
            """)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .param("reason", reason)
        .param("paper", paper)
        .update();
  }

  /**
   * How a paper ends.
   *
   * @param given from the register; null when a form took the number
   */
  record Issue(
      PaperNumbers.Given given,
      String number,
      LocalDate day,
      Instant at,
      String by,
      String template,
      String pdfSha256) {}

  /** Issues a paper: from now on the database refuses to change it. */
  void issue(long paper, Issue issue, byte[] pdf) {
    PaperNumbers.Given given = issue.given();
    jdbc.sql("insert into result_paper_file (paper_id, pdf) values (?, ?)")
        .param(paper)
        .param(pdf)
        .update();
    jdbc.sql(
            """
            update result_paper set unit = :unit, year = :year, sequence = :sequence,
              number = :number, issued_on = :day, finished_at = :at, finished_by = :by,
              template = :template, pdf_sha256 = :pdf, size = :size
            where id = :paper
            """)
        .param("unit", given == null ? null : given.unit())
        .param("year", given == null ? null : given.year())
        .param("sequence", given == null ? null : given.sequence())
        .param("number", issue.number())
        .param("day", Date.valueOf(issue.day()))
        .param("at", Timestamp.from(issue.at()))
        .param("by", issue.by())
        .param("template", issue.template())
        .param("pdf", issue.pdfSha256())
        .param("size", pdf.length)
        .param("paper", paper)
        .update();
  }

  byte[] pdf(long paper) {
    return jdbc.sql("select pdf from result_paper_file where paper_id = ?")
        .param(paper)
        .query(byte[].class)
        .single();
  }

  private static Paper paper(ResultSet row) throws SQLException {
    int signed = row.getInt("signed_version");
    Signature signature =
        row.wasNull()
            ? null
            : new Signature(
                signed,
                row.getString("signed_sha256"),
                row.getTimestamp("signed_at").toInstant(),
                row.getString("signed_by"),
                row.getString("signed_for"));
    Date day = row.getDate("issued_on");
    Timestamp finished = row.getTimestamp("finished_at");
    return new Paper(
        row.getLong("id"),
        row.getLong("dossier_id"),
        row.getString("result"),
        row.getString("result_code"),
        row.getString("title"),
        PaperKind.ofKey(row.getString("kind")),
        row.getInt("latest"),
        signature,
        row.getString("number"),
        day == null ? null : day.toLocalDate(),
        finished == null ? null : finished.toInstant(),
        row.getTimestamp("dropped_at") != null,
        row.getObject("sequence") != null);
  }
}
