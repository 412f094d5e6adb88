package vn.thutuc.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.dossier.Authority;
import vn.thutuc.dossier.DossierClock;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.Party;
import vn.thutuc.dossier.ReceptionFacts;
import vn.thutuc.dossier.Submission;
import vn.thutuc.organisation.UnitView;
import vn.thutuc.process.rehearsal.WalkEngine.Awaited;
import vn.thutuc.process.rehearsal.WalkEngine.OpenStep;
import vn.thutuc.process.rehearsal.WalkEngine.PendingJob;

/**
 * One dossier from reception to its end in virtual time: at each open step somebody who may does
 * it, timers fire at their own instant, people outside answer. What is chosen, the choices say.
 */
final class Walk {

  /** More acts than this are a walk in circles. */
  private static final int MOST_ACTS = 300;

  /** More jobs than this in one stretch of time arm themselves for ever. */
  private static final int MOST_JOBS = 400;

  private static final List<String> PARCEL_OUTCOMES =
      List.of("delivered", "failed", "returned", "cancelled");

  private final Stage stage;
  private final Procedure procedure;
  private final Intake intake;
  private final Choices choices;
  private final FormFiller filler;
  private final People people;
  private final UnitView competent;
  private final WorkingClock clock;
  private final LocalDateTime received;
  private final WalkRecord record;
  private final WalkChecks checks;

  /** Who could do a step when it was opened; the ladder lets the head take it later. */
  private final Map<String, Set<String>> groups = new HashMap<>();

  private String number;
  private PendingJob running;
  private People.Actor desk;

  Walk(
      Stage stage,
      Stage.Models models,
      Procedure procedure,
      Intake intake,
      LocalDateTime received,
      Choices choices,
      FormFiller filler,
      People people) {
    this.stage = stage;
    this.procedure = procedure;
    this.intake = intake;
    this.choices = Choices.notForEver(choices);
    this.filler = filler;
    this.received = received;
    this.people = people;
    this.competent = people.competent(procedure, intake);
    String agency = competent == null || competent.agencyId() == null ? "" : competent.agencyId();
    this.clock = new WorkingClock(stage.almanac().clockOf(agency).calendar());
    this.record = new WalkRecord(models);
    this.checks = new WalkChecks(stage, procedure, intake, record);
  }

  /** Walks; the caller's transaction is left with everything the walk has written. */
  Walked walk() {
    stage.engine().begin();
    stage.now().moveTo(instant(received));
    stage.reports().decidedBy(this::isFollowed);
    try {
      receive();
      go();
      return finish();
    } catch (WalkFailure e) {
      return fail(e.getMessage());
    } catch (RuntimeException e) {
      record.take(stage.engine().passed());
      return fail(said(e) + record.lastElement());
    }
  }

  private void receive() {
    if (competent == null) {
      throw new WalkFailure(
          "Chưa xác định được cơ quan giải quyết: không đơn vị nào có khóa \"%s\"."
              .formatted(procedure.competent()));
    }
    desk =
        people
            .desk(competent, intake.elsewhere())
            .orElseThrow(() -> new WalkFailure("Không có cán bộ một cửa nào tiếp nhận được."));
    number = stage.engine().receive(desk.person(), submission());
    record.line(
        new Line(
            received,
            Line.Kind.RECEIVED,
            "Tiếp nhận hồ sơ (%s)".formatted(intake.channel().label().toLowerCase()),
            null,
            null,
            people.title(desk),
            null,
            null));
    record.take(stage.engine().passed());
  }

  private Submission submission() {
    return new Submission(
        procedure.code(),
        intake.channel(),
        intake.caseCode(),
        intake.area(),
        intake.returnMethod(),
        null,
        competent.id(),
        new Party(
            Party.Kind.PERSON,
            "Người Diễn Tập",
            "000000000001",
            "0900000001",
            "nguoithu1@example.invalid",
            "Thôn Diễn Tập"),
        null,
        new Authority(null, null, null),
        null,
        new ReceptionFacts(null, null, null, null, null));
  }

  private void go() {
    for (int act = 0; act < MOST_ACTS; act++) {
      runJobsUntil(stage.now().instant());
      Map<String, Runnable> options = options();
      if (options.isEmpty()) {
        if (stage.engine().isOver(number)) {
          return;
        }
        throw new WalkFailure(
            "Ngõ cụt: không còn việc nào và không chờ ai, nhưng quy trình chưa kết thúc. Đang đứng ở: "
                + String.join(", ", stage.engine().positions(number)));
      }
      List<String> names = List.copyOf(options.keySet());
      String chosen = choose(names);
      options.get(chosen).run();
      record.take(stage.engine().passed());
      stage.forget();
    }
    throw new WalkFailure(
        "Vòng lặp không dừng: sau %d bước hồ sơ vẫn chưa kết thúc.".formatted(MOST_ACTS));
  }

  private String choose(List<String> names) {
    String usual = names.get(0);
    if (names.size() == 1) {
      return usual;
    }
    Site site = new Site(Site.NEXT, "", "", usual);
    String chosen = choices.choose(site, names, usual);
    record.decided(site, names, chosen, usual);
    return chosen;
  }

  /** What can happen next, the usual thing first. */
  private Map<String, Runnable> options() {
    List<OpenStep> steps = stage.engine().openSteps(number);
    List<PendingJob> timers = stage.engine().jobs().stream().filter(PendingJob::timer).toList();
    List<Awaited> messages = stage.engine().awaited();
    Map<String, Runnable> options = new java.util.LinkedHashMap<>();
    steps.stream()
        .peek(this::opened)
        .sorted(Comparator.comparing(OpenStep::created).reversed())
        .forEach(
            step ->
                options.putIfAbsent(
                    "task:" + Site.place(step.path(), step.element()) + "@" + step.process(),
                    () -> complete(step)));
    messages.stream()
        .filter(message -> !interrupts(message))
        .forEach(message -> options.putIfAbsent(name(message), () -> hear(message, timers)));
    if (options.isEmpty() && timers.stream().allMatch(this::isStatutory)) {
      // Reminders, a late dossier and a withdrawal lead nobody on who is stuck.
      return options;
    }
    timers.stream()
        .filter(timer -> timer.due().isBefore(DossierClock.PARKED) || isWindow(timer))
        .forEach(timer -> options.putIfAbsent(name(timer), () -> await(timer)));
    messages.stream()
        .filter(Walk::interrupts)
        .forEach(message -> options.putIfAbsent(name(message), () -> hear(message, timers)));
    return options;
  }

  private static String name(Awaited message) {
    return "message:%s:%s@%s"
        .formatted(
            message.message(), Site.place(message.path(), message.element()), message.process());
  }

  private static String name(PendingJob timer) {
    return "timer:%s@%s".formatted(Site.place(timer.path(), timer.element()), timer.process());
  }

  private static boolean interrupts(Awaited message) {
    return message.message().equals("withdraw") || message.message().equals("stop");
  }

  /** A window whose length nobody knows never ends by itself; a walk may say it has ended. */
  private boolean isWindow(PendingJob timer) {
    ModelView.Node node = record.models().node(timer.process(), timer.element());
    return node != null && node.verb().equals("clock.window");
  }

  private boolean isStatutory(PendingJob timer) {
    ModelView.Node node = record.models().node(timer.process(), timer.element());
    return node != null
        && (node.verb().equals("clock.end") || node.verb().equals("clock.nextRung"));
  }

  private void opened(OpenStep step) {
    if (groups.putIfAbsent(step.id(), step.groups()) == null) {
      checks.opened(number, step);
    }
  }

  private void complete(OpenStep step) {
    People.Actor actor =
        people
            .of(groups.getOrDefault(step.id(), step.groups()))
            .orElseThrow(
                () ->
                    new WalkFailure(
                        "Không ai giữ vai trò của bước \"%s\" (%s): nhóm %s không có người."
                            .formatted(step.name(), step.element(), step.groups())));
    LocalDateTime opened = now();
    if (!runJobsUntil(instant(whenDone(step)), step)) {
      return;
    }
    Map<String, Object> form =
        filler.fill(
            step,
            new FormFiller.Knowing(
                stage.engine().flags(number),
                intake,
                now(),
                clock.calendar().closingOf(clock.days(now(), 5).toLocalDate()),
                people.anotherCommune(competent),
                competent.id(),
                this::chooseInForm));
    stage.engine().complete(actor.person(), step, form);
    record.step(step, now(), opened, people.title(actor), form);
  }

  private String chooseInForm(Site site, List<String> options, String usual) {
    String chosen = choices.choose(site, options, usual);
    record.decided(site, options, chosen, usual);
    return chosen;
  }

  /** After a quarter of the time that is left, or an hour's work. */
  private LocalDateTime whenDone(OpenStep step) {
    LocalDateTime from = now();
    if (step.due() == null || !local(step.due()).isAfter(from)) {
      return clock.after(from, Duration.ofMinutes(60));
    }
    Duration left = stage.almanac().clockOf(agency()).workingTimeBetween(from, local(step.due()));
    return clock.after(from, Duration.ofMinutes(Math.max(1, left.toMinutes() / 4)));
  }

  private String agency() {
    return competent.agencyId() == null ? "" : competent.agencyId();
  }

  private void hear(Awaited message, List<PendingJob> timers) {
    LocalDateTime at =
        interrupts(message)
            ? clock.after(now(), Duration.ofMinutes(30))
            : answered(message, timers);
    runJobsUntil(instant(at));
    if (stage.engine().awaited().stream().noneMatch(open -> name(open).equals(name(message)))) {
      return;
    }
    String who = deliver(message);
    record.message(message, now(), who);
  }

  /** Papers take two working days, other answers an hour; never longer than the window is open. */
  private LocalDateTime answered(Awaited message, List<PendingJob> timers) {
    LocalDateTime at =
        message.message().equals("supplement-received")
            ? clock.days(now(), 2)
            : clock.after(now(), Duration.ofMinutes(60));
    Optional<Instant> closing =
        timers.stream()
            .filter(timer -> timer.path().equals(message.path()) && isWindow(timer))
            .map(PendingJob::due)
            .min(Comparator.naturalOrder());
    if (closing.isPresent() && !instant(at).isBefore(closing.get())) {
      Duration left =
          stage.almanac().clockOf(agency()).workingTimeBetween(now(), local(closing.get()));
      return clock.after(now(), left.dividedBy(2));
    }
    return at;
  }

  /** Whether somebody reports what becomes of the act that is being written. */
  private boolean isFollowed() {
    Site site = new Site("followed", running.path(), running.process(), running.element());
    return Boolean.parseBoolean(chooseInForm(site, List.of("false", "true"), "false"));
  }

  /** What the carrier or the channel reports, among all it can. */
  private String report(Awaited message, String flag, List<String> outcomes) {
    Site site = new Site(flag, message.path(), message.process(), message.element());
    String outcome = chooseInForm(site, outcomes, outcomes.get(0));
    stage.procedures().deliver(number, message.message(), Map.of(flag, outcome));
    return flag.equals("parcelOutcome") ? "Bưu chính" : "Kênh gửi bản điện tử";
  }

  private String deliver(Awaited message) {
    switch (message.message()) {
      case "supplement-received" ->
          atTheDesk(() -> stage.acts().supplementReceived(number, "Giấy tờ diễn tập"));
      case "draft-confirmed" -> atTheDesk(() -> stage.acts().answerDraft(number, true, null));
      case "draft-corrected" ->
          atTheDesk(() -> stage.acts().answerDraft(number, false, "Sửa theo diễn tập"));
      case "payment-proven" -> atTheDesk(() -> stage.acts().provePayment(number, "01/DT"));
      case "withdraw" -> atTheDesk(() -> stage.acts().withdraw(number, "Diễn tập rút hồ sơ"));
      case "parcel-outcome" -> {
        return report(message, "parcelOutcome", PARCEL_OUTCOMES);
      }
      case "electronic-returned" -> {
        return report(message, "returnOutcome", List.of("sent", "failed"));
      }
      case "parcel-collected" -> {
        stage.procedures().deliver(number, message.message());
        return "Bưu chính";
      }
      case "stop" -> {
        People.Actor leader =
            people
                .leader(competent.id())
                .orElseThrow(
                    () ->
                        new WalkFailure(
                            "Đơn vị giải quyết %s không có lãnh đạo để dừng giải quyết."
                                .formatted(competent.shortName())));
        as(leader, () -> stage.acts().stop(number, "Diễn tập dừng giải quyết"));
        return people.title(leader);
      }
      default -> stage.procedures().deliver(number, message.message());
    }
    return message.message().equals("withdraw") ? "Người nộp, qua Bộ phận Một cửa" : "Người nộp";
  }

  private void atTheDesk(Runnable act) {
    as(desk, act);
  }

  private void as(People.Actor actor, Runnable act) {
    stage
        .engine()
        .as(
            actor.person(),
            () -> {
              act.run();
              return null;
            });
  }

  private void await(PendingJob timer) {
    if (!timer.due().isBefore(DossierClock.PARKED)) {
      runJobsUntil(instant(clock.days(now(), 30)));
      stage.engine().jobs().stream()
          .filter(job -> job.id().equals(timer.id()))
          .findFirst()
          .ifPresent(
              job -> {
                record.assumed(job, now());
                stage.engine().run(job);
              });
      return;
    }
    runJobsUntil(timer.due());
  }

  private void runJobsUntil(Instant target) {
    runJobsUntil(target, null);
  }

  /** Runs what is due, each at its own time; says whether a step is still open afterwards. */
  private boolean runJobsUntil(Instant target, OpenStep step) {
    boolean ran = false;
    for (int run = 0; run < MOST_JOBS; run++) {
      Optional<PendingJob> next =
          stage.engine().jobs().stream().filter(job -> !job.due().isAfter(target)).findFirst();
      if (next.isEmpty()) {
        if (target.isAfter(stage.now().instant())) {
          stage.now().moveTo(target);
        }
        return step == null || !ran || stage.engine().isOpen(step);
      }
      ran = true;
      if (next.get().due().isAfter(stage.now().instant())) {
        stage.now().moveTo(next.get().due());
      }
      running = next.get();
      stage.engine().run(running);
      record.take(stage.engine().passed());
      stage.forget();
    }
    throw new WalkFailure(
        "Mốc giờ hoặc bước tự động lặp không dừng: hơn %d lần trong một quãng."
            .formatted(MOST_JOBS));
  }

  private Walked finish() {
    stage.engine().incidents().forEach(record::problem);
    return walked(Map.of());
  }

  private Walked fail(String problem) {
    record.problem(problem);
    Map<String, Object> flags = new TreeMap<>();
    try {
      if (number != null) {
        flags.putAll(stage.engine().flags(number));
      }
      return walked(flags);
    } catch (RuntimeException lost) {
      // The transaction is lost with the failure; what was seen until then is told.
      return record.walked(intake, null, 0, flags);
    }
  }

  private Walked walked(Map<String, Object> flags) {
    DossierDocument dossier = number == null ? null : stage.documents().read(number);
    LocalDateTime end = record.readyAt() == null ? now() : record.readyAt();
    int days = clock.calendar().workingDaysBetween(received.toLocalDate(), end.toLocalDate());
    return record.walked(intake, dossier, days, flags);
  }

  private LocalDateTime now() {
    return stage.now().local();
  }

  private static Instant instant(LocalDateTime local) {
    return local.atZone(WorkingCalendar.ZONE).toInstant();
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, WorkingCalendar.ZONE);
  }

  /** The innermost message: the engine wraps what our services say. */
  private static String said(Throwable failure) {
    List<String> messages = new ArrayList<>();
    Set<Throwable> causes = new LinkedHashSet<>();
    for (Throwable at = failure; at != null && causes.add(at); at = at.getCause()) {
      if (at.getMessage() != null) {
        messages.add(at.getMessage().lines().findFirst().orElse(""));
      }
    }
    return messages.isEmpty()
        ? failure.getClass().getSimpleName()
        : messages.get(messages.size() - 1);
  }
}
