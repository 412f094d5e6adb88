package vn.thutuc.catalogue;

/** How a dossier reaches the house; the values of the routing flag {@code channel}. */
public enum Channel {
  /** Handed in at a desk. */
  COUNTER("Trực tiếp"),
  /** Submitted on the national portal. */
  ONLINE("Trực tuyến"),
  /** Sent by the public postal service. */
  POSTAL("Bưu chính công ích");

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  /** What people read, in Vietnamese. */
  public String label() {
    return label;
  }
}
