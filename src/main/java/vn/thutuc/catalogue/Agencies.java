package vn.thutuc.catalogue;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The hand-kept table from agency texts to agencies, {@code agencies.yaml}. Nothing is guessed: a
 * text that is not in the table has no agency and is reported.
 */
public final class Agencies {

  static final String FILE = "agencies.yaml";

  /** No table at all: nothing has an agency. */
  public static final Agencies NONE = new Agencies(List.of(), List.of(), List.of());

  /** "Sở Tài chính tỉnh Sơn La", "Sở Xây dựng - tỉnh Quảng Ninh", "Sở Tài chính TP.Đà Nẵng". */
  private static final Pattern PROVINCE =
      Pattern.compile(" (- )?(tỉnh|thành phố|tp\\.?) ?(?!trực thuộc)\\p{L}+( \\p{L}+){0,3}$");

  private static final Pattern GAPS = Pattern.compile("\\s+");
  private static final Pattern END = Pattern.compile("[.,;\\s]+$");

  private final Map<String, Agency> byKey = new LinkedHashMap<>();
  private final Map<String, Agency> byText = new LinkedHashMap<>();
  private final Map<String, String> undecided = new LinkedHashMap<>();
  private final Set<String> abolished = new LinkedHashSet<>();

  private Agencies(List<Agency> agencies, List<Undecided> open, List<String> gone) {
    for (Agency agency : agencies) {
      byKey.put(agency.key(), agency);
      byText.put(plain(agency.name()), agency);
      agency.texts().forEach(text -> byText.put(plain(text), agency));
    }
    open.forEach(one -> undecided.put(plain(one.text()), one.why()));
    gone.forEach(text -> abolished.add(plain(text)));
  }

  private record Undecided(String text, String why) {}

  /**
   * What an agency text says.
   *
   * @param agencies the agencies it names, each once, in order
   * @param unknown parts of the text that have no agency, each with the reason, in Vietnamese
   */
  public record Reading(List<Agency> agencies, List<String> unknown) {

    /** The one agency it names; empty when there are several, none, or a part is not known. */
    public Optional<Agency> only() {
      return agencies.size() == 1 && unknown.isEmpty()
          ? Optional.of(agencies.get(0))
          : Optional.empty();
    }
  }

  /** The table below a folder; {@link #NONE} when there is none or it cannot be read. */
  public static Agencies of(Path folder) {
    return of(new PathMatchingResourcePatternResolver(), "file:" + folder.toAbsolutePath() + "/");
  }

  /** The table below a Spring location; {@link #NONE} when there is none or it cannot be read. */
  public static Agencies of(ResourcePatternResolver resolver, String root) {
    return CatalogueFiles.agencies(resolver, root);
  }

  static Agencies table(Section file) {
    return file.whole(
        whole -> {
          List<Agency> agencies = whole.soundParts("agencies", Agencies::agency);
          List<Undecided> open =
              whole.soundParts(
                  "undecided", part -> new Undecided(part.text("text"), part.text("why")));
          List<String> gone = whole.texts("abolished");
          check(whole, agencies, open, gone);
          return new Agencies(agencies, open, gone);
        });
  }

  private static Agency agency(Section part) {
    return new Agency(
        FactsReader.unitKey(part, "key"),
        part.text("name"),
        part.flag("outside"),
        part.texts("texts"));
  }

  private static void check(
      Section file, List<Agency> agencies, List<Undecided> open, List<String> gone) {
    Set<String> keys = new LinkedHashSet<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (Agency agency : agencies) {
      if (!keys.add(agency.key())) {
        file.wrong("agencies", "khóa %s lặp lại".formatted(agency.key()), "gộp hai mục");
      }
      agency.texts().forEach(text -> once(file, texts, text, agency.key()));
    }
    open.forEach(one -> once(file, texts, one.text(), "undecided"));
    gone.forEach(text -> once(file, texts, text, "abolished"));
  }

  private static void once(Section file, Map<String, String> texts, String text, String key) {
    String other = texts.put(plain(text), key);
    if (other != null) {
      file.wrong(
          "agencies",
          "“%s” ghi ở cả %s và %s".formatted(text, other, key),
          "mỗi tên cơ quan chỉ ghi ở một chỗ");
    }
  }

  /** The agency with this key. */
  public Optional<Agency> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** All agencies, in the order of the table. */
  public List<Agency> all() {
    return List.copyOf(byKey.values());
  }

  /** The one agency a text means; empty when it names several, none, or one not in the table. */
  public Optional<Agency> match(String agencyText) {
    return read(agencyText).only();
  }

  /** Everything an agency text says, the parts without an agency included. */
  public Reading read(String agencyText) {
    String text = agencyText == null ? "" : agencyText;
    if (text.isBlank()) {
      return new Reading(List.of(), List.of("danh mục không ghi cơ quan"));
    }
    Set<Agency> found = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String part : parts(text)) {
      Agency agency = one(part);
      if (agency != null) {
        found.add(agency);
      } else {
        unknown.add("“%s”: %s".formatted(part.strip(), why(part)));
      }
    }
    return new Reading(List.copyOf(found), List.copyOf(unknown));
  }

  /** The text itself when the table has it, else split at semicolons, else at commas too. */
  private List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : isKnown(text) ? new String[] {text} : text.split(";")) {
      if (isKnown(part) || !part.contains(",")) {
        parts.add(part);
      } else {
        parts.addAll(atCommas(List.of(part.split(","))));
      }
    }
    return parts.stream().filter(part -> !part.isBlank()).toList();
  }

  /** Names have commas of their own, so the longest run the table knows is one part. */
  private List<String> atCommas(List<String> pieces) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < pieces.size()) {
      int to = pieces.size();
      while (to > from + 1 && !isKnown(String.join(",", pieces.subList(from, to)))) {
        to--;
      }
      parts.add(String.join(",", pieces.subList(from, to)));
      from = to;
    }
    return parts;
  }

  private boolean isKnown(String text) {
    String plain = plain(text);
    return one(text) != null || undecided.containsKey(plain) || abolished.contains(plain);
  }

  private Agency one(String text) {
    String plain = plain(text);
    Agency exact = byText.get(plain);
    if (exact != null || undecided.containsKey(plain) || abolished.contains(plain)) {
      return exact;
    }
    return byText.get(PROVINCE.matcher(plain).replaceFirst(""));
  }

  private String why(String text) {
    String plain = plain(text);
    if (abolished.contains(plain)) {
      return "cấp huyện đã bỏ từ 01/7/2025";
    }
    return undecided.getOrDefault(plain, "không có trong bảng agencies.yaml");
  }

  private static String plain(String text) {
    String one = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String even = GAPS.matcher(one.replace("uỷ", "ủy").strip()).replaceAll(" ");
    return END.matcher(even).replaceFirst("");
  }
}
