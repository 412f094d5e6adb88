package vn.thutuc.rehearsal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks until every choice was taken once wherever it is offered: each walk repeats an earlier one
 * up to a choice and takes another option there. What no walk has passed is listed as missing.
 */
final class Cover {

  /** More walks than this for one model are not worth their time. */
  private static final int MOST_WALKS = 600;

  private static final Pattern EQUALS =
      Pattern.compile("(\\w+)\\s*(?:==|eq)\\s*(?:'([^']*)'|(true|false))");

  private final Paths paths;
  private final Subject subject;
  private final Set<String> tried = new HashSet<>();
  private final Set<String> forced = new HashSet<>();
  private final Deque<Plan> plans = new ArrayDeque<>();
  private final Set<String> taken = new TreeSet<>();
  private final Set<String> entered = new TreeSet<>();
  private final Map<String, PathResult> failed = new LinkedHashMap<>();
  private final Map<String, Reached> reached = new HashMap<>();
  private int walks;

  /** The first walk that entered an element: how the dossier came in and what was chosen. */
  private record Reached(Intake intake, List<Walked.Decision> decisions) {}

  Cover(Paths paths, Subject subject) {
    this.paths = paths;
    this.subject = subject;
  }

  /** Repeat these choices, then as usual. */
  private record Plan(Intake intake, List<String> begin) {}

  /**
   * Which flows were taken.
   *
   * @param flows flows of the procedure's own model
   * @param taken those of them that a walk has passed
   * @param missing the others, each with what is known of the reason
   * @param excused flows that only the end of a phase opens whose term nobody knows: no dossier
   *     takes them before the term is laid down
   * @param calledFlows flows of the called processes
   * @param calledTaken those of them that a walk has passed
   * @param calledMissing the others; not all can be reached from every caller
   * @param walks number of walks
   */
  record Coverage(
      int flows,
      int taken,
      List<String> missing,
      List<String> excused,
      int calledFlows,
      int calledTaken,
      List<String> calledMissing,
      int walks) {}

  /** Everything a cover has found. */
  record Found(Coverage coverage, List<PathResult> failed) {}

  /** Walks. */
  Found run(List<Intake> intakes) {
    intakes.forEach(intake -> plans.add(new Plan(intake, List.of())));
    drain();
    int before = -1;
    while (before != taken.size() && walks < MOST_WALKS) {
      before = taken.size();
      force(intakes);
      drain();
    }
    return new Found(coverage(), List.copyOf(failed.values()));
  }

  private void drain() {
    while (!plans.isEmpty() && walks < MOST_WALKS) {
      Plan plan = plans.poll();
      follow(plan, repeating(plan.begin()));
    }
  }

  private void follow(Plan plan, Choices choices) {
    Walked walked = paths.walk(plan.intake(), choices);
    see(walked, plan);
    Reached way = new Reached(plan.intake(), walked.decisions());
    walked.entered().forEach(element -> reached.putIfAbsent(element, way));
    List<String> chosen = new ArrayList<>();
    for (Walked.Decision decision : walked.decisions()) {
      tried.add(decision.site().key(decision.chosen()));
      for (String option : decision.options()) {
        if (tried.add(decision.site().key(option))) {
          List<String> begin = new ArrayList<>(chosen);
          begin.add(option);
          plans.add(new Plan(plan.intake(), begin));
        }
      }
      chosen.add(decision.chosen());
    }
  }

  private static Choices repeating(List<String> begin) {
    int[] next = {0};
    return (site, options, usual) -> {
      int at = next[0]++;
      return at < begin.size() && options.contains(begin.get(at)) ? begin.get(at) : usual;
    };
  }

  private void see(Walked walked, Plan plan) {
    walks++;
    taken.addAll(walked.flows());
    entered.addAll(walked.entered());
    if (!walked.ok()) {
      String what = plan.begin().isEmpty() ? "" : plan.begin().get(plan.begin().size() - 1);
      failed.putIfAbsent(
          String.join("|", walked.problems()),
          new PathResult(
              PathKind.COVER.word() + (what.isEmpty() ? "" : ":" + what),
              PathKind.COVER.label(),
              PathResult.Verdict.FAILED,
              null,
              walked,
              walked.problems()));
    }
  }

  /**
   * What one changed choice did not reach: the way to where a missing flow begins once more, now
   * with the values it asks for.
   */
  private void force(List<Intake> intakes) {
    List<Missing> all = new ArrayList<>(missing(true));
    all.addAll(missing(false));
    for (Missing missing : all) {
      Map<String, String> wanted = values(missing.flow().condition());
      Reached way = reached.get(missing.process() + ":" + missing.flow().source());
      boolean own = missing.process().equals(subject.models().root());
      if (wanted.isEmpty() && !own || way == null || !forced.add(missing.key())) {
        continue;
      }
      if (!wanted.isEmpty()) {
        // A branch inside a case may look at the channel: the same way, come in as it asks.
        follow(plan(way.intake().as(wanted)), again(way.decisions(), wanted));
      }
      if (own) {
        // Deep in the questions a choice may look at how the dossier came in.
        forceFrom(intakes, missing, way.decisions(), wanted);
        if (!wanted.isEmpty()) {
          forceFrom(intakes, missing, List.of(), wanted);
        }
      }
    }
  }

  private void forceFrom(
      List<Intake> intakes,
      Missing missing,
      List<Walked.Decision> decisions,
      Map<String, String> wanted) {
    for (Intake intake : intakes) {
      if (!taken.contains(missing.key())) {
        follow(plan(intake), again(decisions, wanted));
      }
    }
  }

  private static Plan plan(Intake intake) {
    return new Plan(intake, List.of());
  }

  private static Map<String, String> values(String condition) {
    Map<String, String> values = new HashMap<>();
    Matcher part = EQUALS.matcher(condition);
    while (part.find()) {
      values.put(part.group(1), part.group(2) != null ? part.group(2) : part.group(3));
    }
    return values;
  }

  /**
   * The way of an earlier walk with other values: each wanted one and each unusual choice of that
   * walk once at its place, so that no loop turns for ever.
   */
  private static Choices again(List<Walked.Decision> earlier, Map<String, String> wanted) {
    Set<String> unusual = new HashSet<>();
    earlier.stream()
        .filter(decision -> !decision.chosen().equals(decision.usual()))
        .forEach(decision -> unusual.add(decision.site().key(decision.chosen())));
    Set<String> done = new HashSet<>();
    return (site, options, usual) -> {
      String value = wanted.get(site.what());
      if (value != null && options.contains(value) && done.add(site.key(value))) {
        return value;
      }
      return options.stream()
          .filter(option -> unusual.remove(site.key(option)))
          .findFirst()
          .orElse(usual);
    };
  }

  private record Missing(String process, ModelView.Flow flow) {

    String key() {
      return process + ":" + flow.id();
    }
  }

  private List<Missing> missing(boolean own) {
    List<Missing> missing = new ArrayList<>();
    for (String process : subject.reached()) {
      if (process.equals(subject.models().root()) == own) {
        subject.models().views().get(process).flows().values().stream()
            .filter(flow -> !taken.contains(process + ":" + flow.id()))
            .forEach(flow -> missing.add(new Missing(process, flow)));
      }
    }
    return missing;
  }

  private Coverage coverage() {
    int own = subject.view().flows().size();
    Set<String> behindUnknown = behindUnknownTerms();
    List<String> excused =
        missing(true).stream()
            .filter(flow -> behindUnknown.contains(flow.flow().id()))
            .map(flow -> flow.flow().id())
            .toList();
    List<String> ownMissing =
        missing(true).stream()
            .filter(flow -> !behindUnknown.contains(flow.flow().id()))
            .map(this::told)
            .toList();
    int called = 0;
    for (String process : subject.reached()) {
      if (!process.equals(subject.models().root())) {
        called += subject.models().views().get(process).flows().size();
      }
    }
    List<String> calledMissing = missing(false).stream().map(this::told).toList();
    return new Coverage(
        own,
        own - ownMissing.size() - excused.size(),
        ownMissing,
        excused,
        called,
        called - calledMissing.size(),
        calledMissing,
        walks);
  }

  /** Own flows that begin at a timer of a phase without a known term, and all that follow. */
  private Set<String> behindUnknownTerms() {
    Set<String> behind = new HashSet<>();
    Set<String> sources = new HashSet<>();
    subject.view().nodes().values().stream()
        .filter(node -> node.verb().equals("clock.end") || node.verb().equals("clock.nextRung"))
        .filter(node -> !paths.hasTermAnywhere(node.argument()))
        .forEach(node -> sources.add(node.id()));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (ModelView.Flow flow : subject.view().flows().values()) {
        if (sources.contains(flow.source()) && behind.add(flow.id())) {
          sources.add(flow.target());
          grows = true;
        }
      }
    }
    return behind;
  }

  private String told(Missing missing) {
    ModelView.Flow flow = missing.flow();
    ModelView.Node source = subject.models().node(missing.process(), flow.source());
    Set<String> why = new LinkedHashSet<>();
    if (!entered.contains(missing.process() + ":" + flow.source())) {
      why.add(
          source != null && source.isTimer()
              ? "mốc giờ không bao giờ đến"
              : "chưa lượt nào đến được " + flow.source());
    } else if (!flow.condition().isEmpty()) {
      why.add("điều kiện không bao giờ đúng: " + flow.condition());
    }
    return "%s:%s (%s → %s)%s"
        .formatted(
            missing.process(),
            flow.id(),
            flow.source(),
            flow.target(),
            why.isEmpty() ? "" : ": " + String.join("; ", why));
  }
}
