package vn.thutuc.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.process.rehearsal.WalkEngine.ModelRefused;

/** {@code rehearse}: walks models on a throw-away engine and prints what was seen. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description = "Diễn tập mô hình trong thời gian ảo, không đụng đến máy chủ và hồ sơ thật.",
    sortOptions = false)
public final class RehearseCommand implements Callable<Integer> {

  private static final int FINDINGS = 1;
  private static final int WRONG_USE = 2;

  @Parameters(
      paramLabel = "MÃ|TỆP|THƯ MỤC|all",
      arity = "1..*",
      description = "mã thủ tục, tệp .bpmn, thư mục, hoặc all: mọi mô hình")
  private List<String> subjects;

  @Option(
      names = "--received",
      defaultValue = "2026-02-10T16:20",
      description = "thời điểm nộp, ví dụ 2026-02-10T16:20 (mặc định ${DEFAULT-VALUE})")
  private String received;

  @Option(names = "--channel", description = "chỉ hình thức nộp này: ${COMPLETION-CANDIDATES}")
  private Channel channel;

  @Option(names = "--case", description = "chỉ trường hợp này (mã trong dữ kiện)")
  private String caseCode;

  @Option(names = "--area", description = "chỉ địa bàn này (mã trong dữ kiện)")
  private String area;

  @Option(
      names = "--path",
      defaultValue = "happy",
      split = ",",
      description =
          "đường đi: happy, supplement, late, phaselate, notreceived, negative, withdrawn, stopped,"
              + " routedon, cover (mọi nhánh), all (tất cả); mặc định happy")
  private List<String> paths;

  @Option(names = "--format", defaultValue = "text", description = "text, json hoặc html")
  private String format;

  @Option(names = "--out", description = "ghi báo cáo vào tệp này")
  private Path out;

  @Option(
      names = "--models",
      description = "thư mục có processes/ và forms/; mặc định là bộ đi kèm chương trình")
  private Path models;

  @Option(
      names = "--organisation",
      description = "thư mục có units.csv và people.csv; mặc định là tỉnh mẫu")
  private Path organisation;

  @Option(names = "--part", defaultValue = "1/1", description = "chỉ phần i trên n, ví dụ 1/2")
  private String part;

  @Option(
      names = "--ledger",
      description =
          "sổ diễn tập (.csv): bỏ qua những gì đã đạt mà không đổi, ghi thêm những gì đạt; chỉ với"
              + " --path all hoặc --path happy")
  private Path ledgerFile;

  @Option(names = "--verbose", description = "in cả nhật ký của máy")
  private boolean verbose;

  private final PrintStream screen;
  private final PrintStream errors;

  private RehearseCommand(PrintStream screen, PrintStream errors) {
    this.screen = screen;
    this.errors = errors;
  }

  /**
   * Runs the command.
   *
   * @return 0 when everything passed, 1 with findings, 2 on wrong use
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new RehearseCommand(out, err));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line.execute(args);
  }

  @Override
  public Integer call() {
    try {
      Wanted wanted = wanted();
      requireFormat();
      requireWhatALedgerHolds(wanted);
      Path root = root();
      try (RehearsalRun run = RehearsalRun.open(root, organisation, verbose)) {
        List<ProcedureReport> reports = new ArrayList<>();
        Ledger ledger = ledgerFile == null ? null : Ledger.read(ledgerFile);
        String shared = run.sharedVersion();
        List<ModelFile> files = files(run.folder());
        if (ledger != null) {
          int all = files.size();
          files =
              files.stream().filter(file -> !run.isKnown(file, ledger, wanted, shared)).toList();
          errors.printf(
              "Sổ diễn tập: %d đã đạt, không đổi; còn %d%n", all - files.size(), files.size());
        }
        for (ModelFile file : files) {
          reports.add(run.rehearse(file, wanted));
          progress(reports, files.size());
          if (ledger != null) {
            ledger.take(reports.get(reports.size() - 1), file.executed(), shared);
          }
        }
        write(reports);
        return reports.stream().allMatch(ProcedureReport::ok) ? 0 : FINDINGS;
      }
    } catch (WrongUse e) {
      errors.println(e.getMessage());
      return WRONG_USE;
    } catch (ModelRefused e) {
      errors.println("Quy trình dùng chung, bảng hoặc biểu mẫu bị từ chối:\n" + e.getMessage());
      return FINDINGS;
    } catch (IllegalStateException
        | IllegalArgumentException
        | UncheckedIOException
        | IOException
        | DataAccessException e) {
      // Also when the process is interrupted and its database goes before it does.
      errors.println(e.getMessage());
      return FINDINGS;
    }
  }

  /** Many procedures take minutes: whoever waits sees how far it is. */
  private void progress(List<ProcedureReport> reports, int all) {
    if (all > 1) {
      ProcedureReport last = reports.get(reports.size() - 1);
      errors.printf(
          "%d/%d  %s  %s, %d lượt, %d ms%n",
          reports.size(),
          all,
          last.code(),
          last.ok() ? "đạt" : "KHÔNG ĐẠT",
          TextReport.walks(List.of(last)),
          last.millis());
    }
  }

  private static final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private WrongUse(String message) {
      super(message);
    }
  }

  private Wanted wanted() {
    try {
      return new Wanted(kinds(), LocalDateTime.parse(received), channel, caseCode, area);
    } catch (DateTimeParseException e) {
      throw new WrongUse(
          "--received \"%s\" không phải thời điểm; hãy viết như 2026-02-10T16:20."
              .formatted(received));
    }
  }

  private List<PathKind> kinds() {
    if (paths.contains("all")) {
      return List.of(PathKind.values());
    }
    return paths.stream()
        .map(
            word ->
                PathKind.of(word)
                    .orElseThrow(
                        () ->
                            new WrongUse(
                                "Không có đường đi \"%s\". Các đường đi: %s, all."
                                    .formatted(word, words()))))
        .toList();
  }

  private static String words() {
    return Arrays.stream(PathKind.values()).map(PathKind::word).collect(Collectors.joining(", "));
  }

  private void requireWhatALedgerHolds(Wanted wanted) {
    if (ledgerFile != null && !wanted.isWhole() && !wanted.isStraight()) {
      throw new WrongUse(
          "--ledger chỉ đi với --path all hoặc --path happy, không có --channel, --case, --area.");
    }
  }

  private void requireFormat() {
    if (!List.of("text", "json", "html").contains(format.toLowerCase(Locale.ROOT))) {
      throw new WrongUse("--format là text, json hoặc html, không phải \"" + format + "\".");
    }
  }

  /** The folder of the models: the one named, else the one a named file lies in, else ours. */
  private Path root() {
    if (models != null) {
      if (!Files.isDirectory(models.resolve("processes"))) {
        throw new WrongUse("--models " + models + " không có thư mục processes.");
      }
      return models;
    }
    return subjects.stream()
        .filter(subject -> !isCode(subject) && !subject.equals("all"))
        .map(Path::of)
        .flatMap(place -> ModelFolder.around(place).stream())
        .findFirst()
        .orElse(null);
  }

  private static boolean isCode(String subject) {
    return subject.matches("\\d\\.\\d{6}");
  }

  private List<ModelFile> files(ModelFolder folder) {
    List<ModelFile> all = subjects.stream().flatMap(subject -> files(folder, subject)).toList();
    String[] of = part.split("/");
    if (!part.matches("[1-9]\\d*/[1-9]\\d*") || Integer.parseInt(of[0]) > Integer.parseInt(of[1])) {
      throw new WrongUse("--part là i/n với i không lớn hơn n, ví dụ 1/2.");
    }
    int rest = Integer.parseInt(of[0]) - 1;
    int parts = Integer.parseInt(of[1]);
    List<ModelFile> mine = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i % parts == rest) {
        mine.add(all.get(i));
      }
    }
    return mine;
  }

  private static Stream<ModelFile> files(ModelFolder folder, String subject) {
    if (subject.equals("all")) {
      return folder.procedures().stream();
    }
    if (isCode(subject)) {
      return Stream.of(
          folder
              .procedure(subject)
              .orElseThrow(() -> new WrongUse("Không có mô hình của thủ tục " + subject + ".")));
    }
    Path place = Path.of(subject);
    if (Files.isRegularFile(place)) {
      return Stream.of(ModelFolder.read(place));
    }
    if (Files.isDirectory(place)) {
      return inFolder(place).stream();
    }
    throw new WrongUse("\"" + subject + "\" không phải mã thủ tục, tệp hay thư mục nào.");
  }

  private static List<ModelFile> inFolder(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(path -> path.toString().endsWith(".bpmn"))
          .sorted()
          .map(ModelFolder::read)
          .filter(file -> file.code() != null)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed", e);
    }
  }

  private void write(List<ProcedureReport> reports) {
    if (out == null) {
      print(reports, screen);
      return;
    }
    try (PrintStream file =
        new PrintStream(Files.newOutputStream(out), true, StandardCharsets.UTF_8)) {
      print(reports, file);
    } catch (IOException e) {
      throw new UncheckedIOException("Không ghi được báo cáo vào " + out, e);
    }
    long failed = reports.stream().filter(report -> !report.ok()).count();
    screen.printf(
        "Đã diễn tập %d thủ tục, %d lượt; %d không đạt. Báo cáo: %s%n",
        reports.size(), TextReport.walks(reports), failed, out);
  }

  private void print(List<ProcedureReport> reports, PrintStream to) {
    switch (format.toLowerCase(Locale.ROOT)) {
      case "json" -> to.println(new JsonReport().text(reports));
      case "html" -> to.println(new HtmlReport().text(reports));
      default -> new TextReport(to).print(reports);
    }
  }
}
