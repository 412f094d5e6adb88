package vn.thutuc.printing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * Finds the head of a unit's papers in the organisation: names and places are data of its files.
 */
@Component
class Letterheads {

  private static final String COMMITTEE = "Ủy ban nhân dân";
  private static final String DESK = "Bộ phận Tiếp nhận và Trả kết quả";

  /** A proper name behind the word for an area, at the end of a unit's name. */
  private static final Pattern AREA =
      Pattern.compile(
          "(?:^|\\s)(?:tỉnh|thành phố|phường|xã|đặc khu)\\s+(\\p{Lu}.*)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Organisation organisation;
  private final PrintingSettings settings;

  Letterheads(Organisation organisation, PrintingSettings settings) {
    this.organisation = organisation;
    this.settings = settings;
  }

  /** The head of the papers that the receiving desk of a unit issues. */
  Letterhead ofDesk(String unitId) {
    UnitView unit = unit(unitId);
    UnitView agency = heading(unit);
    return head(agency, unit.id().equals(agency.id()) ? DESK : unit.name());
  }

  /** The head of the papers that the agency of a unit issues. */
  Letterhead ofAgency(String unitId) {
    return head(heading(unit(unitId)), null);
  }

  /** Id of the agency under which the papers of a unit are numbered. */
  String numberedBy(String unitId) {
    return organisation.agencyOf(unitId).map(UnitView::id).orElse(unitId);
  }

  private UnitView unit(String id) {
    return organisation
        .unit(id)
        .orElseThrow(() -> new IllegalStateException("There is no unit " + id + " any more"));
  }

  /** A People's Committee heads its papers itself, whichever office works for it. */
  private UnitView heading(UnitView unit) {
    return unit.name().startsWith(COMMITTEE) ? unit : organisation.agencyOf(unit.id()).orElse(unit);
  }

  private Letterhead head(UnitView agency, String desk) {
    Optional<UnitView> above =
        agency.name().startsWith(COMMITTEE) || agency.parentId() == null
            ? Optional.empty()
            : organisation.unit(agency.parentId());
    return new Letterhead(
        agency.id(),
        above.map(UnitView::name).orElse(null),
        agency.name(),
        desk,
        place(agency),
        settings.phones().get(agency.id()));
  }

  private String place(UnitView agency) {
    String set = settings.places().get(agency.id());
    return set != null
        ? set
        : Stream.iterate(
                Optional.of(agency),
                Optional::isPresent,
                unit -> Optional.ofNullable(unit.get().parentId()).flatMap(organisation::unit))
            .limit(10)
            .flatMap(unit -> area(unit.orElseThrow().name()).stream())
            .findFirst()
            .orElse(null);
  }

  /** The proper name of the area at the end of a unit's name; empty when it has none. */
  static Optional<String> area(String name) {
    Matcher found = AREA.matcher(name);
    return found.find() && Character.isUpperCase(found.group(1).codePointAt(0))
        ? Optional.of(found.group(1))
        : Optional.empty();
  }
}
