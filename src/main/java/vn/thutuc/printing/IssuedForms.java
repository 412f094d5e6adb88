package vn.thutuc.printing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The forms as they were issued; rows are added and never changed. */
@Component
class IssuedForms {

  private static final String COLUMNS =
      """
      select id, dossier, form, occasion, version, unit, year, sequence, number, data_sha256,
        template, issued_at, issued_by
      from printed_form
      """;

  private final JdbcClient jdbc;

  IssuedForms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A form that was issued. */
  record Row(
      long id,
      String dossier,
      String form,
      String occasion,
      int version,
      FormNumbers.Given number,
      String dataSha256,
      String template,
      Instant issuedAt,
      String issuedBy) {}

  /** Lets those who issue the same form at once in one after the other, until each commits. */
  void waitForTurn(String dossier, FormKind kind, String occasion) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:form, 0))")
        .param("form", "form " + dossier + " " + kind.code() + " " + occasion)
        .query(Integer.class)
        .single();
  }

  /** All forms of a dossier, oldest first. */
  List<Row> of(String dossier) {
    return jdbc.sql(COLUMNS + "where dossier = :dossier order by form, occasion, version")
        .param("dossier", dossier)
        .query((row, index) -> row(row))
        .list();
  }

  /** The newest version of a form. */
  Optional<Row> latest(String dossier, FormKind kind, String occasion) {
    return jdbc.sql(
            COLUMNS
                + """
                where dossier = :dossier and form = :form and occasion = :occasion
                order by version desc limit 1
                """)
        .param("dossier", dossier)
        .param("form", kind.code())
        .param("occasion", occasion)
        .query((row, index) -> row(row))
        .optional();
  }

  Optional<Row> find(String dossier, long id) {
    return jdbc.sql(COLUMNS + "where dossier = :dossier and id = :id")
        .param("dossier", dossier)
        .param("id", id)
        .query((row, index) -> row(row))
        .optional();
  }

  byte[] pdf(long id) {
    return jdbc.sql("select pdf from printed_form_file where form_id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  /** Keeps a form; answers it with its id. */
  Row add(Row row, String data, byte[] pdf) {
    long id =
        jdbc.sql(
                """
                insert into printed_form (dossier, form, occasion, version, unit, year, sequence,
                  number, data, data_sha256, template, pdf_sha256, size, issued_at, issued_by)
                values (:dossier, :form, :occasion, :version, :unit, :year, :sequence,
                  :number, :data, :dataSha256, :template, :pdfSha256, :size, :at, :by)
                returning id
                """)
            .param("dossier", row.dossier())
            .param("form", row.form())
            .param("occasion", row.occasion())
            .param("version", row.version())
            .param("unit", row.number().unit())
            .param("year", row.number().year())
            .param("sequence", row.number().sequence())
            .param("number", row.number().text())
            .param("data", data)
            .param("dataSha256", row.dataSha256())
            .param("template", row.template())
            .param("pdfSha256", Sha256.of(pdf))
            .param("size", pdf.length)
            .param("at", Timestamp.from(row.issuedAt()))
            .param("by", row.issuedBy())
            .query(Long.class)
            .single();
    jdbc.sql("insert into printed_form_file (form_id, pdf) values (?, ?)")
        .param(id)
        .param(pdf)
        .update();
    return new Row(
        id,
        row.dossier(),
        row.form(),
        row.occasion(),
        row.version(),
        row.number(),
        row.dataSha256(),
        row.template(),
        row.issuedAt(),
        row.issuedBy());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("dossier"),
        row.getString("form"),
        row.getString("occasion"),
        row.getInt("version"),
        new FormNumbers.Given(
            row.getString("unit"),
            row.getString("form"),
            row.getInt("year"),
            row.getInt("sequence"),
            row.getString("number")),
        row.getString("data_sha256"),
        row.getString("template"),
        row.getTimestamp("issued_at").toInstant(),
        row.getString("issued_by"));
  }
}
