package vn.thutuc.catalogue;

/** How the applicant takes the result; the values of the routing flag {@code returnMethod}. */
public enum ReturnMethod {
  /** Collected at a desk. */
  COUNTER("Nhận tại quầy"),
  /** Delivered by the public postal service. */
  POSTAL("Nhận qua bưu chính công ích"),
  /** Delivered electronically. */
  ELECTRONIC("Nhận bản điện tử");

  private final String label;

  ReturnMethod(String label) {
    this.label = label;
  }

  /** What people read, in Vietnamese. */
  public String label() {
    return label;
  }
}
