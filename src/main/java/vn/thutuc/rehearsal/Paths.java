package vn.thutuc.rehearsal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.ResultKind;

/** Walks the named paths of one procedure and says whether each ended as it must. */
final class Paths {

  private static final String SETTLEMENT = "settlement";
  private static final int NOT_RECEIVED = 3;
  private static final int WITHDRAWN = 7;
  private static final int STOPPED = 8;
  private static final int RETURNED = 10;

  private final Stage stage;
  private final FormFiller filler;
  private final TransactionTemplate transaction;
  private final LocalDateTime received;
  private final Subject subject;
  private final People people;

  Paths(Stage stage, FormFiller filler, LocalDateTime received, Subject subject) {
    this.stage = stage;
    this.filler = filler;
    this.transaction = new TransactionTemplate(stage.transactions());
    this.received = received;
    this.subject = subject;
    this.people = new People(stage.organisation(), received.toLocalDate());
  }

  /** One walk, of which nothing stays in the database. */
  Walked walk(Intake intake, Choices choices) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          return new Walk(
                  stage,
                  subject.models(),
                  subject.procedure(),
                  intake,
                  received,
                  choices,
                  filler,
                  people)
              .walk();
        });
  }

  /** One path; a late phase gives one result for each phase. */
  List<PathResult> run(PathKind kind, Intake intake) {
    return switch (kind) {
      case HAPPY -> List.of(happy(kind, intake));
      case SUPPLEMENT -> List.of(supplement(intake));
      case LATE -> List.of(late(kind, kind.word(), SETTLEMENT, intake));
      case PHASELATE -> phaseLate(intake);
      case NOTRECEIVED -> List.of(notReceived(intake));
      case NEGATIVE -> List.of(negative(intake));
      case WITHDRAWN ->
          List.of(interrupted(kind, intake, "withdraw", "dossier.withdrawn", WITHDRAWN));
      case STOPPED -> List.of(interrupted(kind, intake, "stop", "dossier.stopped", STOPPED));
      case ROUTEDON -> List.of(routedOn(intake));
      case COVER -> throw new IllegalArgumentException("Cover is not one walk");
    };
  }

  private PathResult happy(PathKind kind, Intake intake) {
    Walked walked = walk(intake, Choices.USUAL);
    List<String> problems = new ArrayList<>(walked.problems());
    granted(walked, problems);
    if (walked.late().contains(SETTLEMENT)) {
      problems.add("Hồ sơ quá hạn giải quyết dù không ai chậm.");
    }
    return PathResult.of(kind.word(), kind, walked, problems);
  }

  private void granted(Walked walked, List<String> problems) {
    ended(walked, problems, RETURNED, "10 (Đã trả kết quả)");
    boolean canGrant = subject.procedure().results().stream().anyMatch(ResultKind::positive);
    if (problems.isEmpty() && canGrant && !walked.granted()) {
      problems.add("Không có kết quả nào được ban hành trước khi trả.");
    }
    if (walked.refused()) {
      problems.add("Hồ sơ bị từ chối dù mọi bước đều thuận.");
    }
  }

  private static void ended(Walked walked, List<String> problems, int state, String label) {
    if (walked.ok() && walked.state() != state) {
      problems.add(
          "Kết thúc ở trạng thái %d (%s), phải là %s."
              .formatted(walked.state(), walked.stateLabel(), label));
    }
  }

  private PathResult supplement(Intake intake) {
    PathKind kind = PathKind.SUPPLEMENT;
    Walked walked = walk(intake, NamedChoices.supplement());
    boolean asked = walked.decisions().stream().anyMatch(d -> isSupplement(d.chosen()));
    if (walked.ok() && !asked) {
      return PathResult.notApplicable(
          kind.word(), kind, "Không bước nào cho yêu cầu bổ sung hồ sơ.");
    }
    List<String> problems = new ArrayList<>(walked.problems());
    granted(walked, problems);
    return PathResult.of(kind.word(), kind, walked, problems);
  }

  private static boolean isSupplement(String chosen) {
    return chosen.equals("incomplete") || chosen.equals("supplement");
  }

  private PathResult late(PathKind kind, String word, String phase, Intake intake) {
    if (!hasTerm(phase, intake)) {
      return PathResult.notApplicable(
          word,
          kind,
          "Giai đoạn \"%s\" chưa biết thời hạn nên không thể quá hạn.".formatted(phase));
    }
    Walked walked = walk(intake, NamedChoices.late(subject.models(), phase));
    boolean waited =
        walked.decisions().stream()
            .anyMatch(d -> d.site().what().equals(Site.NEXT) && !d.chosen().equals(d.usual()));
    if (walked.ok() && !waited) {
      return PathResult.notApplicable(
          word,
          kind,
          "Trường hợp này không đi qua giai đoạn \"%s\" hoặc không có mốc hết hạn."
              .formatted(phase));
    }
    List<String> problems = new ArrayList<>(walked.problems());
    if (walked.ok() && !walked.late().contains(phase)) {
      problems.add("Mốc quá hạn của giai đoạn \"%s\" không báo.".formatted(phase));
    }
    ended(walked, problems, RETURNED, "10 (Đã trả kết quả)");
    return PathResult.of(word, kind, walked, problems);
  }

  private boolean hasTerm(String phase, Intake intake) {
    return subject.procedure().phase(phase).isPresent()
        && stage
            .catalogue()
            .term(subject.procedure(), phase, intake.channel(), intake.caseCode(), intake.area())
            .known();
  }

  /** Whether the phase has a known term for any dossier at all. */
  boolean hasTermAnywhere(String phase) {
    Intakes intakes = new Intakes(subject.procedure());
    Intake usual = intakes.usual(null, null, null);
    return intakes.cases(usual).stream()
        .anyMatch(
            intake ->
                subject.procedure().channels().stream()
                    .anyMatch(channel -> hasTerm(phase, intake.through(channel))));
  }

  private List<PathResult> phaseLate(Intake intake) {
    PathKind kind = PathKind.PHASELATE;
    List<PathResult> results =
        subject.procedure().phases().stream()
            .map(Phase::id)
            .filter(phase -> !phase.equals(SETTLEMENT))
            .map(phase -> late(kind, kind.word() + ":" + phase, phase, intake))
            .toList();
    return results.isEmpty()
        ? List.of(
            PathResult.notApplicable(
                kind.word(), kind, "Thủ tục chỉ có một giai đoạn tính thời hạn."))
        : results;
  }

  private PathResult notReceived(Intake intake) {
    PathKind kind = PathKind.NOTRECEIVED;
    if (!subject.calls("dossier.notReceived")) {
      return PathResult.notApplicable(
          kind.word(), kind, "Mô hình không có nhánh từ chối tiếp nhận.");
    }
    Walked walked = walk(intake, NamedChoices.notReceived());
    List<String> problems = new ArrayList<>(walked.problems());
    ended(walked, problems, NOT_RECEIVED, "3 (Không được tiếp nhận)");
    return PathResult.of(kind.word(), kind, walked, problems);
  }

  private PathResult negative(Intake intake) {
    PathKind kind = PathKind.NEGATIVE;
    if (!subject.calls("dossier.refuse")) {
      return PathResult.notApplicable(kind.word(), kind, "Mô hình không có nhánh từ chối.");
    }
    Walked walked = walk(intake, NamedChoices.negative(null));
    for (String answer : NamedChoices.ANSWERS) {
      // Where nobody could refuse, the refusal may stand behind the other answer of a question.
      if (walked.ok() && !walked.refused() && !saidNo(walked)) {
        walked = walk(intake, NamedChoices.negative(answer));
      }
    }
    if (walked.ok() && !walked.refused() && !saidNo(walked)) {
      return PathResult.notApplicable(
          kind.word(),
          kind,
          "Trường hợp này không có chỗ từ chối; các nhánh từ chối được đi ở cover.");
    }
    List<String> problems = new ArrayList<>(walked.problems());
    ended(walked, problems, RETURNED, "10 (Đã trả kết quả)");
    if (problems.isEmpty() && !walked.refused()) {
      problems.add("Không có văn bản từ chối nào được ban hành.");
    }
    if (walked.refused() && walked.granted()) {
      problems.add("Có kết quả được ban hành sau khi hồ sơ bị từ chối.");
    }
    return PathResult.of(kind.word(), kind, walked, problems);
  }

  /** Whether somebody said no where that ends a dossier, or could have. */
  private static boolean saidNo(Walked walked) {
    return walked.decisions().stream()
        .anyMatch(
            decision ->
                decision.chosen().equals("refuse") && !decision.site().what().equals("proposal"));
  }

  private PathResult interrupted(
      PathKind kind, Intake intake, String message, String verb, int state) {
    if (!subject.calls(verb)) {
      return PathResult.notApplicable(
          kind.word(), kind, "Mô hình không có nhánh này (không gọi %s).".formatted(verb));
    }
    Walked walked = walk(intake, NamedChoices.interrupted(message));
    List<String> problems = new ArrayList<>(walked.problems());
    boolean heard =
        walked.decisions().stream().anyMatch(d -> d.chosen().startsWith("message:" + message));
    if (walked.ok() && !heard) {
      problems.add(
          "Sau khi tiếp nhận, mô hình không chờ thông điệp \"%s\" nên không làm được."
              .formatted(message));
    } else {
      ended(walked, problems, state, String.valueOf(state));
    }
    return PathResult.of(kind.word(), kind, walked, problems);
  }

  private PathResult routedOn(Intake intake) {
    PathKind kind = PathKind.ROUTEDON;
    if (!subject.asks("forwarded") && !subject.calls("outbound.forward")) {
      return PathResult.notApplicable(
          kind.word(), kind, "Mô hình không có bước chuyển hồ sơ đến nơi giải quyết.");
    }
    return happy(kind, intake.atAnotherDesk());
  }
}
