package vn.thutuc.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The demo province with 86 communes more, each with its five officers: 108 units. In one of them
 * an officer sees a small list, and one officer holds a post in each of five.
 */
final class BenchmarkProvince {

  /** Where the dossiers are played that the others are copies of. */
  static final String HOME = "H37.201";

  /** The commune of the officer with the small list. */
  static final String SMALL = "H37.203";

  /** The communes of the officer with the large list. */
  static final List<String> LARGE = codes(204, 208);

  /** All others. */
  static final List<String> OTHERS = codes(209, 288);

  /** Sees {@link #SMALL}. */
  static final String OFFICER_OF_ONE = "cv203";

  /** Sees {@link #LARGE}, by five groups. */
  static final String OFFICER_OF_FIVE = "namxa";

  private BenchmarkProvince() {}

  private static List<String> codes(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(code -> "H37." + code).toList();
  }

  /** The specialist of a commune. */
  static String specialist(String commune) {
    return "cv" + commune.substring(commune.indexOf('.') + 1);
  }

  /** Writes the organisation into a new folder, for {@code thutuc.organisation}. */
  static Path write() {
    try {
      Path folder = Files.createTempDirectory("thutuc-benchmark");
      Path demo = Path.of("src/main/resources/provinces/H37");
      StringBuilder units = new StringBuilder(read(demo.resolve("units.csv")));
      StringBuilder people = new StringBuilder(read(demo.resolve("people.csv")));
      communes().forEach(commune -> add(commune, units, people));
      LARGE.forEach(commune -> post(people, OFFICER_OF_FIVE, commune, "specialist"));
      Files.writeString(folder.resolve("units.csv"), units);
      Files.writeString(folder.resolve("people.csv"), people);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("The benchmark's organisation cannot be written", e);
    }
  }

  /** All communes that hold copies. */
  static List<String> communes() {
    return Stream.of(List.of(SMALL), LARGE, OTHERS).flatMap(List::stream).toList();
  }

  private static String read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return text.endsWith("\n") ? text : text + "\n";
  }

  private static void add(String commune, StringBuilder units, StringBuilder people) {
    String code = commune.substring(commune.indexOf('.') + 1);
    String name = "xã Đo Đạc " + code;
    units.append(
        "%s,H37,Ủy ban nhân dân %s,Xã Đo Đạc %s,commune,%s,ubnd-xa,USUAL%n"
            .formatted(commune, name, code, commune));
    units.append(
        "%s.01,%s,Trung tâm Phục vụ hành chính công %s,TTPVHCC %s,service-centre,%s,%s,%n"
            .formatted(
                commune, commune, name, name, commune, "trung-tam-phuc-vu-hanh-chinh-cong-xa"));
    post(people, "mc" + code, commune, "one-stop-officer");
    post(people, "mc" + code, commune + ".01", "one-stop-officer");
    post(people, "cv" + code, commune, "specialist");
    post(people, "tp" + code, commune, "head");
    post(people, "ld" + code, commune, "leader");
    post(people, "vt" + code, commune, "clerk");
    post(people, "gd" + code, commune + ".01", "head");
  }

  private static void post(StringBuilder people, String id, String unit, String role) {
    people.append("%s,Người đo đạc %s,%s,%s%n".formatted(id, id, unit, role));
  }
}
