package vn.thutuc.postal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * What the carrier's codes stand for, and its codes of places: two files that a province replaces.
 * No list of VNPost's status codes is published that we know of (reference, section H): the shipped
 * one has the single code that a public program uses, marked unverified. A code that is not in the
 * table is kept and shown and never guessed.
 */
@Component
class CarrierTables {

  private final Map<String, ParcelState> states = new HashMap<>();
  private final List<Place> places = new ArrayList<>();

  /** A place of the table; the name is without marks. */
  private record Place(String name, String province, String district) {}

  /**
   * Codes of an address.
   *
   * @param district null where the table names none
   * @param known whether the address named the place, and not the default
   */
  record Codes(String province, String district, boolean known) {}

  private final String own;

  CarrierTables(PostalSettings settings, ResourceLoader resources) {
    own = settings.province();
    rows(resources, settings.codes(), "code,state,words")
        .forEach(row -> states.put(row.get(0), state(settings.codes(), row)));
    rows(resources, settings.places(), "name,province,district")
        .forEach(row -> places.add(new Place(plain(row.get(0)), row.get(1), blank(row.get(2)))));
    places.sort(Comparator.comparingInt((Place place) -> place.name().length()).reversed());
  }

  /** The state a code stands for; empty when the table does not have it. */
  Optional<ParcelState> state(String code) {
    return Optional.ofNullable(code == null ? null : states.get(code.strip()));
  }

  /** The codes of the place an address names last; the house's own province when it names none. */
  Codes of(String address) {
    String text = plain(address == null ? "" : address);
    Place found = null;
    int last = -1;
    for (Place place : places) {
      int at = text.lastIndexOf(place.name());
      if (at + place.name().length() > last && at >= 0) {
        found = place;
        last = at + place.name().length();
      }
    }
    return found == null
        ? new Codes(own, null, false)
        : new Codes(found.province(), found.district(), true);
  }

  private static ParcelState state(String file, List<String> row) {
    return ParcelState.named(row.get(1))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: '%s' of the code %s is no state; write one of booked, collected,"
                            .formatted(file, row.get(1), row.get(0))
                        + " in-transit, failed, delivered, returned, cancelled"));
  }

  private static List<List<String>> rows(ResourceLoader resources, String file, String header) {
    List<List<String>> rows = new ArrayList<>();
    int columns = header.split(",").length;
    boolean headed = false;
    for (String line : lines(resources, file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!headed) {
        if (!line.strip().equals(header)) {
          throw new IllegalArgumentException(file + ": the first line is " + header);
        }
        headed = true;
        continue;
      }
      List<String> row = List.of(line.strip().split(",", columns));
      if (row.size() != columns || row.get(0).isBlank() || row.get(1).isBlank()) {
        throw new IllegalArgumentException(
            "%s: '%s' has not the columns %s".formatted(file, line, header));
      }
      rows.add(row.stream().map(String::strip).toList());
    }
    return rows;
  }

  private static List<String> lines(ResourceLoader resources, String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                resources.getResource(file).getInputStream(), StandardCharsets.UTF_8))) {
      return reader.lines().map(line -> line.replace("\uFEFF", "")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The table " + file + " cannot be read", e);
    }
  }

  private static String blank(String text) {
    return text.isBlank() ? null : text;
  }

  /** Without marks and in small letters, as addresses are typed. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
