package vn.thutuc.catalogue.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.Agency;
import vn.thutuc.catalogue.FactsFolder;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.PhaseTerm;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.Settled;
import vn.thutuc.catalogue.Unknowns;

/**
 * The pages about all procedures, made from their facts: an index by field, a map by shape and what
 * nobody knows yet. Equal facts give equal pages.
 */
public final class ProcedureIndex {

  private static final String INDEX = "index.md";
  private static final String SHAPES = "shapes.md";
  private static final String GAPS = "gaps.md";
  private static final String PICTURES = "shapes";
  private static final String PICTURE = PICTURES + "/%s.svg";
  private static final String MADE = "Made by `catalogue index`; do not edit.\n\n";

  private final Path facts;
  private final Agencies agencies;
  private final List<Entry> entries;

  private record Entry(Path file, Procedure procedure, Shape shape, List<Unknowns.Unknown> gaps) {

    private String code() {
      return procedure.code();
    }
  }

  private ProcedureIndex(Path facts, FactsFolder folder) {
    this.facts = facts;
    this.agencies = folder.agencies();
    this.entries =
        folder.versions().stream()
            .map(
                one ->
                    new Entry(
                        one.file(),
                        one.procedure(),
                        Shape.of(one.procedure()),
                        Unknowns.of(
                            one.procedure(), folder.determinations(one.procedure().code()))))
            .sorted(Comparator.comparing(Entry::code))
            .toList();
  }

  /**
   * The pages by file name.
   *
   * @param facts folder of the facts and the models; what is wrong there is left out, {@code
   *     catalogue check} tells it
   * @throws IOException when a model cannot be drawn
   */
  public static Map<String, String> pages(Path facts) throws IOException {
    ProcedureIndex index = new ProcedureIndex(facts, FactsFolder.read(facts));
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(INDEX, index.index());
    pages.put(SHAPES, index.shapes());
    pages.put(GAPS, index.gaps());
    for (Map.Entry<Shape, List<Entry>> one : index.byShape().entrySet()) {
      String picture = ShapePicture.of(index.model(one.getValue().get(0)));
      pages.put(PICTURE.formatted(one.getKey().name()), picture);
    }
    return pages;
  }

  /**
   * Writes the pages and deletes pictures of shapes there are no more.
   *
   * @throws IOException when the folder cannot be written
   */
  public static void write(Path facts, Path out) throws IOException {
    Map<String, String> pages = pages(facts);
    Path pictures = Files.createDirectories(out.resolve(PICTURES));
    try (DirectoryStream<Path> old = Files.newDirectoryStream(pictures, "*.svg")) {
      for (Path picture : old) {
        if (!pages.containsKey(PICTURES + "/" + picture.getFileName())) {
          Files.delete(picture);
        }
      }
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(out.resolve(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
    }
  }

  private String index() {
    StringBuilder page = new StringBuilder("# Procedures by field\n\n").append(MADE);
    page.append(
        """
        Terms: `wd` working days, `d` days, `mo` months, `wh` working hours, `h` hours, `sd` same day, `?` unknown. A phase
        with several terms shows them with `/`. *Gaps* counts what [gaps.md](gaps.md) lists.

        """);
    page.append("| | |\n|---|--:|\n");
    page.append("| procedures | %d |\n".formatted(entries.size()));
    for (Settled settled : Settled.values()) {
      long count = entries.stream().filter(one -> one.procedure().settled() == settled).count();
      if (count > 0) {
        page.append("| settled `%s` | %d |\n".formatted(settled, count));
      }
    }
    page.append("| shapes | %d |\n".formatted(byShape().size()));
    Map<String, List<Entry>> fields =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.procedure().field(), TreeMap::new, Collectors.toList()));
    fields.forEach(
        (field, inside) -> {
          page.append("\n## %s\n\n".formatted(field));
          page.append("| code | title | settled by | phases | shape | gaps |\n");
          page.append("|---|---|---|---|---|--:|\n");
          inside.forEach(one -> page.append(row(one)));
        });
    return page.toString();
  }

  private String row(Entry one) {
    Procedure procedure = one.procedure();
    return "| [%s](%s) | %s | %s | %s | [%s](%s#%s) | %s |\n"
        .formatted(
            one.code(),
            link(one),
            cell(procedure.shortTitle()),
            cell(settler(procedure)),
            cell(procedure.phases().stream().map(this::phase).collect(Collectors.joining(", "))),
            one.shape().name(),
            SHAPES,
            one.shape().name(),
            counted(one).isEmpty() ? "" : counted(one).size());
  }

  private String link(Entry one) {
    return "../../processes/" + facts.relativize(model(one)).toString().replace('\\', '/');
  }

  private Path model(Entry one) {
    String file = one.file().getFileName().toString();
    return one.file().resolveSibling(file.replaceFirst("\\.yaml$", ".bpmn"));
  }

  private String settler(Procedure procedure) {
    if (procedure.settled() == Settled.ELSEWHERE && procedure.settledBy() != null) {
      return procedure.settledBy();
    }
    String names =
        procedure.competentKeys().stream()
            .map(key -> agencies.byKey(key).map(Agency::name).orElse(key))
            .collect(Collectors.joining("; "));
    String outside =
        procedure.settled() == Settled.ELSEWHERE
            ? procedure.outside().values().stream()
                .findFirst()
                .map(name -> name + ", qua ")
                .orElse("")
            : "";
    return names.isEmpty() ? "?" : outside + names;
  }

  private String phase(Phase phase) {
    String terms =
        phase.terms().stream()
            .map(PhaseTerm::term)
            .map(term -> term == null ? "?" : term)
            .distinct()
            .collect(Collectors.joining("/"));
    return phase.id() + " " + terms;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }

  private Map<Shape, List<Entry>> byShape() {
    return entries.stream()
        .collect(Collectors.groupingBy(Entry::shape, LinkedHashMap::new, Collectors.toList()));
  }

  private String shapes() {
    StringBuilder page = new StringBuilder("# Procedures by shape\n\n").append(MADE);
    page.append(
        """
        A shape is what the steps look like without names, bodies and amounts: the [blocks](../designer/blocks/README.md) in
        their order. `[ ]` is a phase of its own, `*` a step with a term of its own, `( | )` are branches, `-` is an empty
        one, `//` stands before what follows the result. What frames every procedure (completeness check, supplement,
        lateness, return, withdrawal, stop) is not written down. Under each stands a picture of its first model, from
        acceptance to result; what follows the result is not in it.

        """);
    List<Map.Entry<Shape, List<Entry>>> shapes =
        byShape().entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<Shape, List<Entry>>>comparingInt(
                        one -> -one.getValue().size())
                    .thenComparing(one -> one.getKey().notation()))
            .toList();
    page.append("| shared by | shapes | procedures |\n|--:|--:|--:|\n");
    Map<Integer, Integer> sizes = new TreeMap<>(Comparator.reverseOrder());
    shapes.forEach(one -> sizes.merge(one.getValue().size(), 1, Integer::sum));
    sizes.forEach(
        (size, count) -> page.append("| %d | %d | %d |\n".formatted(size, count, size * count)));
    for (Map.Entry<Shape, List<Entry>> one : shapes) {
      Shape shape = one.getKey();
      page.append("\n### %s\n\n`%s`\n\n".formatted(shape.name(), shape.notation()));
      page.append(
          one.getValue().stream()
              .map(entry -> "[%s](%s)".formatted(entry.code(), link(entry)))
              .collect(Collectors.joining(", ", "", "\n")));
      page.append("\n![%s](%s)\n".formatted(shape.name(), PICTURE.formatted(shape.name())));
    }
    return page.toString();
  }

  /** What is unknown of all of them is said once and not listed. */
  private static List<Unknowns.Unknown> counted(Entry one) {
    return one.gaps().stream()
        .filter(gap -> !gap.key().equals("effective.from") && !gap.key().equals("retention"))
        .toList();
  }

  private String gaps() {
    StringBuilder page = new StringBuilder("# What nobody knows yet\n\n").append(MADE);
    page.append(
        """
        The first day of effect and the years of retention are known for no procedure: no source was available. The other
        gaps, by kind. A province closes a gap by a fact with its source, or, for a term, by a row of
        `processes/determinations.yaml`. Why a term is unknown stands in its `source`.

        """);
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put("Agency not determined: nothing can be received", new ArrayList<>());
    kinds.put("Main term", new ArrayList<>());
    kinds.put("Terms of parts", new ArrayList<>());
    kinds.put("Windows of those who are waited for", new ArrayList<>());
    kinds.put("Number of supplements", new ArrayList<>());
    kinds.put("Fees", new ArrayList<>());
    kinds.put("Steps the text leaves unclear", new ArrayList<>());
    kinds.put("Other", new ArrayList<>());
    Map<String, Integer> procedures = new TreeMap<>();
    for (Entry one : entries) {
      Map<String, List<String>> mine = new LinkedHashMap<>();
      counted(one)
          .forEach(gap -> mine.computeIfAbsent(kind(gap), k -> new ArrayList<>()).add(gap.what()));
      mine.forEach(
          (kind, whats) -> {
            procedures.merge(kind, 1, Integer::sum);
            kinds
                .get(kind)
                .add(
                    "| [%s](%s) | %s | %s |\n"
                        .formatted(
                            one.code(),
                            link(one).replaceFirst("\\.bpmn$", ".yaml"),
                            cell(one.procedure().shortTitle()),
                            cell(String.join("; ", whats))));
          });
    }
    page.append("| kind | procedures |\n|---|--:|\n");
    kinds.keySet().stream()
        .filter(procedures::containsKey)
        .forEach(kind -> page.append("| %s | %d |\n".formatted(kind, procedures.get(kind))));
    kinds.forEach(
        (kind, rows) -> {
          if (!rows.isEmpty()) {
            page.append("\n## %s\n\n| code | title | what |\n|---|---|---|\n".formatted(kind));
            rows.forEach(page::append);
          }
        });
    return page.toString();
  }

  private static String kind(Unknowns.Unknown gap) {
    String key = gap.key();
    if (key.equals("competent") || key.equals("settled")) {
      return "Agency not determined: nothing can be received";
    }
    if (key.equals("phases.settlement")) {
      return "Main term";
    }
    if (key.startsWith("phases.")) {
      return "Terms of parts";
    }
    if (key.startsWith("windows.")) {
      return "Windows of those who are waited for";
    }
    if (key.startsWith("supplement")) {
      return "Number of supplements";
    }
    if (key.equals("fees")) {
      return "Fees";
    }
    return key.startsWith("stages(") ? "Steps the text leaves unclear" : "Other";
  }
}
