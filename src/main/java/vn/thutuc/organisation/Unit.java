package vn.thutuc.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;

/** A unit of the tree; parent and agency are ids, for the whole tree is small and read by id. */
@Entity
@Table(name = "org_unit")
class Unit {

  @Id private String id;
  private String parentId;
  private String name;
  private String shortName;
  private String kind;
  private String agencyId;
  private String unitKey;
  private String areaClass;
  private LocalDate untilDate;

  protected Unit() {}

  Unit(UnitRow row) {
    id = row.id();
    take(row);
  }

  /** Takes over what the file says and tells whether anything differed. */
  boolean take(UnitRow row) {
    UnitView before = view();
    parentId = row.parent();
    name = row.name();
    shortName = row.shortName();
    kind = row.kind();
    agencyId = row.agency();
    unitKey = row.key();
    areaClass = row.areaClass();
    untilDate = null;
    return !before.equals(view());
  }

  /** Ends the unit and tells whether it still stood. */
  boolean end(LocalDate day) {
    boolean stood = untilDate == null;
    untilDate = stood ? day : untilDate;
    return stood;
  }

  boolean isSameAgencyAs(Unit other) {
    return Objects.equals(agencyId, other.agencyId);
  }

  String id() {
    return id;
  }

  String parentId() {
    return parentId;
  }

  String agencyId() {
    return agencyId;
  }

  UnitView view() {
    return new UnitView(
        id, parentId, name, shortName, kind, agencyId, unitKey, areaClass, untilDate);
  }
}
