package vn.thutuc.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.stream.Stream;

/** The units that have to do with a dossier; each may be another. */
@Embeddable
public class Units {

  @Column(name = "support_unit")
  private String support;

  @Column(name = "desk_unit")
  private String desk;

  @Column(name = "competent_unit")
  private String competent;

  @Column(name = "return_unit")
  private String returning;

  @Column(name = "verifier_unit")
  private String verifier;

  /** For JPA. */
  protected Units() {}

  /**
   * @param support where the applicant was helped to submit online, or null
   * @param desk receiving desk
   * @param competent unit that settles
   * @param returning place of return
   */
  public Units(String support, String desk, String competent, String returning) {
    this.support = support;
    this.desk = desk;
    this.competent = competent;
    this.returning = returning;
  }

  void verifyAt(String unit) {
    verifier = unit;
  }

  void settleAt(String unit) {
    competent = unit;
  }

  /** Puts one unit in the place of another wherever it stands; false when it stands nowhere. */
  boolean replace(String from, String to) {
    boolean stands =
        Stream.of(support, desk, competent, returning, verifier).anyMatch(from::equals);
    support = from.equals(support) ? to : support;
    desk = from.equals(desk) ? to : desk;
    competent = from.equals(competent) ? to : competent;
    returning = from.equals(returning) ? to : returning;
    verifier = from.equals(verifier) ? to : verifier;
    return stands;
  }

  /** Where the applicant was helped to submit online, or null. */
  public String support() {
    return support;
  }

  /** Receiving desk. */
  public String desk() {
    return desk;
  }

  /** Unit that settles. */
  public String competent() {
    return competent;
  }

  /** Place of return. */
  public String returning() {
    return returning;
  }

  /** Unit asked to verify something, or null. */
  public String verifier() {
    return verifier;
  }
}
