package vn.thutuc.rehearsal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.thutuc.calendar.HolidayTable;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.process.Vocabulary;
import vn.thutuc.process.rehearsal.WalkEngine.ModelRefused;

/** One opened rehearsal house with what all models share; rehearses one procedure after another. */
final class RehearsalRun implements AutoCloseable {

  private static final int SHORT = 12;

  private final RehearsalHouse house;
  private final ModelFolder folder;
  private final Stage stage;
  private final FormFiller filler;
  private final Map<String, ModelView> shared = new HashMap<>();
  private final String calendar;

  private RehearsalRun(RehearsalHouse house, ModelFolder folder) {
    this.house = house;
    this.folder = folder;
    this.stage = house.get(Stage.class);
    this.filler = new FormFiller(stage.engine());
    this.calendar = calendarName();
    stage.engine().deploy("common", folder.common());
    folder.shared().stream().map(ModelView::read).forEach(view -> shared.put(view.process(), view));
  }

  /** The house it runs in. */
  RehearsalHouse house() {
    return house;
  }

  /**
   * Opens a house.
   *
   * @param models folder with processes/ and forms/; null for what came with the program
   * @throws ModelRefused when a shared process, a table or a form is refused
   */
  static RehearsalRun open(Path models, Path organisation, boolean verbose) {
    ModelFolder folder = ModelFolder.of(models);
    RehearsalHouse house = RehearsalHouse.open(models, organisation, verbose);
    try {
      return new RehearsalRun(house, folder);
    } catch (RuntimeException e) {
      house.close();
      throw e;
    }
  }

  ModelFolder folder() {
    return folder;
  }

  /** Short hash of what all models share: shared processes, forms, tables and the calendar. */
  String sharedVersion() {
    MessageDigest digest = sha256();
    folder
        .common()
        .forEach(
            (path, content) -> {
              digest.update(path.getBytes(StandardCharsets.UTF_8));
              digest.update(
                  path.endsWith(".bpmn")
                      ? Executed.of(new ModelFile(path, content)).getBytes(StandardCharsets.UTF_8)
                      : content);
            });
    digest.update(calendar.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
  }

  /** Whether a ledger says that exactly this model, with these facts, has passed what is wanted. */
  boolean isKnown(ModelFile file, Ledger ledger, Wanted wanted, String shared) {
    return stage
        .catalogue()
        .find(file.code(), wanted.received())
        .filter(
            facts ->
                wanted.isStraight()
                    ? ledger.holdsStraight(file.code(), file.executed(), facts.version(), shared)
                    : ledger.holds(file.code(), file.executed(), facts.version(), shared))
        .isPresent();
  }

  /** The models of procedures of which dossiers can be received. */
  List<ModelFile> receivable(LocalDateTime received) {
    return folder.procedures().stream().filter(file -> canBeReceived(file, received)).toList();
  }

  /** Whether somebody has determined who settles it; until then no dossier of it is received. */
  boolean canBeReceived(ModelFile file, LocalDateTime received) {
    return stage
        .catalogue()
        .find(file.code(), received)
        .filter(Procedure::isAgencyKnown)
        .isPresent();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  /** The years of the calendar and a short hash of its days. */
  private static String calendarName() {
    // A set of the JDK prints in another order in every process; a ledger outlives the process.
    String days = HolidayTable.shippedDays() + " " + new TreeSet<>(HolidayTable.shippedYears());
    List<Integer> years =
        HolidayTable.shippedDays().stream().map(day -> day.date().getYear()).sorted().toList();
    byte[] hash = sha256().digest(days.getBytes(StandardCharsets.UTF_8));
    return "%d-%d %s"
        .formatted(
            years.get(0),
            years.get(years.size() - 1),
            HexFormat.of().formatHex(hash).substring(0, SHORT));
  }

  /** Rehearses the model of a file; whatever is wrong stands in the report. */
  ProcedureReport rehearse(ModelFile file, Wanted wanted) {
    long begun = System.nanoTime();
    List<String> problems = new ArrayList<>();
    List<PathResult> results = new ArrayList<>();
    Cover.Coverage coverage = null;
    Procedure procedure = null;
    String code = String.valueOf(file.code());
    try {
      ModelView view = ModelView.read(file);
      if (!Vocabulary.isProcedure(view.process())) {
        throw new WalkFailure(
            "%s là quy trình dùng chung (%s), không phải mô hình của một thủ tục; nó được diễn tập qua các mô hình gọi nó."
                .formatted(file.name(), view.process()));
      }
      code = Vocabulary.procedureCode(view.process());
      procedure = facts(code, wanted.received());
      stage.engine().deploy(file.path(), Map.of(file.path(), file.content()));
      Map<String, ModelView> views = new HashMap<>(shared);
      views.put(view.process(), view);
      Subject subject =
          new Subject(file, procedure, new Stage.Models(view.process(), Map.copyOf(views)));
      Paths paths = new Paths(stage, filler, wanted.received(), subject);
      coverage = walk(paths, subject, wanted, results).orElse(null);
    } catch (ModelRefused | WalkFailure | IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    return new ProcedureReport(
        code,
        procedure == null ? null : procedure.shortTitle(),
        file.path(),
        file.sha256(),
        procedure == null ? null : procedure.version(),
        calendar,
        house.opened(),
        wanted.received(),
        List.copyOf(problems),
        List.copyOf(results),
        coverage,
        (System.nanoTime() - begun) / 1_000_000);
  }

  private Procedure facts(String code, LocalDateTime received) {
    return stage
        .catalogue()
        .find(code, received)
        .orElseThrow(
            () ->
                new WalkFailure(
                    "Danh mục không có dữ kiện của thủ tục %s có hiệu lực ngày %s."
                        .formatted(code, received.toLocalDate())));
  }

  private static Optional<Cover.Coverage> walk(
      Paths paths, Subject subject, Wanted wanted, List<PathResult> results) {
    Intakes intakes = new Intakes(subject.procedure());
    Intake usual = intakes.usual(wanted.channel(), wanted.caseCode(), wanted.area());
    List<Intake> cases =
        wanted.caseCode() == null && wanted.area() == null ? intakes.cases(usual) : List.of(usual);
    Optional<Cover.Coverage> coverage = Optional.empty();
    for (PathKind kind : wanted.paths()) {
      if (kind == PathKind.COVER) {
        List<Intake> all = new ArrayList<>(cases);
        all.addAll(intakes.ways(usual));
        all.add(usual.atAnotherDesk());
        Cover.Found found = new Cover(paths, subject).run(all);
        results.addAll(found.failed());
        coverage = Optional.of(found.coverage());
      } else if (kind == PathKind.HAPPY) {
        List<Intake> all = new ArrayList<>(cases);
        if (wanted.channel() == null && wanted.paths().size() > 1) {
          all.addAll(intakes.ways(usual));
        }
        all.forEach(intake -> results.addAll(paths.run(kind, intake)));
      } else {
        results.addAll(paths.run(kind, usual));
      }
    }
    return coverage;
  }

  @Override
  public void close() {
    house.close();
  }
}
