package vn.thutuc.dossier;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.FeeSum;
import vn.thutuc.catalogue.Procedure;

/**
 * Where the result of a dossier goes, read at the moment it is sent: acts hold no personal data.
 * For the house itself; who asks for people has asked for their right before.
 */
@Service
@Transactional(readOnly = true)
public class DeliveryFacts {

  private final Dossiers dossiers;
  private final Terms terms;
  private final FormEntries entries;
  private final JdbcClient jdbc;

  DeliveryFacts(Dossiers dossiers, Terms terms, FormEntries entries, JdbcClient jdbc) {
    this.dossiers = dossiers;
    this.terms = terms;
    this.entries = entries;
    this.jdbc = jdbc;
  }

  /**
   * Who gets the result, and where.
   *
   * @param dossierId row of the dossier
   * @param title short title of the procedure
   * @param name who submitted it, else the owner
   * @param phone of the same, or null
   * @param email of the same, or null
   * @param address the newest one an officer entered for the delivery, else that of the same; null
   *     when nobody gave one
   * @param unit place of return
   * @param parcelNumber what the desk entered when it handed the result to the post, or null
   * @param fee whole đồng that are due and not taken, as far as the facts can be counted; null when
   *     that is unknown
   * @param closed whether nothing is left to do
   */
  public record Delivery(
      long dossierId,
      String number,
      String title,
      String name,
      String phone,
      String email,
      String address,
      String unit,
      String parcelNumber,
      Long fee,
      boolean closed) {}

  /**
   * The facts of a dossier.
   *
   * @throws DossierProblem when there is no such dossier
   */
  public Delivery of(String number) {
    Dossier dossier =
        dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
    Procedure procedure = terms.procedure(dossier);
    Party owner = dossier.owner();
    Party to = Optional.ofNullable(dossier.submitter()).orElse(owner);
    Entry entry = entries.latest(dossier);
    return new Delivery(
        dossier.id(),
        number,
        procedure.shortTitle(),
        to.name(),
        first(to.phone(), owner.phone()),
        first(to.email(), owner.email()),
        first(entry.text("deliveryAddress"), first(to.address(), owner.address())),
        dossier.units().returning(),
        entry.text("parcelNumber"),
        fee(dossier, procedure),
        dossier.closedAt() != null);
  }

  /** Number of a dossier by its row. */
  public String number(long dossier) {
    return jdbc.sql("select number from dossier where id = ?")
        .param(dossier)
        .query(String.class)
        .single();
  }

  private Long fee(Dossier dossier, Procedure procedure) {
    boolean taken =
        jdbc.sql(
                """
                select exists (select 1 from dossier_journal
                  where dossier_id = ? and event = 'FEE_TAKEN')
                """)
            .param(dossier.id())
            .query(Boolean.class)
            .single();
    if (taken) {
      return 0L;
    }
    return FeeSum.of(
            procedure,
            dossier.channel(),
            dossier.caseCode(),
            DossierClock.local(dossier.reception().receivedAt()).toLocalDate())
        .charge(1, 1)
        .amount();
  }

  private static String first(String one, String other) {
    return one == null || one.isBlank() ? other : one;
  }
}
