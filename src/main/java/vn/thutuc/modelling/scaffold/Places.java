package vn.thutuc.modelling.scaffold;

import java.util.Locale;
import java.util.Set;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Silence;
import vn.thutuc.catalogue.Stage;

/** Draws the call of a shared process for a stage, with everything the process has to be told. */
final class Places {

  private final Kit kit;

  Places(Kit kit) {
    this.kit = kit;
  }

  /** Blocks whose own phase begins when the dossier is sent; what is done before counts outside. */
  private static final Set<Block> COUNTS_LATER =
      Set.of(Block.DECIDE_PROVINCE, Block.DECIDE_ASSEMBLY, Block.ELSEWHERE);

  Element call(Stage stage, Site site) {
    Outcome outcome = Outcome.of(stage.block());
    String place = stage.by() == null ? Actor.COMPETENT : stage.by();
    boolean isOutside =
        stage.block().isAlwaysOutside() || kit.blueprint().outside().contains(place);
    Element call =
        kit.of(
            stage,
            kit.sketch()
                .call(
                    site.region(), "Call_" + Ids.of(stage), name(stage, place), outcome.called()));
    boolean isAround = stage.phase() == null || COUNTS_LATER.contains(stage.block());
    String phase = isAround ? site.phase() : stage.phase();
    boolean isOwn = stage.phase() != null && !stage.phase().equals(site.phase());
    call.in(text(place), "place")
        .in(phase == null ? "null" : text(phase), "phase")
        .in(isOwn ? text(stage.phase()) : "null", "ownPhase")
        .in(String.valueOf(isOutside), "outside")
        .in(text(silence(stage)), "silence")
        .in(String.valueOf(stage.stopsClock()), "stopsClock");
    if (kit.isSubmitted(stage)) {
      call.in("true", "submitted");
    }
    if (stage.remedy()) {
      call.in("true", "remedy");
    }
    if (hasWindow(stage.block())) {
      call.in(text(stage.id()), "window");
    }
    if (outcome.variable() != null) {
      call.out(outcome.variable());
    }
    if (site.phase() != null && outcome.weight() > 0) {
      call.takes(site.phase(), outcome.weight());
    }
    return kit.noted(stage, call);
  }

  private static boolean hasWindow(Block block) {
    return block == Block.POSTING || block == Block.CONFIRM_DRAFT || block == Block.REVISE;
  }

  private static String silence(Stage stage) {
    if (stage.silence() == Silence.GRANTS) {
      return "grants";
    }
    if (stage.silence() == Silence.GOES_ON) {
      return "goes-on";
    }
    return stage.silence() == Silence.REFUSES ? "refuses" : "late";
  }

  /** A text of the closed language, which has no way to write a quote inside one. */
  static String text(String value) {
    return "'" + value.replace("'", "").replace("\"", "") + "'";
  }

  private String name(Stage stage, String place) {
    boolean isOwn = place.equals(Actor.COMPETENT);
    String body = kit.words().place(place);
    if (stage.name() != null) {
      boolean isToldWho =
          isOwn || stage.name().toLowerCase(Locale.ROOT).contains(body.toLowerCase(Locale.ROOT));
      return isToldWho
          ? Words.fit(stage.name())
          : Words.fit(stage.name() + " (" + Words.inside(body) + ")", stage.name());
    }
    String detail = stage.detail() == null ? "" : " " + Words.lowerFirst(stage.detail());
    String inside = Words.inside(body);
    return switch (stage.block()) {
      case CONSULT -> Words.fit("Lấy ý kiến " + (isOwn ? "cơ quan liên quan" : inside));
      case VERIFY ->
          Words.fit(
              "Xác minh thông tin" + (isOwn ? "" : " tại " + inside), "Xác minh tại " + inside);
      case INSPECT ->
          Words.fit(
              (isOwn ? "Kiểm tra" : body + " kiểm tra") + " thực địa" + detail,
              (isOwn ? "Kiểm tra" : body + " kiểm tra") + " thực địa");
      case COUNCIL -> Words.fit("Hội đồng thẩm định họp" + detail, "Hội đồng thẩm định họp");
      case EXAMINE -> Words.fit("Tổ chức sát hạch" + detail, "Tổ chức sát hạch");
      case TEST -> Words.fit("Thử nghiệm, kiểm nghiệm" + detail, "Thử nghiệm, kiểm nghiệm");
      case MEETING -> Words.fit("Họp, làm việc" + detail, "Họp, làm việc với các bên");
      case POSTING -> Words.fit("Niêm yết công khai" + detail, "Niêm yết công khai");
      case CONFIRM_DRAFT -> "Người nộp hồ sơ xác nhận dự thảo";
      case REVISE -> "Người nộp hoàn thiện hồ sơ";
      case OBLIGATION -> "Thực hiện nghĩa vụ tài chính";
      case DECIDE_PROVINCE -> Words.fit("Trình " + (isOwn ? "UBND tỉnh" : inside) + " quyết định");
      case DECIDE_ASSEMBLY -> Words.fit("Trình " + (isOwn ? "HĐND" : inside) + " quyết nghị");
      case DECIDE_ABOVE ->
          Words.fit("Chờ " + (isOwn ? "cơ quan cấp trên" : inside) + " quyết định");
      case ELSEWHERE -> Words.fit((isOwn ? "Cơ quan có thẩm quyền" : body) + " giải quyết hồ sơ");
      case PAY -> Words.fit("Chi trả" + detail, "Chi trả");
      case CORRECT -> "Đính chính, thu hồi kết quả đã cấp";
      default -> throw new IllegalStateException("No called process: " + stage.block());
    };
  }
}
