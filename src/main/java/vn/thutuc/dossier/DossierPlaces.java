package vn.thutuc.dossier;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Procedure;
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

  /** A shared process that is not told a place works at the unit that settles. */
  private String unit(Dossier dossier, String place) {
    Units units = dossier.units();
    return switch (place == null ? "competent" : place) {
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

  /**
   * What people call a body that takes part: the unit of the house or the body outside it; empty
   * for the dossier's own places.
   */
  public Optional<String> bodyName(String number, String place) {
    Dossier dossier =
        dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
    Procedure procedure = terms.procedure(dossier);
    String outside = procedure.outside().get(place);
    if (outside != null) {
      return Optional.of(outside);
    }
    return procedure.bodies().containsKey(place) || "verifier".equals(place)
        ? organisation.unit(unit(dossier, place)).map(UnitView::name)
        : Optional.empty();
  }

  private String body(Dossier dossier, String place) {
    Procedure procedure = terms.procedure(dossier);
    String key = procedure.bodies().get(place);
    if (key == null && procedure.outside().containsKey(place)) {
      // Nobody outside works here: the competent unit records what the body answers.
      return dossier.units().competent();
    }
    if (key == null) {
      throw new IllegalArgumentException(
          "Procedure %s names no body '%s' in the catalogue; add it under bodies or outside"
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
