package vn.thutuc.modelling.scaffold;

import java.util.Map;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Stage;

/**
 * A called process, its answer and what of it is negative.
 *
 * @param called id of the shared process
 * @param variable its answer; null when it gives none
 * @param negative the negative answer
 * @param question name of the gateway that looks at it
 * @param good name of the way on
 * @param bad name of the other way
 * @param isRefusing whether the negative answer refuses the dossier unless the facts say otherwise
 * @param weight what it usually takes of its phase
 */
record Outcome(
    String called,
    String variable,
    String negative,
    String question,
    String good,
    String bad,
    boolean isRefusing,
    int weight) {

  private static final Map<Block, Outcome> TABLE =
      Map.ofEntries(
          Map.entry(
              Block.CONSULT,
              told("lay-y-kien", "opinion", "disagree", "Ý kiến đồng ý?", "Đồng ý", 200)),
          Map.entry(
              Block.VERIFY,
              told(
                  "xac-minh-thong-tin",
                  "verificationOutcome",
                  "notVerified",
                  "Thông tin đúng?",
                  "Đúng",
                  200)),
          Map.entry(
              Block.MEETING,
              told("hop-lam-viec", "meetingOutcome", "not-reached", "Đã thống nhất?", "Có", 150)),
          Map.entry(
              Block.POSTING,
              told("niem-yet", "postingOutcome", "objected", "Có ý kiến phản đối?", "Không", 200)),
          Map.entry(
              Block.CONFIRM_DRAFT,
              told(
                  "xac-nhan-du-thao",
                  "draftOutcome",
                  "silent",
                  "Đã xác nhận dự thảo?",
                  "Đã trả lời",
                  100)),
          Map.entry(
              Block.INSPECT,
              failing(
                  "kiem-tra-thuc-dia", "inspectionOutcome", "Kiểm tra đạt yêu cầu?", "Đạt", 250)),
          Map.entry(
              Block.COUNCIL,
              failing(
                  "hoi-dong-tham-dinh", "councilOutcome", "Hội đồng thông qua?", "Thông qua", 300)),
          Map.entry(Block.EXAMINE, failing("sat-hach", "examOutcome", "Sát hạch đạt?", "Đạt", 300)),
          Map.entry(
              Block.TEST, failing("thu-nghiem", "testOutcome", "Thử nghiệm đạt?", "Đạt", 300)),
          Map.entry(Block.DECIDE_PROVINCE, deciding("trinh-cap-tinh", 300)),
          Map.entry(Block.DECIDE_ASSEMBLY, deciding("nghi-quyet-hdnd", 400)),
          Map.entry(Block.DECIDE_ABOVE, deciding("cho-cap-tren", 400)),
          Map.entry(Block.ELSEWHERE, deciding("giai-quyet-noi-khac", 500)),
          Map.entry(Block.CORRECT, deciding("dinh-chinh-thu-hoi", 400)),
          Map.entry(
              Block.REVISE,
              new Outcome(
                  "hoan-thien-ho-so",
                  "supplementOutcome",
                  "expired",
                  "Đã hoàn thiện trong hạn?",
                  "Đã hoàn thiện",
                  "Hết hạn",
                  false,
                  50)),
          Map.entry(Block.OBLIGATION, silent("nghia-vu-tai-chinh", 100)),
          Map.entry(Block.PAY, silent("chi-tra", 100)));

  private static Outcome told(
      String called, String variable, String negative, String question, String good, int weight) {
    String bad = good.equals("Không") ? "Có" : "Không";
    return new Outcome(called, variable, negative, question, good, bad, false, weight);
  }

  private static Outcome failing(
      String called, String variable, String question, String good, int weight) {
    return new Outcome(
        called,
        variable,
        "failed",
        question,
        good,
        "Không " + Words.lowerFirst(good),
        true,
        weight);
  }

  private static Outcome deciding(String called, int weight) {
    return new Outcome(
        called, "decision", "refuse", "Quyết định đồng ý?", "Đồng ý", "Không đồng ý", true, weight);
  }

  private static Outcome silent(String called, int weight) {
    return new Outcome(called, null, null, null, null, null, false, weight);
  }

  static boolean isCalled(Block block) {
    return TABLE.containsKey(block);
  }

  static Outcome of(Block block) {
    return TABLE.get(block);
  }

  /** Whether a negative answer of the stage refuses the dossier. */
  static boolean refuses(Stage stage) {
    if (stage.failing() != null) {
      return stage.failing() == Stage.Failing.REFUSE
          && (stage.block() == Block.APPRAISE || isCalled(stage.block()) && answers(stage.block()));
    }
    return stage.block() == Block.APPRAISE
        || isCalled(stage.block()) && TABLE.get(stage.block()).isRefusing();
  }

  private static boolean answers(Block block) {
    return block != Block.REVISE && TABLE.get(block).variable() != null;
  }

  /** Whether the stage or one inside it may refuse the dossier. */
  static boolean mayRefuse(Stage stage) {
    return refuses(stage)
        || stage.branches().stream()
            .flatMap(branch -> branch.stages().stream())
            .anyMatch(Outcome::mayRefuse);
  }

  Chain.Way onward() {
    return Chain.way("Yes", good, "${%s != '%s'}".formatted(variable, negative));
  }

  Chain.Way away() {
    return Chain.way("No", bad, "${%s == '%s'}".formatted(variable, negative));
  }
}
