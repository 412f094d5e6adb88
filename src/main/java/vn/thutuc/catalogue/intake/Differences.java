package vn.thutuc.catalogue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.thutuc.catalogue.FactsFolder;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.TermWords;

/** Compares two versions of a procedure fact by fact. */
public final class Differences {

  /** What a model is drawn from: stages, places, cases and areas, and which phases there are. */
  private static final Pattern STRUCTURE =
      Pattern.compile(
          "(stages|after)(/.*)?/(id|block|name|by|phase|stopsClock|silence|result|failing|on|question|when|stages)"
              + "|(bodies|outside)/[^/]+"
              + "|(cases|areas)/[^/]+/code"
              + "|phases/[^/]+/(id|starts)"
              + "|windows/[^/]+/id"
              + "|results/[^/]+/(key|positive)"
              + "|settled");

  private static final List<String> NAMES = List.of("id", "key", "code", "step");
  private static final List<String> SCOPE =
      List.of("title", "unit", "criterion", "name", "channel", "case", "area");

  private Differences() {}

  /**
   * One fact that differs.
   *
   * @param path where it stands, e.g. {@code phases/settlement/terms/NEW/term}
   * @param label what it is, in Vietnamese
   * @param before what it was; null when it was not there
   * @param after what it is; null when it is gone
   * @param structure whether the model has to be looked at and changed
   */
  public record Difference(
      String path, String label, String before, String after, boolean structure) {

    /** Whether it is only the source of another fact, or the mark that it was checked. */
    boolean isBookkeeping() {
      return path.endsWith("/source") || path.endsWith("/verified");
    }

    @Override
    public String toString() {
      return "%s: %s → %s".formatted(label, shown(before), shown(after));
    }

    private String shown(String value) {
      if (value == null) {
        return "(không có)";
      }
      String words = path.endsWith("/term") ? TermWords.of(value) : value;
      return value.equals("unknown") ? "chưa biết" : "“" + words + "”";
    }
  }

  /** Every fact that differs, in the order of the file. */
  public static List<Difference> of(Procedure before, Procedure after) {
    Map<String, String> old = facts(before);
    Map<String, String> now = facts(after);
    Set<String> paths = new LinkedHashSet<>(now.keySet());
    paths.addAll(old.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String path : paths) {
      String one = old.get(path);
      String other = now.get(path);
      if (one == null || !one.equals(other)) {
        differences.add(
            new Difference(
                path, Labels.of(path, after), one, other, STRUCTURE.matcher(path).matches()));
      }
    }
    return List.copyOf(differences);
  }

  private static Map<String, String> facts(Procedure procedure) {
    Map<String, String> facts = new LinkedHashMap<>();
    var tree = FactsFolder.tree(procedure);
    tree.remove("imported");
    flatten(tree, "", facts);
    return facts;
  }

  private static void flatten(JsonNode node, String path, Map<String, String> facts) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              e ->
                  flatten(
                      e.getValue(), path.isEmpty() ? e.getKey() : path + "/" + e.getKey(), facts));
    } else if (node.isArray() && node.path(0).isObject()) {
      Set<String> used = new LinkedHashSet<>();
      for (JsonNode item : node) {
        String name = name(item);
        String free = name;
        for (int i = 2; !used.add(free); i++) {
          free = name + "#" + i;
        }
        flatten(item, path + "/" + free, facts);
      }
      order(path, used, facts);
    } else if (node.isArray()) {
      List<String> values = new ArrayList<>();
      node.forEach(item -> values.add(item.asText()));
      facts.put(path, String.join("; ", values));
    } else {
      facts.put(path, node.asText());
    }
  }

  /** Stages in another order are another procedure; papers are not. */
  private static void order(String path, Set<String> names, Map<String, String> facts) {
    if (path.matches("(.*/)?(stages|after)")) {
      facts.put(path + "/stages", String.join(" → ", names));
    }
  }

  private static String name(JsonNode item) {
    for (String key : NAMES) {
      if (item.hasNonNull(key)) {
        return item.get(key).asText().replace('/', '|');
      }
    }
    List<String> scope = new ArrayList<>();
    for (String key : SCOPE) {
      if (item.hasNonNull(key)) {
        scope.add(item.get(key).asText().replace('/', '|'));
      }
    }
    if (item.hasNonNull("when")) {
      item.get("when").forEach(value -> scope.add(value.asText()));
    }
    return scope.isEmpty() ? "*" : String.join(", ", scope);
  }
}
