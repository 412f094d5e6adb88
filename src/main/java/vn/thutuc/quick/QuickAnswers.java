package vn.thutuc.quick;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.thutuc.dossier.DossierProblem;

/**
 * What the desk's one sheet answers to the forms of a model. It answers what the officer has said
 * on the sheet and nothing else; a form it does not know ends the settlement.
 */
final class QuickAnswers {

  private static final String SIGN = "ky-duyet";
  private static final String NUMBER = "cap-so-dong-dau";
  private static final String REGISTER = "vao-so";
  private static final String RETURN = "tra-ket-qua-tai-quay";

  private static final String AT_ONCE = "Giải quyết ngay tại quầy";

  private final QuickCases.Case one;
  private final LookUp lookUp;
  private final QuickSettlement.Collector collector;

  QuickAnswers(QuickCases.Case one, LookUp lookUp, QuickSettlement.Collector collector) {
    this.one = one;
    this.lookUp = lookUp;
    this.collector = collector;
  }

  /**
   * The fields of a step's form.
   *
   * @param number number in the register; null before there is one
   * @param day local day, yyyy-MM-dd
   */
  Map<String, Object> of(QuickEngine.Step step, String number, String day) {
    if (!step.own() && !isReturn(step)) {
      throw unknown(step);
    }
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("reason", AT_ONCE);
    switch (String.valueOf(step.form())) {
      case "kiem-tra-thanh-phan" -> {
        form.put("papersChecked", true);
        form.put("checkResult", "complete");
      }
      case "xac-dinh" -> decide(form);
      case "ket-qua-tra-cuu" -> lookUp(form);
      case "tham-dinh-ho-so" -> {
        form.put("appraisal", "Đã kiểm tra, đối chiếu giấy tờ tại quầy; đủ điều kiện.");
        form.put("proposal", "grant");
      }
      case "du-thao-ket-qua" -> form.put("draftContent", content());
      case "xem-xet-du-thao" -> {
        form.put("headDecision", "approve");
        form.put("reason", AT_ONCE + ": bước này không có người xem xét riêng");
      }
      case SIGN -> form.put("leaderDecision", "approve");
      case NUMBER -> {
        form.put("resultNumber", number);
        form.put("resultDate", day);
      }
      case REGISTER -> form.put("registerNumber", number);
      case RETURN -> {
        form.put("collectorName", collector.name().strip());
        form.put("collectorIdNumber", collector.idNumber().strip());
        form.put("registerSigned", true);
      }
      default -> throw unknown(step);
    }
    return form;
  }

  /** Whether a step asks for the number in the register. */
  static boolean isNumbered(QuickEngine.Step step) {
    return step.own() && (NUMBER.equals(step.form()) || REGISTER.equals(step.form()));
  }

  /** Whether the result is signed at a step. */
  static boolean isSigned(QuickEngine.Step step) {
    return step.own() && SIGN.equals(step.form());
  }

  /** Whether a dossier that waited for its signature may be gone on with from a step. */
  static boolean isFromSignatureOn(QuickEngine.Step step) {
    return isSigned(step) || isNumbered(step) || isReturn(step);
  }

  /** The return of results is a model of its own, called by every other. */
  static boolean isReturn(QuickEngine.Step step) {
    return RETURN.equals(step.form());
  }

  private void decide(Map<String, Object> form) {
    boolean asked = lookUp != null && lookUp != LookUp.NOT_ASKED;
    form.put("needed", asked ? "yes" : "no");
    form.put(
        "neededGround",
        asked
            ? "Người yêu cầu đề nghị khai thác cơ sở dữ liệu, ghi tại quầy."
            : "Người yêu cầu xuất trình giấy tờ, không đề nghị khai thác cơ sở dữ liệu.");
  }

  private void lookUp(Map<String, Object> form) {
    if (lookUp == null || lookUp == LookUp.NOT_ASKED) {
      throw DossierProblem.invalid(
          "look-up-missing",
          "lookUp",
          "Chưa chọn kết quả tra cứu cơ sở dữ liệu. Quy trình của thủ tục này có bước tra cứu.");
    }
    form.put("lookUpResult", lookUp == LookUp.MATCH ? "match" : "none");
    if (lookUp == LookUp.NONE) {
      form.put("lookUpNote", "Cơ sở dữ liệu không có; đã đối chiếu giấy tờ xuất trình.");
    }
  }

  private String content() {
    StringBuilder text = new StringBuilder(one.subject());
    if (one.pages() != null) {
      text.append(", ").append(one.pages()).append(" trang");
    }
    return text.append(", số lượng ").append(one.copies()).toString();
  }

  private static DossierProblem unknown(QuickEngine.Step step) {
    return DossierProblem.conflict(
        "quick-step-unknown",
        "Quy trình của thủ tục có bước “%s” mà trang này không làm được, nên chưa có gì được ghi. Hãy dùng trang Tiếp nhận hồ sơ."
            .formatted(step.name()));
  }
}
