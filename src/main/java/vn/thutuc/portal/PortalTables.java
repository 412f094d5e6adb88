package vn.thutuc.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.dossier.NationalState;
import vn.thutuc.dossier.Party;

/**
 * The portal's codes for our states and words, from two tables that a province may replace: {@code
 * trang-thai.csv} and {@code danh-muc.csv}. A table that lacks or repeats something is refused at
 * the start, with file and line.
 */
@Component
class PortalTables {

  static final String CHANNEL = "KenhThucHien";
  static final String RETURN = "HinhThuc";
  static final String OWNER = "LoaiDoiTuong";
  static final String COLLECTED = "HinhThucThu";
  static final String PLACE = "NoiNopHoSo";
  static final String SUPPLEMENT = "TrangThaiBoSung";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .get();

  private static final Map<String, List<String>> WANTED =
      Map.of(
          CHANNEL, names(Channel.values()),
          RETURN, names(ReturnMethod.values()),
          OWNER, names(Party.Kind.values()),
          COLLECTED, List.of("RECEPTION"),
          PLACE, List.of("PORTAL", "HERE"),
          SUPPLEMENT, List.of("OPEN", "ANSWERED", "EXPIRED"));

  /** A code of the portal with its Vietnamese name. */
  record Code(String code, String label) {}

  private final Map<String, Code> states;
  private final Map<String, Map<String, Code>> codes;

  PortalTables(ResourceLoader loader, PortalSettings settings) {
    states = read(file(loader, settings, "trang-thai.csv"), false).getOrDefault("", Map.of());
    codes = read(file(loader, settings, "danh-muc.csv"), true);
    requireAll("trang-thai.csv", "", names(NationalState.values()), states);
    WANTED.forEach(
        (table, ours) ->
            requireAll("danh-muc.csv", table, ours, codes.getOrDefault(table, Map.of())));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static Resource file(ResourceLoader loader, PortalSettings settings, String name) {
    String folder = settings.tables();
    if (folder != null && !folder.isBlank()) {
      String root = folder.contains(":") ? folder : "file:" + folder;
      Resource own = loader.getResource(root.endsWith("/") ? root + name : root + "/" + name);
      if (own.exists()) {
        return own;
      }
    }
    return loader.getResource("classpath:portal/" + name);
  }

  private static Map<String, Map<String, Code>> read(Resource file, boolean named) {
    Map<String, Map<String, Code>> tables = new LinkedHashMap<>();
    try (Reader reader =
            new BufferedReader(
                new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
        CSVParser rows = FORMAT.parse(reader)) {
      for (CSVRecord row : rows) {
        long line = rows.getCurrentLineNumber();
        String table = named ? cell(file, row, line, "table") : "";
        String ours = cell(file, row, line, "ours");
        Code code = new Code(cell(file, row, line, "portal"), cell(file, row, line, "label"));
        if (tables.computeIfAbsent(table, t -> new HashMap<>()).put(ours, code) != null) {
          throw broken(file, line, ours + " stands there twice");
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("%s cannot be read".formatted(file), e);
    }
    return tables;
  }

  private static String cell(Resource file, CSVRecord row, long line, String column) {
    String value = row.isSet(column) ? row.get(column).strip() : "";
    if (value.isEmpty()) {
      throw broken(file, line, "the column " + column + " is empty or missing");
    }
    return value;
  }

  private static IllegalStateException broken(Resource file, long line, String what) {
    return new IllegalStateException(
        "%s, line %d: %s; mend the table of the national portal"
            .formatted(file.getFilename(), line, what));
  }

  private static void requireAll(
      String file, String table, List<String> wanted, Map<String, Code> there) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(there.keySet());
    Set<String> unknown = new TreeSet<>(there.keySet());
    unknown.removeAll(wanted);
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new IllegalStateException(
          "%s%s lacks %s and has the unknown %s; mend the table of the national portal"
              .formatted(file, table.isEmpty() ? "" : ", table " + table, missing, unknown));
    }
  }

  /** The portal's code of a state. */
  String state(NationalState state) {
    return states.get(state.name()).code();
  }

  /** What the portal calls one of its codes of state; the code itself when it is unknown here. */
  String stateLabel(String portal) {
    return states.values().stream()
        .filter(code -> code.code().equals(portal))
        .map(Code::label)
        .collect(Collectors.collectingAndThen(Collectors.toSet(), found -> one(found, portal)));
  }

  private static String one(Set<String> labels, String portal) {
    return labels.isEmpty() ? portal : String.join(" / ", new TreeSet<>(labels));
  }

  /** The portal's code of one of our words. */
  String code(String table, Enum<?> ours) {
    return code(table, ours.name());
  }

  String code(String table, String ours) {
    return codes.get(table).get(ours).code();
  }

  /** Our word behind a code of the portal, the first that has it; empty for an unknown code. */
  <E extends Enum<E>> Optional<E> ours(String table, Class<E> type, String portal) {
    return Arrays.stream(type.getEnumConstants())
        .filter(word -> codes.get(table).get(word.name()).code().equals(portal))
        .findFirst();
  }

  /** The codes of a table, in words, for a refusal. */
  String choices(String table) {
    return codes.get(table).values().stream()
        .map(code -> code.code() + " (" + code.label() + ")")
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
