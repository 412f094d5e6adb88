package vn.thutuc.catalogue.intake;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.CatalogueProblem;
import vn.thutuc.catalogue.FactsFolder;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.Unknowns;
import vn.thutuc.catalogue.index.ProcedureIndex;

/** The command {@code catalogue}: import, check, diff, apply and index. It starts no server. */
@Command(
    name = "catalogue",
    description = "Imports, checks, compares and changes the facts of procedures.",
    mixinStandardHelpOptions = true)
public final class CatalogueCommand {

  private static final int FINDINGS = 1;
  private static final int WRONG_USE = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final LocalDate today;
  private final Rehearsals rehearsals;

  private CatalogueCommand(
      PrintStream out, PrintStream err, LocalDate today, Rehearsals rehearsals) {
    this.out = out;
    this.err = err;
    this.today = today;
    this.rehearsals = rehearsals;
  }

  /**
   * Runs the command.
   *
   * @param args subcommand and options; a leading {@code catalogue} is skipped
   * @param today the day it is, for changes that come into force
   * @param rehearsals rehearses what {@code apply} changes
   * @return 0 when all is well, 1 when there are findings, 2 when it was used wrongly
   */
  public static int run(
      String[] args, PrintStream out, PrintStream err, LocalDate today, Rehearsals rehearsals) {
    PrintStream utf8 = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream utf8Errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    CatalogueCommand command = new CatalogueCommand(utf8, utf8Errors, today, rehearsals);
    CommandLine line = new CommandLine(command);
    line.addSubcommand(command.new Import());
    line.addSubcommand(command.new Check());
    line.addSubcommand(command.new Diff());
    line.addSubcommand(command.new Apply());
    line.addSubcommand(new Index());
    line.setOut(new PrintWriter(utf8, true));
    line.setErr(new PrintWriter(utf8Errors, true));
    line.setExecutionExceptionHandler((failure, where, parsed) -> command.failed(failure));
    List<String> words = new ArrayList<>(List.of(args));
    if (!words.isEmpty() && words.get(0).equals("catalogue")) {
      words.remove(0);
    }
    if (words.isEmpty()) {
      line.usage(utf8Errors);
      return WRONG_USE;
    }
    return line.execute(words.toArray(String[]::new));
  }

  private int failed(Exception failure) throws Exception {
    if (failure instanceof NoSuchFileException missing) {
      err.println("Không có tệp hay thư mục " + missing.getFile());
    } else if (failure instanceof IOException) {
      err.println(failure.getMessage());
    } else {
      throw failure;
    }
    return WRONG_USE;
  }

  private static Path existing(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return path;
  }

  /** The table beside the facts, else the shipped one. */
  private static Agencies agencies(Path folder) throws IOException {
    Agencies own = Files.isDirectory(folder) ? Agencies.of(folder) : Agencies.NONE;
    return own.all().isEmpty()
        ? Agencies.of(new PathMatchingResourcePatternResolver(), "classpath:processes/")
        : own;
  }

  @Command(
      name = "import",
      description = "Writes the facts of a list (.jsonl, .csv, .xlsx) as YAML files.",
      mixinStandardHelpOptions = true)
  private final class Import implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "the list")
    private Path file;

    @Option(names = "--out", required = true, description = "folder of the facts")
    private Path folder;

    @Option(names = "--only", arity = "1..*", split = ",", description = "only these codes")
    private Set<String> only = Set.of();

    @Override
    public Integer call() throws IOException {
      ListImport.Outcome outcome = ListImport.run(existing(file), folder, only, agencies(folder));
      outcome.findings().forEach(out::println);
      out.println();
      out.printf(
          "%d dòng: ghi %d tệp, %d không đổi, %d giữ nguyên, %d bị từ chối%n",
          outcome.rows(),
          outcome.written(),
          outcome.unchanged(),
          outcome.count(Finding.Kind.KEPT),
          outcome.count(Finding.Kind.REFUSED));
      for (Finding.Kind kind : Finding.Kind.values()) {
        if (outcome.count(kind) > 0) {
          out.printf("  %5d  %s%n", outcome.count(kind), kind.label());
        }
      }
      return outcome.count(Finding.Kind.REFUSED) > 0 ? FINDINGS : 0;
    }
  }

  @Command(
      name = "check",
      description = "Lists what is wrong with the files and what is unknown.",
      mixinStandardHelpOptions = true)
  private final class Check implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", defaultValue = "processes")
    private Path folder;

    @Override
    public Integer call() throws IOException {
      FactsFolder read = FactsFolder.read(existing(folder));
      List<CatalogueProblem> problems = read.problems();
      problems.forEach(problem -> out.println("LỖI " + problem));
      Map<String, Integer> kinds = new TreeMap<>();
      List<FactsFolder.Version> versions = read.versions();
      for (FactsFolder.Version version : versions) {
        Procedure procedure = version.procedure();
        List<Unknowns.Unknown> unknowns =
            Unknowns.of(procedure, read.determinations(procedure.code()));
        if (!unknowns.isEmpty()) {
          out.printf("%s %s%n", procedure.code(), procedure.shortTitle());
        }
        for (Unknowns.Unknown one : unknowns) {
          out.printf("  chưa biết %s: %s%n", one.key(), one.what());
          kinds.merge(one.key().replaceFirst("[.(].*", ""), 1, Integer::sum);
        }
      }
      out.printf("%n%d bản, %d lỗi; chưa biết: %s%n", versions.size(), problems.size(), kinds);
      return problems.isEmpty() ? 0 : FINDINGS;
    }
  }

  @Command(
      name = "index",
      description = "Writes the pages about all procedures: index.md, shapes.md, gaps.md.",
      mixinStandardHelpOptions = true)
  private static final class Index implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", defaultValue = "processes")
    private Path folder;

    @Option(names = "--out", defaultValue = "docs/procedures", description = "folder of the pages")
    private Path pages;

    @Override
    public Integer call() throws IOException {
      ProcedureIndex.write(existing(folder), pages);
      return 0;
    }
  }

  @Command(
      name = "diff",
      description = "Says fact by fact what differs between two folders or lists.",
      mixinStandardHelpOptions = true)
  private final class Diff implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD")
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW")
    private Path now;

    @Override
    public Integer call() throws IOException {
      Map<String, Procedure> before = procedures(existing(old));
      Map<String, Procedure> after = procedures(existing(now));
      Map<Difference, Integer> counts = new EnumMap<>(Difference.class);
      TreeMap<String, Procedure> all = new TreeMap<>(before);
      all.putAll(after);
      for (String key : all.keySet()) {
        counts.merge(one(key, before.get(key), after.get(key)), 1, Integer::sum);
      }
      out.println();
      counts.forEach((kind, count) -> out.printf("  %5d  %s%n", count, kind.label));
      boolean same = counts.keySet().stream().allMatch(kind -> kind == Difference.NONE);
      return same ? 0 : FINDINGS;
    }

    private Difference one(String key, Procedure before, Procedure after) {
      if (before == null || after == null) {
        Difference kind = before == null ? Difference.ADDED : Difference.REMOVED;
        out.printf("%s %s: %s%n", key, (before == null ? after : before).shortTitle(), kind.label);
        return kind;
      }
      List<Differences.Difference> differences = Differences.of(before, after);
      if (differences.isEmpty()) {
        return Difference.NONE;
      }
      boolean structure = differences.stream().anyMatch(Differences.Difference::structure);
      Difference kind = structure ? Difference.STRUCTURE : Difference.FACTS;
      out.printf("%s %s: %s%n", key, after.shortTitle(), kind.label);
      differences.forEach(one -> out.printf("  %s%s%n", one.structure() ? "! " : "  ", one));
      return kind;
    }

    /** By code; a dated version has its first day in the key. */
    private Map<String, Procedure> procedures(Path path) throws IOException {
      Map<String, Procedure> found = new TreeMap<>();
      if (Files.isDirectory(path)) {
        FactsFolder folder = FactsFolder.read(path);
        folder.problems().forEach(problem -> err.println("LỖI " + problem));
        folder.versions().forEach(one -> found.put(key(one.procedure()), one.procedure()));
      } else {
        for (ListRows.Row row : ListRows.read(path, agencies(path))) {
          if (row.procedure() == null) {
            row.findings().forEach(err::println);
          } else {
            found.put(row.procedure().code(), row.procedure());
          }
        }
      }
      return found;
    }

    private static String key(Procedure procedure) {
      LocalDate from = procedure.effective().from();
      return from == null ? procedure.code() : procedure.code() + " (từ " + from + ")";
    }
  }

  /** How two versions of a procedure compare. */
  private enum Difference {
    NONE("không đổi"),
    FACTS("chỉ đổi dữ liệu, quy trình giữ nguyên"),
    STRUCTURE("PHẢI SỬA QUY TRÌNH (dòng có dấu !)"),
    ADDED("thủ tục hoặc bản mới"),
    REMOVED("không còn");

    private final String label;

    Difference(String label) {
      this.label = label;
    }
  }

  @Command(
      name = "apply",
      description = "Enters a table of changes (.csv, .xlsx, .yaml) as new versions from a day on.",
      mixinStandardHelpOptions = true)
  private final class Apply implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "the table of changes")
    private Path file;

    @Option(names = "--from", required = true, description = "first day, e.g. 2027-01-01")
    private LocalDate from;

    @Option(names = "--dir", defaultValue = "processes", description = "folder of the facts")
    private Path folder;

    @Option(names = "--dry-run", description = "plan, rehearse and report, but write no facts")
    private boolean dryRun;

    @Option(names = "--report", description = "where to write the report to sign (HTML)")
    private Path report;

    @Override
    public Integer call() throws IOException {
      List<Change> changes = ChangeTable.read(existing(file));
      Decree.Plan plan = Decree.plan(FactsFolder.read(existing(folder)), changes, from, today);
      if (!plan.errors().isEmpty()) {
        plan.errors().forEach(error -> err.println("LỖI " + error));
        err.printf("Không ghi gì: %d lỗi trong %s%n", plan.errors().size(), file.getFileName());
        return FINDINGS;
      }
      Applying applying = new Applying(folder, plan);
      Map<String, RehearsalOf.Outcome> rehearsed = applying.rehearse(rehearsals);
      if (report != null) {
        String html = DecreeReport.html(plan, rehearsed, String.valueOf(file.getFileName()));
        Files.writeString(report, html, StandardCharsets.UTF_8);
      }
      boolean failed = tell(plan, rehearsed);
      if (!failed && !dryRun) {
        applying.write();
      }
      out.printf(
          "%s%n",
          failed
              ? "Không ghi gì: có thủ tục chạy thử không đạt"
              : dryRun
                  ? "Chạy thử lệnh, không ghi gì"
                  : "Đã ghi %d tệp".formatted(plan.writes().size()));
      return failed ? FINDINGS : 0;
    }

    private boolean tell(Decree.Plan plan, Map<String, RehearsalOf.Outcome> rehearsed) {
      boolean failed = false;
      for (Decree.Planned one : plan.planned()) {
        RehearsalOf.Outcome outcome = rehearsed.get(one.code());
        failed |= outcome.verdict() == RehearsalOf.Verdict.FAILED;
        out.printf(
            "%s %s: %s; %s; chạy thử: %s %s%n",
            one.code(),
            one.title(),
            one.already()
                ? "đã áp dụng từ trước"
                : one.differences().stream().filter(d -> !d.isBookkeeping()).count()
                    + " dữ liệu thay đổi",
            one.mustChange().isEmpty() ? "quy trình giữ nguyên" : "PHẢI SỬA QUY TRÌNH",
            outcome.verdict().label(),
            outcome.remark());
        one.mustChange().forEach(text -> out.println("  ! " + text));
        one.warnings().forEach(text -> out.println("  ? " + text));
      }
      long structure = plan.planned().stream().filter(one -> !one.mustChange().isEmpty()).count();
      out.printf("%n%d thủ tục, %d phải sửa quy trình%n", plan.planned().size(), structure);
      return failed;
    }
  }
}
