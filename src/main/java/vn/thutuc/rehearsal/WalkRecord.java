package vn.thutuc.rehearsal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.process.rehearsal.WalkEngine.Awaited;
import vn.thutuc.process.rehearsal.WalkEngine.OpenStep;
import vn.thutuc.process.rehearsal.WalkEngine.Passed;
import vn.thutuc.process.rehearsal.WalkEngine.PendingJob;

/** What a walk has seen so far, in the words of its reader. */
final class WalkRecord {

  private static final int KEPT = 12;

  /** The forms of the one-stop rules that a notice prints. */
  private static final Map<String, String> PAPERS =
      Map.of(
          "received", "Mẫu 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
          "supplement-asked", "Mẫu 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
          "not-received", "Mẫu 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ",
          "apology", "Mẫu 04: Phiếu xin lỗi và hẹn lại ngày trả kết quả",
          "stopped", "Mẫu 05: Thông báo dừng giải quyết hồ sơ");

  private static final Map<String, String> ACTS =
      Map.of(
          "outbound.notice", "thông báo cho người nộp",
          "outbound.post", "gửi bưu chính công ích",
          "outbound.electronic", "gửi bản điện tử",
          "outbound.forward", "chuyển cơ quan khác",
          "outbound.lookUp", "tra cứu cơ sở dữ liệu",
          "outbound.copy", "gửi bản sao",
          "outbound.publish", "công bố");

  private static final String HAND_OVER_FORM = "chuyen-ho-so";

  private final Stage.Models models;
  private final List<String> problems = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Walked.Decision> decisions = new ArrayList<>();
  private final Set<String> flows = new LinkedHashSet<>();
  private final Set<String> entered = new LinkedHashSet<>();
  private final Set<String> late = new TreeSet<>();
  private final Deque<String> last = new ArrayDeque<>();
  private LocalDateTime readyAt;

  WalkRecord(Stage.Models models) {
    this.models = models;
  }

  Stage.Models models() {
    return models;
  }

  void problem(String problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  void line(Line line) {
    lines.add(line);
  }

  void decided(Site site, List<String> options, String chosen, String usual) {
    decisions.add(new Walked.Decision(site, options, chosen, usual));
  }

  LocalDateTime readyAt() {
    return readyAt;
  }

  /** Takes what the engine has passed. */
  void take(List<Passed> passed) {
    for (Passed one : passed) {
      if (one.flow()) {
        flows.add(one.process() + ":" + one.element());
      } else {
        entered(one);
      }
    }
  }

  private void entered(Passed one) {
    entered.add(one.process() + ":" + one.element());
    last.addLast(one.process() + ":" + one.element());
    if (last.size() > KEPT) {
      last.removeFirst();
    }
    flows.addAll(models.waitedFor(one.process(), one.element()));
    ModelView.Node node = models.node(one.process(), one.element());
    if (node == null) {
      return;
    }
    if (node.event().equals("timer")) {
      timer(one, node);
    } else if (node.verb().startsWith("outbound.")) {
      act(one, node);
    } else if (node.verb().startsWith("clock.")) {
      clock(one, node);
    } else if (node.verb().startsWith("dossier.")) {
      if (node.verb().equals("dossier.ready")) {
        readyAt = local(one.at());
      }
      add(one, Line.Kind.STATE, node.name(), null);
    }
  }

  private void timer(Passed one, ModelView.Node node) {
    switch (node.verb()) {
      case "clock.end" -> {
        String phase = models.resolve(one.path(), node.argument());
        late.add(phase);
        add(one, Line.Kind.LATE, node.name(), "giai đoạn " + phase);
      }
      case "clock.nextRung" ->
          add(
              one,
              Line.Kind.RUNG,
              node.name(),
              "giai đoạn " + models.resolve(one.path(), node.argument()));
      default -> add(one, Line.Kind.WINDOW, node.name(), null);
    }
  }

  private void act(Passed one, ModelView.Node node) {
    String kind = ACTS.getOrDefault(node.verb(), node.verb());
    String event = models.resolve(one.path(), node.argument());
    String note = event.isEmpty() ? kind : kind + " (" + event + ")";
    add(one, Line.Kind.ACT, node.name(), note);
    String paper = node.verb().equals("outbound.notice") ? PAPERS.get(event) : null;
    if (paper != null) {
      add(one, Line.Kind.PAPER, paper, null);
    }
  }

  private void clock(Passed one, ModelView.Node node) {
    boolean unused =
        node.argument().startsWith("$") && models.resolve(one.path(), node.argument()).isEmpty();
    if (unused) {
      return;
    }
    add(one, Line.Kind.CLOCK, node.name(), null);
  }

  private void add(Passed one, Line.Kind kind, String text, String note) {
    lines.add(
        new Line(local(one.at()), kind, text, one.process(), one.element(), null, null, note));
  }

  /** The phase a step counts on; empty when it counts on none. */
  String phase(OpenStep step) {
    ModelView.Node node = models.node(step.process(), step.element());
    return node == null ? "" : models.resolve(step.path(), node.phase());
  }

  void step(
      OpenStep step, LocalDateTime at, LocalDateTime opened, String who, Map<String, Object> form) {
    lines.add(
        new Line(
            at,
            Line.Kind.STEP,
            step.name(),
            step.process(),
            step.element(),
            who,
            step.due() == null ? null : local(step.due()),
            chosen(form)));
    ModelView.Node node = models.node(step.process(), step.element());
    if (node != null && node.form().equals(HAND_OVER_FORM)) {
      lines.add(
          new Line(
              at,
              Line.Kind.PAPER,
              "Mẫu 06: Phiếu kiểm soát quá trình giải quyết hồ sơ",
              step.process(),
              step.element(),
              null,
              null,
              null));
    }
  }

  /** What was decided; other entries are made up and tell nothing. */
  private static String chosen(Map<String, Object> form) {
    List<String> told =
        form.entrySet().stream()
            .filter(entry -> vn.thutuc.process.Vocabulary.VARIABLES.contains(entry.getKey()))
            .filter(entry -> !Boolean.FALSE.equals(entry.getValue()))
            .filter(entry -> !String.valueOf(entry.getValue()).contains(" "))
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .sorted()
            .toList();
    return told.isEmpty() ? null : String.join(", ", told);
  }

  void message(Awaited message, LocalDateTime at, String who) {
    lines.add(
        new Line(
            at,
            Line.Kind.MESSAGE,
            models.name(message.process(), message.element()),
            message.process(),
            message.element(),
            who,
            null,
            message.message()));
  }

  /** A window whose length nobody knows is said to have ended. */
  void assumed(PendingJob job, LocalDateTime at) {
    lines.add(
        new Line(
            at,
            Line.Kind.WINDOW,
            models.name(job.process(), job.element()),
            job.process(),
            job.element(),
            null,
            null,
            "giả định hết hạn: chưa biết thời hạn chờ"));
  }

  String lastElement() {
    return last.isEmpty() ? "" : " [tại " + last.peekLast() + "]";
  }

  Walked walked(Intake intake, DossierDocument dossier, int days, Map<String, Object> flags) {
    boolean granted = false;
    boolean refused = false;
    String result = null;
    List<String> explanation = List.of();
    if (dossier != null) {
      for (DossierDocument.ResultView issued : dossier.results()) {
        granted = issued.positive();
        refused |= !issued.positive();
        result = issued.title();
      }
      explanation =
          dossier.phases().stream()
              .filter(phase -> phase.end() != null)
              .map(WalkRecord::explained)
              .toList();
    }
    return new Walked(
        intake,
        List.copyOf(problems),
        dossier == null ? 0 : Integer.parseInt(dossier.state().code()),
        dossier == null ? "Không tiếp nhận được" : dossier.state().label(),
        granted,
        refused,
        result,
        days,
        List.copyOf(lines),
        List.copyOf(decisions),
        Set.copyOf(flows),
        Set.copyOf(entered),
        Set.copyOf(late),
        explanation,
        List.copyOf(last),
        flags);
  }

  private static String explained(DossierDocument.PhaseView phase) {
    return phase.name()
        + ": "
        + String.join(
            " → ", phase.explanation().stream().map(DossierDocument.ExplainedLine::vi).toList());
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, WorkingCalendar.ZONE);
  }
}
