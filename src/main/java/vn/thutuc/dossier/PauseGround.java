package vn.thutuc.dossier;

/** Why a clock may stand still: who is waited for. */
public enum PauseGround {
  SUPPLEMENT("Chờ người nộp bổ sung, hoàn thiện hồ sơ"),
  FINANCIAL_OBLIGATION("Chờ thực hiện nghĩa vụ tài chính");

  private final String label;

  PauseGround(String label) {
    this.label = label;
  }

  /** Vietnamese label. */
  public String label() {
    return label;
  }
}
