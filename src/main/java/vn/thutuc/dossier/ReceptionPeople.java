package vn.thutuc.dossier;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the desk knows of a person from earlier dossiers, so that a second one starts with it: found
 * by the whole number of their paper only, and only among dossiers of the caller's agencies.
 */
@Service
@Transactional(readOnly = true)
public class ReceptionPeople {

  /** Shorter numbers belong to nobody's paper. */
  private static final int SHORTEST = 6;

  private static final int LONGEST = 64;

  private final JdbcClient jdbc;
  private final DossierVisibility visibility;

  ReceptionPeople(JdbcClient jdbc, DossierVisibility visibility) {
    this.jdbc = jdbc;
    this.visibility = visibility;
  }

  /**
   * A person as they stood in their latest dossier.
   *
   * @param dossier number of that dossier
   */
  public record Known(
      String kind, String name, String phone, String email, String address, String dossier) {}

  /**
   * The owner of the latest dossier with this number of a paper; empty when the caller knows none.
   */
  public Optional<Known> of(String idNumber) {
    String wanted = idNumber == null ? "" : idNumber.strip();
    if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select d.owner_kind, d.owner_name, d.owner_phone, d.owner_email, d.owner_address, d.number
            from dossier d
            where d.owner_id_number = :id and exists (
              select 1 from dossier_agency a where a.dossier_id = d.id and a.agency = any(:agencies))
            order by d.received_at desc, d.id desc limit 1
            """)
        .param("id", wanted)
        .param("agencies", visibility.agencies().toArray(String[]::new))
        .query(
            (row, index) ->
                new Known(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)))
        .optional();
  }
}
