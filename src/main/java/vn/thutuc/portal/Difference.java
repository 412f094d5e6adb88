package vn.thutuc.portal;

/**
 * What a comparison found.
 *
 * @param portalNumber number of the dossier at the portal
 * @param dossier row of ours; null when it is missing here
 * @param ours what stands here; null when nothing does
 * @param theirs what stands there; null when nothing does
 * @param repair what was done about it, in Vietnamese
 */
record Difference(
    String portalNumber, Long dossier, Kind kind, String ours, String theirs, String repair) {

  /** Kinds of difference. */
  enum Kind {
    MISSING_THERE("Cổng không có"),
    MISSING_HERE("Ở đây không có"),
    OTHER_STATE("Khác trạng thái"),
    OTHER_APPOINTMENT("Khác ngày hẹn trả");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What people read, in Vietnamese. */
    String label() {
      return label;
    }
  }
}
