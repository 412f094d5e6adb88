package vn.thutuc.dossier;

/** Why a clock may stand still: who is waited for. */
public enum PauseGround {
  SUPPLEMENT("Chờ người nộp bổ sung, hoàn thiện hồ sơ", false),
  FINANCIAL_OBLIGATION("Chờ thực hiện nghĩa vụ tài chính", false),
  REVISION("Chờ người nộp hoàn thiện hồ sơ theo ý kiến thẩm định", false),
  OTHER_BODY("Chờ cơ quan khác", true);

  private final String label;
  private final boolean sideBySide;

  PauseGround(String label, boolean sideBySide) {
    this.label = label;
    this.sideBySide = sideBySide;
  }

  /** Vietnamese label. */
  public String label() {
    return label;
  }

  /**
   * Whether the same ground may be open several times at once: several bodies are asked side by
   * side, and the clock runs on when the last has answered.
   */
  boolean isSideBySide() {
    return sideBySide;
  }
}
