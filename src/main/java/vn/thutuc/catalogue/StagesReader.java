package vn.thutuc.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the stages of a procedure and checks them against its other facts. */
final class StagesReader {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Set<String> PLACES = Set.of("competent", "desk", "return", "verifier");
  private static final Set<Block> ASKED = Set.of(Block.CONSULT, Block.VERIFY);
  private static final Set<String> ANSWERS = Set.of("YES", "NO");

  private StagesReader() {}

  static List<Stage> read(Section facts, String key) {
    return facts.parts(key, StagesReader::stage);
  }

  private static Stage stage(Section part) {
    String id = part.text("id");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      part.wrong("id", "“%s” không đúng dạng".formatted(id), "viết như appraise, consult-defence");
    }
    Stage stage =
        new Stage(
            id,
            part.choice("block", Block.class),
            part.optional("name"),
            part.optional("by"),
            part.optional("phase"),
            part.flag("stopsClock"),
            part.choice("silence", Silence.class, Silence.NONE),
            part.optional("article"),
            part.optional("result"),
            part.optional("refusal"),
            part.flag("remedy"),
            part.optional("detail"),
            part.choice("failing", Stage.Failing.class, null),
            part.choice("on", Stage.ChoiceOn.class, null),
            part.optional("question"),
            part.parts("branches", StagesReader::branch),
            part.optional("within") == null ? null : part.term("within"),
            part.optional("source"),
            part.optional("unclear"));
    if (stage.block() != null) {
      shape(part, stage);
    }
    return stage;
  }

  private static Stage.Branch branch(Section part) {
    return new Stage.Branch(part.optional("name"), part.words("when"), read(part, "stages"));
  }

  private static void shape(Section part, Stage stage) {
    Block block = stage.block();
    if (!block.isGroup() && stage.source() == null) {
      part.wrong("source", "thiếu nguồn", "ghi nơi văn bản nói về bước này");
    }
    if (block.isGroup() == stage.branches().isEmpty()) {
      part.wrong(
          "branches",
          block.isGroup() ? "nhóm không có nhánh" : "khối này không có nhánh",
          "chỉ PHASE, PARALLEL, CHOICE, DECIDE có branches");
    }
    boolean goesOn = stage.silence() == Silence.GOES_ON;
    if (goesOn && (!ASKED.contains(block) || stage.phase() == null)) {
      part.wrong(
          "silence",
          "GOES_ON chỉ của cơ quan được hỏi, có thời hạn riêng",
          "dùng ở CONSULT, VERIFY và ghi phase");
    }
    if (stage.silence() != Silence.NONE && !goesOn && stage.article() == null) {
      part.wrong("article", "im lặng có hậu quả mà không có điều luật", "ghi điều luật");
    }
    if ((block == Block.CHOICE) != (stage.on() != null)) {
      part.wrong("on", "chỉ CHOICE có on và phải có", "ghi on: CASE, AREA hoặc CHANNEL");
    }
    if (block == Block.DECIDE) {
      decide(part, stage);
    }
    if (stage.remedy() && block != Block.INSPECT) {
      part.wrong("remedy", "chỉ INSPECT có remedy", "bỏ remedy");
    }
    if (block == Block.PHASE && (stage.phase() == null || stage.branches().size() != 1)) {
      part.wrong("phase", "PHASE cần phase và đúng một nhánh", "ghi phase và một branches");
    }
    if (block == Block.PARALLEL && stage.branches().size() < 2) {
      part.wrong("branches", "PARALLEL cần ít nhất hai nhánh", "thêm nhánh hoặc bỏ nhóm");
    }
  }

  private static void decide(Section part, Stage stage) {
    boolean answered =
        stage.branches().size() == 2
            && stage.branches().stream()
                .allMatch(b -> b.when().size() == 1 && ANSWERS.containsAll(b.when()));
    if (stage.question() == null || !answered) {
      part.wrong(
          "question",
          "DECIDE cần câu hỏi và hai nhánh YES, NO",
          "ghi question và branches với when: [YES] và when: [NO]");
    }
  }

  /** Whether the stages name only what the procedure has; notes what does not fit. */
  static void check(Section facts, Procedure procedure) {
    Set<String> seen = new HashSet<>();
    for (Stage stage : all(procedure.stages())) {
      fits(facts, procedure, stage, "stages", seen);
      if (stage.within() != null) {
        facts.wrong(
            "stages(" + stage.id() + ").within",
            "trước kết quả không có within",
            "ghi thành giai đoạn trong phases");
      }
    }
    fromReception(facts, procedure, procedure.stages(), null);
    for (Stage stage : all(procedure.after())) {
      fits(facts, procedure, stage, "after", seen);
      if (stage.block() != null
          && !stage.block().isGroup()
          && !stage.block().mayFollowTheResult()) {
        facts.wrong(
            "after", "%s không đứng sau kết quả".formatted(stage.block()), "chuyển vào stages");
      }
    }
  }

  private static void fits(
      Section facts, Procedure procedure, Stage stage, String key, Set<String> seen) {
    String at = key + "(" + stage.id() + ")";
    if (!seen.add(stage.id())) {
      facts.wrong(at, "id lặp lại", "mỗi bước một id");
    }
    if (stage.by() != null && !knowsPlace(procedure, stage.by())) {
      facts.wrong(
          at + ".by",
          "không có nơi “%s”".formatted(stage.by()),
          "dùng competent, desk hoặc một khóa của bodies, outside");
    }
    if (stage.phase() != null && procedure.phase(stage.phase()).isEmpty()) {
      facts.wrong(at + ".phase", "không có giai đoạn này", "thêm vào phases hoặc sửa lại");
    }
    if (stage.result() != null && procedure.result(stage.result()).isEmpty()) {
      facts.wrong(at + ".result", "không có kết quả này", "thêm vào results hoặc sửa lại");
    }
    if (stage.refusal() != null
        && procedure.result(stage.refusal()).filter(kind -> !kind.positive()).isEmpty()) {
      facts.wrong(
          at + ".refusal",
          "không có kết quả từ chối này",
          "thêm vào results với positive: false hoặc sửa lại");
    }
    if (stage.on() != null) {
      values(facts, procedure, stage, at);
    }
  }

  /**
   * A part that counts from reception runs until its stage ends it; where the stage may not be
   * reached, only the cases that reach it may have the term.
   */
  private static void fromReception(
      Section facts, Procedure procedure, List<Stage> stages, List<String> cases) {
    for (Stage stage : stages) {
      boolean isUnsafe =
          cases != null
              && stage.phase() != null
              && procedure
                  .phase(stage.phase())
                  .filter(
                      phase ->
                          phase.terms().stream()
                              .filter(term -> term.term() != null)
                              .filter(term -> startOf(phase, term) == PhaseStart.RECEPTION)
                              .anyMatch(term -> !cases.contains(term.caseCode())))
                  .isPresent();
      if (isUnsafe) {
        facts.wrong(
            "stages(" + stage.id() + ").phase",
            "giai đoạn tính từ khi tiếp nhận nhưng có hồ sơ không qua bước này",
            "ghi case của nhánh ở mọi thời hạn của giai đoạn, hoặc dùng starts: STAGE");
      }
      for (Stage.Branch branch : stage.branches()) {
        fromReception(facts, procedure, branch.stages(), within(stage, branch, cases));
      }
    }
  }

  private static PhaseStart startOf(Phase phase, PhaseTerm term) {
    return term.starts() == null ? phase.starts() : term.starts();
  }

  /** The cases that reach a branch; null while every dossier does. */
  private static List<String> within(Stage stage, Stage.Branch branch, List<String> cases) {
    if (stage.on() == Stage.ChoiceOn.CASE) {
      return branch.when();
    }
    return stage.block() == Block.CHOICE || stage.block() == Block.DECIDE ? List.of() : cases;
  }

  private static void values(Section facts, Procedure procedure, Stage stage, String at) {
    List<String> known = known(procedure, stage.on());
    Set<String> seen = new HashSet<>();
    long others = stage.branches().stream().filter(branch -> branch.when().isEmpty()).count();
    for (String value : stage.branches().stream().flatMap(b -> b.when().stream()).toList()) {
      if (!known.contains(value) || !seen.add(value)) {
        facts.wrong(
            at + ".branches",
            "giá trị “%s” lạ hoặc lặp lại".formatted(value),
            "dùng một trong: " + String.join(", ", known));
      }
    }
    if (others > 1 || others == 0 && !seen.containsAll(known)) {
      facts.wrong(
          at + ".branches",
          "các nhánh không phủ mọi giá trị",
          "thêm nhánh, hoặc để một nhánh không có when cho các giá trị còn lại");
    }
  }

  private static List<String> known(Procedure procedure, Stage.ChoiceOn on) {
    return switch (on) {
      case CASE -> procedure.cases().stream().map(Choice::code).toList();
      case AREA -> procedure.areas().stream().map(Choice::code).toList();
      case CHANNEL -> procedure.channels().stream().map(Enum::name).toList();
    };
  }

  private static boolean knowsPlace(Procedure procedure, String place) {
    return PLACES.contains(place)
        || procedure.bodies().containsKey(place)
        || procedure.outside().containsKey(place);
  }

  /** A list of stages with everything inside its groups, in order. */
  static List<Stage> all(List<Stage> stages) {
    List<Stage> all = new ArrayList<>();
    for (Stage stage : stages) {
      all.add(stage);
      stage.branches().stream()
          .flatMap(branch -> Stream.of(branch.stages()))
          .forEach(inner -> all.addAll(all(inner)));
    }
    return all;
  }
}
