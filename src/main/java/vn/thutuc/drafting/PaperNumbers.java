package vn.thutuc.drafting;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.RegisterCounters;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * Gives papers their numbers, without a gap per agency, register and year and safe on several
 * nodes: the register's row is locked until the paper is issued, and rolls back with it.
 */
@Component
class PaperNumbers {

  private static final String COMMITTEE = "Ủy ban nhân dân";

  private final RegisterCounters counters;
  private final DraftingSettings settings;
  private final Organisation organisation;

  PaperNumbers(RegisterCounters counters, DraftingSettings settings, Organisation organisation) {
    this.counters = counters;
    this.settings = settings;
    this.organisation = organisation;
  }

  /**
   * A number.
   *
   * @param unit id of the agency whose register it is from
   * @param year year of issue
   * @param sequence ordinal in the register of that year
   * @param text as it is printed
   */
  record Given(String unit, int year, int sequence, String text) {}

  /**
   * The next number.
   *
   * @param unit id of the agency that numbers
   * @param issuer id of the unit under whose name the paper goes out
   */
  Given next(String unit, PaperKind kind, int year, String issuer) {
    int first = settings.firstNumbers().getOrDefault(unit + "/" + kind.book() + "/" + year, 1);
    int sequence = counters.next(unit, kind.book(), year, first);
    String pattern = kind.sign().isEmpty() ? settings.letterPattern() : settings.numberPattern();
    return new Given(
        unit,
        year,
        sequence,
        pattern
            .replace("{sequence}", String.format(Locale.ROOT, "%02d", sequence))
            .replace("{year}", Integer.toString(year))
            .replace("{kind}", kind.sign())
            .replace("{unit}", symbol(issuer)));
  }

  /** First letters of the name, as Sở Xây dựng is SXD; committees are UBND. */
  private String symbol(String unit) {
    String set = settings.symbols().get(unit);
    if (set != null) {
      return set;
    }
    String name = organisation.unit(unit).map(UnitView::name).orElse(unit);
    if (name.startsWith(COMMITTEE)) {
      return "UBND";
    }
    return Stream.of(name.split("[^\\p{L}]+"))
        .filter(word -> !word.isEmpty() && !word.equals("và"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
