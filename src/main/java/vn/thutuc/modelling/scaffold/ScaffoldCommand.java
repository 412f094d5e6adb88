package vn.thutuc.modelling.scaffold;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.CatalogueProblem;
import vn.thutuc.catalogue.Procedure;

/**
 * The command {@code scaffold}: makes a model per procedure, from a catalogue of facts or from raw
 * rows of the national list, and leaves alone what a person has edited.
 */
@Command(
    name = "scaffold",
    description = "Makes one model per procedure from its facts.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ScaffoldCommand implements Callable<Integer> {

  /** Every procedure has its model. */
  public static final int DONE = 0;

  /** At least one procedure was refused, or its file was kept because somebody edited it. */
  public static final int FINDINGS = 1;

  /** The options or the catalogue cannot be used. */
  public static final int REFUSED = 2;

  @Option(
      names = "--catalogue",
      defaultValue = "processes",
      paramLabel = "FILE.jsonl|DIR",
      description = "raw rows of the national list, or a folder of facts (default: processes)")
  private Path catalogue;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "where the models go: <field>/<code>-<slug>.bpmn; what is there keeps its name")
  private Path out;

  @Option(
      names = "--only",
      arity = "1..*",
      paramLabel = "CODE",
      description = "only these procedures")
  private List<String> only = List.of();

  @Option(
      names = "--steps",
      paramLabel = "FILE.csv",
      description = "approved internal steps with the columns code;step;unit;days;decision")
  private Path steps;

  @Spec private CommandLine.Model.CommandSpec spec;

  private final Map<ModelFile.Fate, Integer> fates = new EnumMap<>(ModelFile.Fate.class);
  private Map<String, Path> models = Map.of();
  private int refused;
  private PrintStream report;

  private ScaffoldCommand() {}

  /**
   * Runs the command.
   *
   * @param args the options; a leading {@code scaffold} is skipped
   * @param out takes one line per procedure and the totals
   * @param err takes what is wrong with the options
   * @return {@link #DONE}, {@link #FINDINGS} or {@link #REFUSED}
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    List<String> words = List.of(args);
    boolean isNamed = !words.isEmpty() && words.get(0).equals("scaffold");
    List<String> options = isNamed ? words.subList(1, words.size()) : words;
    ScaffoldCommand command = new ScaffoldCommand();
    command.report = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new CommandLine(command)
        .setOut(new java.io.PrintWriter(command.report, true))
        .setErr(new java.io.PrintWriter(new PrintStream(err, true, StandardCharsets.UTF_8), true))
        .setExecutionExceptionHandler(
            (problem, line, parsed) -> {
              line.getErr().println(problem.getMessage());
              return REFUSED;
            })
        .execute(options.toArray(String[]::new));
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(catalogue)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "There is no catalogue at " + catalogue + "; check --catalogue.");
    }
    Map<String, Blueprint.Steps> approved = steps == null ? Map.of() : StepTable.read(steps);
    models = ModelFile.byCode(out);
    if (Files.isDirectory(catalogue)) {
      facts(approved);
    } else {
      rows(approved);
    }
    int made = fates.getOrDefault(ModelFile.Fate.MADE, 0);
    int same = fates.getOrDefault(ModelFile.Fate.UNCHANGED, 0);
    int kept = fates.getOrDefault(ModelFile.Fate.KEPT, 0);
    report.printf("%d made, %d unchanged, %d kept, %d refused%n", made, same, kept, refused);
    return kept + refused == 0 ? DONE : FINDINGS;
  }

  private void facts(Map<String, Blueprint.Steps> approved) throws IOException {
    Catalogue facts = Catalogue.of(catalogue);
    for (CatalogueProblem problem : facts.problems()) {
      if (only.isEmpty() || only.stream().anyMatch(problem.file()::contains)) {
        refuse(problem.file(), problem.toString());
      }
    }
    Map<String, Path> files = files();
    for (Procedure procedure : facts.latest()) {
      if (isWanted(procedure.code())) {
        Path beside = files.get(procedure.code());
        String field = beside.getParent().equals(catalogue) ? "" : name(beside.getParent());
        Blueprint blueprint = Blueprints.of(procedure, facts.agencies());
        make(place(procedure.code(), field, base(beside)), with(blueprint, approved), List.of());
      }
    }
  }

  /** Where the code's model stands, else where it goes. */
  private Path place(String code, String field, String slug) {
    Path there = models.get(code);
    return there != null ? there : out.resolve(field).resolve(code + "-" + slug + ".bpmn");
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  /** The facts' own files, which give the models their folders and slugs. */
  private Map<String, Path> files() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(catalogue)) {
      found
          .filter(file -> file.getFileName().toString().endsWith(".yaml"))
          .sorted()
          .forEach(file -> files.putIfAbsent(ModelFile.code(file), file));
    }
    return files;
  }

  private static String base(Path facts) {
    String name = facts.getFileName().toString();
    String slug = name.substring(name.indexOf('-') + 1, name.indexOf(".yaml"));
    int dated = slug.indexOf('.');
    return dated < 0 ? slug : slug.substring(0, dated);
  }

  private void rows(Map<String, Blueprint.Steps> approved) throws IOException {
    Agencies agencies = Agencies.of(Path.of("processes"));
    for (ListRows.Line line : ListRows.read(catalogue)) {
      if (line.row() == null) {
        refuse("line " + line.number(), String.join("; ", line.problems()));
      } else if (isWanted(line.row().code())) {
        ListRow row = line.row();
        Blueprint blueprint = Blueprints.of(row, agencies);
        List<String> notes = new ArrayList<>(line.problems());
        if (blueprint.agency() == null) {
          notes.add("unknown agency '" + row.agency() + "'");
        }
        notes.add("steps not read");
        String field = row.field().isEmpty() ? "chua-ro-linh-vuc" : ModelFile.slug(row.field());
        Path file = place(row.code(), field, ModelFile.slug(row.name()));
        make(file, with(blueprint, approved), notes);
      }
    }
  }

  private boolean isWanted(String code) {
    return only.isEmpty() || only.contains(code);
  }

  private static Blueprint with(Blueprint blueprint, Map<String, Blueprint.Steps> approved) {
    Blueprint.Steps table = approved.get(blueprint.code());
    return table == null ? blueprint : blueprint.with(table);
  }

  private void make(Path file, Blueprint blueprint, List<String> notes) {
    try {
      ModelFile.Fate fate = ModelFile.write(file, new Scaffold(blueprint));
      fates.merge(fate, 1, Integer::sum);
      String word =
          switch (fate) {
            case MADE -> "made";
            case UNCHANGED -> "unchanged";
            case KEPT -> "kept (edited)";
          };
      String told = notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")";
      report.println(blueprint.code() + " " + word + " " + out.relativize(file) + told);
    } catch (IOException | IllegalStateException | IllegalArgumentException problem) {
      refuse(blueprint.code(), problem.getMessage());
    }
  }

  private void refuse(String what, String why) {
    refused++;
    report.println(what + " refused: " + why);
  }
}
