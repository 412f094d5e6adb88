package vn.thutuc.organisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The identification codes of provinces in force. */
final class ProvinceCodes {

  private static final int NEAREST = 3;
  private static final Pattern CODE = Pattern.compile("H(\\d{1,4})");

  /** Cities directly under the central government; the list of codes does not tell them apart. */
  private static final Set<String> CITIES = Set.of("H13", "H17", "H24", "H26", "H29", "H57");

  private final List<Province> provinces;

  private ProvinceCodes(List<Province> provinces) {
    this.provinces = provinces;
  }

  /** A province or city with its code; the name is without the word for either. */
  record Province(String code, String name) {

    String level() {
      return CITIES.contains(code) ? "thành phố" : "tỉnh";
    }

    String fullName() {
      return level() + " " + name.replaceFirst("^TP ", "");
    }

    int number() {
      return Integer.parseInt(code.substring(1));
    }

    @Override
    public String toString() {
      return code + " " + name;
    }
  }

  static ProvinceCodes read() {
    List<FileProblem> problems = new ArrayList<>();
    List<Province> provinces =
        CsvFile.read(
                new ClassPathResource("organisation/agency-codes.csv"),
                List.of("code", "name", "kind"),
                row ->
                    "province".equals(row.get("kind"))
                        ? Optional.of(new Province(row.get("code"), row.get("name")))
                        : Optional.<Province>empty(),
                problems)
            .stream()
            .flatMap(Optional::stream)
            .toList();
    if (!problems.isEmpty()) {
      throw new OrganisationFilesException(problems);
    }
    return new ProvinceCodes(provinces);
  }

  Optional<Province> find(String code) {
    return provinces.stream().filter(province -> province.code().equals(code)).findFirst();
  }

  /** The codes next to an unknown one, or every code when it does not look like one. */
  List<Province> nearest(String code) {
    var matcher = CODE.matcher(code.toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return provinces;
    }
    int number = Integer.parseInt(matcher.group(1));
    return provinces.stream()
        .sorted(Comparator.comparingInt(province -> Math.abs(province.number() - number)))
        .limit(NEAREST)
        .toList();
  }
}
