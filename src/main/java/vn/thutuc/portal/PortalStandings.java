package vn.thutuc.portal;

import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.NationalState;

/** How one dossier stands with the portal: the line of its page. */
@Service
@Transactional(readOnly = true)
public class PortalStandings {

  private final PortalSettings settings;
  private final PortalRows rows;
  private final DossierAccess dossiers;
  private final JdbcClient jdbc;

  PortalStandings(
      PortalSettings settings, PortalRows rows, DossierAccess dossiers, JdbcClient jdbc) {
    this.settings = settings;
    this.rows = rows;
    this.dossiers = dossiers;
    this.jdbc = jdbc;
  }

  /**
   * How it stands.
   *
   * @param connected whether the house is connected at all
   * @param portalNumber number there; null when nothing was written for it
   * @param takenAt since when the portal holds it, local; null before
   * @param told name of the state it was told last; null before
   * @param waiting how many acts wait to be sent
   * @param failed how many acts could not be sent
   */
  public record Standing(
      boolean connected,
      String portalNumber,
      LocalDateTime takenAt,
      String told,
      int waiting,
      int failed) {}

  /**
   * For somebody who may see the dossier.
   *
   * @throws vn.thutuc.dossier.DossierProblem when there is none the caller may know of
   */
  public Standing of(String number) {
    long dossier = dossiers.readable(number).id();
    PortalRows.Held held = rows.find(number).orElse(null);
    Integer told = held == null ? null : held.toldState();
    return new Standing(
        settings.enabled(),
        held == null ? null : held.portalNumber(),
        held == null ? null : local(held.takenAt()),
        told == null ? null : NationalState.of(told).label(),
        count(dossier, "WRITTEN"),
        count(dossier, "FAILED"));
  }

  private int count(long dossier, String state) {
    return jdbc.sql(
            "select count(*) from outbound_act where dossier_id = ? and kind = 'PORTAL' and state = ?")
        .param(dossier)
        .param(state)
        .query(Integer.class)
        .single();
  }

  private static LocalDateTime local(Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, WorkingCalendar.ZONE).withNano(0);
  }
}
