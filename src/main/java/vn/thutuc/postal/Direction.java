package vn.thutuc.postal;

/** Which way a parcel goes. */
public enum Direction {
  /** A result goes to its applicant. */
  RETURN("Gửi kết quả"),
  /** A dossier is fetched from the applicant's home. */
  PICKUP("Lấy hồ sơ tận nơi");

  private final String label;

  Direction(String label) {
    this.label = label;
  }

  /** Vietnamese label. */
  public String label() {
    return label;
  }
}
