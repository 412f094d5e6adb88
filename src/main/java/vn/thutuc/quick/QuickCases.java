package vn.thutuc.quick;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows behind quick procedures: one a dossier, its number written once. */
@Component
class QuickCases {

  static final String COLUMNS =
      """
      c.dossier, c.procedure, c.unit, c.book, c.subject, c.pages, c.copies, c.fee, c.fee_due,
        c.fee_ground, c.officer, c.begun_at, c.signer, c.signed_for, c.number, c.entered_at
      """;

  private final JdbcClient jdbc;

  QuickCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A row.
   *
   * @param number number in the register; null while it has none
   * @param enteredAt when it got its number; null while it has none
   */
  record Case(
      String dossier,
      String procedure,
      String unit,
      Book book,
      String subject,
      Integer pages,
      Integer copies,
      Long fee,
      Long feeDue,
      String feeGround,
      String officer,
      Instant begunAt,
      String signer,
      String signedFor,
      String number,
      Instant enteredAt) {}

  Optional<Case> find(String dossier) {
    return jdbc.sql("select " + COLUMNS + " from quick_case c where c.dossier = ?")
        .param(dossier)
        .query((row, index) -> read(row))
        .optional();
  }

  /** Like {@link #find}, and nobody else goes on with it until the caller's transaction ends. */
  Optional<Case> hold(String dossier) {
    return jdbc.sql("select " + COLUMNS + " from quick_case c where c.dossier = ? for update")
        .param(dossier)
        .query((row, index) -> read(row))
        .optional();
  }

  void begin(Case one, LookUp lookUp) {
    jdbc.sql(
            """
            insert into quick_case (dossier, procedure, unit, book, subject, pages, copies, fee,
              fee_due, fee_ground, look_up, officer, begun_at)
            values (:dossier, :procedure, :unit, :book, :subject, :pages, :copies, :fee, :due,
              :ground, :lookUp, :officer, :at)
            """)
        .param("dossier", one.dossier())
        .param("procedure", one.procedure())
        .param("unit", one.unit())
        .param("book", one.book().name())
        .param("subject", one.subject())
        .param("pages", one.pages())
        .param("copies", one.copies())
        .param("fee", one.fee())
        .param("due", one.feeDue())
        .param("ground", one.feeGround())
        .param("lookUp", lookUp == null ? null : lookUp.name())
        .param("officer", one.officer())
        .param("at", Timestamp.from(one.begunAt()))
        .update();
  }

  /** Another agency settles it; what has a number stays where it was entered. */
  void moved(String dossier, String unit) {
    jdbc.sql("update quick_case set unit = ? where dossier = ? and number is null")
        .param(unit)
        .param(dossier)
        .update();
  }

  /** Enters it in the register of the agency the number is from; nothing changes it after that. */
  void entered(
      String dossier, QuickNumbers.Given given, QuickEngine.Signature signature, Instant at) {
    jdbc.sql(
            """
            update quick_case set unit = :unit, year = :year, sequence = :sequence,
              number = :number, entered_at = :at, signer = :signer, signed_for = :signedFor
            where dossier = :dossier
            """)
        .param("unit", given.unit())
        .param("signer", signature.signer())
        .param("signedFor", signature.signedFor())
        .param("year", given.year())
        .param("sequence", given.sequence())
        .param("number", given.text())
        .param("at", Timestamp.from(at))
        .param("dossier", dossier)
        .update();
  }

  static Case read(ResultSet row) throws SQLException {
    Timestamp entered = row.getTimestamp("entered_at");
    return new Case(
        row.getString("dossier"),
        row.getString("procedure"),
        row.getString("unit"),
        Book.valueOf(row.getString("book")),
        row.getString("subject"),
        row.getObject("pages", Integer.class),
        row.getObject("copies", Integer.class),
        row.getObject("fee", Long.class),
        row.getObject("fee_due", Long.class),
        row.getString("fee_ground"),
        row.getString("officer"),
        row.getTimestamp("begun_at").toInstant(),
        row.getString("signer"),
        row.getString("signed_for"),
        row.getString("number"),
        entered == null ? null : entered.toInstant());
  }
}
