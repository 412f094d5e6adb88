package vn.thutuc.dossier;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/** Which unit stands behind a place of a model, for one dossier. */
@Service
@Transactional(readOnly = true)
public class DossierPlaces {

  private final Dossiers dossiers;
  private final Terms terms;
  private final Organisation organisation;
  private final Now now;

  DossierPlaces(Dossiers dossiers, Terms terms, Organisation organisation, Now now) {
    this.dossiers = dossiers;
    this.terms = terms;
    this.organisation = organisation;
    this.now = now;
  }

  /** The group of everybody who holds a role at a place; climbs to the unit above without one. */
  public String candidates(String number, String place, String role) {
    Dossier dossier =
        dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
    UnitView unit = organisation.actingUnit(unit(dossier, place), role, now.local().toLocalDate());
    return organisation.group(unit.id(), role);
  }

  private String unit(Dossier dossier, String place) {
    Units units = dossier.units();
    return switch (place) {
      case "competent" -> units.competent();
      case "desk" -> units.desk();
      case "return" -> units.returning();
      case "verifier" -> verifier(units);
      default -> body(dossier, place);
    };
  }

  private static String verifier(Units units) {
    if (units.verifier() == null) {
      throw DossierProblem.invalid(
          "verifier-missing", "verifierUnit", "Chưa chọn đơn vị được đề nghị xác minh.");
    }
    return units.verifier();
  }

  private String body(Dossier dossier, String place) {
    String key = terms.procedure(dossier).bodies().get(place);
    if (key == null) {
      throw new IllegalArgumentException(
          "Procedure %s names no body '%s' in the catalogue; add it under bodies"
              .formatted(dossier.procedureCode(), place));
    }
    return organisation
        .unitByKey(key)
        .map(UnitView::id)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No unit has the key '" + key + "' (place '" + place + "'); add it to units"));
  }
}
