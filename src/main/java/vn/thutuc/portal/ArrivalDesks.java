package vn.thutuc.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/** Finds the one-stop desk of the unit a dossier is meant for. */
@Component
class ArrivalDesks {

  private static final String ROLE = "one-stop-officer";
  private static final String CENTRE = "service-centre";

  private final Organisation organisation;
  private final Now now;

  ArrivalDesks(Organisation organisation, Now now) {
    this.organisation = organisation;
    this.now = now;
  }

  /**
   * A desk.
   *
   * @param unit unit of the desk
   * @param named the unit the portal names as the one that settles
   */
  record Desk(String unit, String named) {}

  /**
   * The desk of a unit: its service centre where it has one of its agency, else the nearest unit
   * with one-stop officers.
   *
   * @throws DossierProblem when there is no such unit, or nobody receives for it
   */
  Desk of(String code) {
    UnitView unit =
        organisation
            .unit(code)
            .filter(found -> found.until() == null)
            .orElseThrow(
                () ->
                    DossierProblem.invalid(
                        "unit-unknown",
                        "DonViXuLy",
                        "Không có đơn vị mang mã định danh \"%s\". Hãy kiểm tra lại DonViXuLy."
                            .formatted(code)));
    Optional<UnitView> agency = organisation.agencyOf(unit.id());
    return Stream.concat(centres(unit, agency), acting(unit, agency))
        .findFirst()
        .map(desk -> new Desk(desk.id(), named(unit, agency)))
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "unit-without-desk",
                    "DonViXuLy",
                    unit.name() + " không có bộ phận một cửa ở hệ thống này để tiếp nhận hồ sơ."));
  }

  /** Who addresses the service centre of a commune means the commune. */
  private static String named(UnitView unit, Optional<UnitView> agency) {
    return agency
        .filter(found -> Organisation.COMMUNE.equals(found.key()))
        .map(UnitView::id)
        .orElse(unit.id());
  }

  private Stream<UnitView> centres(UnitView unit, Optional<UnitView> agency) {
    List<UnitView> children =
        agency.map(found -> organisation.children(found.id())).orElse(List.of());
    return children.stream()
        .filter(child -> child.kind().equals(CENTRE))
        .filter(child -> child.agencyId() != null && child.agencyId().equals(unit.agencyId()))
        .filter(this::receives)
        .sorted(Comparator.comparing(UnitView::id));
  }

  private Stream<UnitView> acting(UnitView unit, Optional<UnitView> agency) {
    return agency.isEmpty()
        ? Stream.empty()
        : organisation.actingUnitIfAny(unit.id(), ROLE, now.local().toLocalDate()).stream();
  }

  private boolean receives(UnitView unit) {
    return !organisation.holders(unit.id(), ROLE, now.local().toLocalDate()).isEmpty();
  }
}
