package vn.thutuc.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** An amount added to a phase's term before its end, with its ground and who approved it. */
@Entity
@Table(name = "dossier_extension")
public class PhaseExtension {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne
  @JoinColumn(name = "dossier_id")
  private Dossier dossier;

  private String phase;
  private String amount;
  private String ground;

  @Column(name = "approved_by")
  private String approvedBy;

  private Instant at;

  /** For JPA. */
  protected PhaseExtension() {}

  PhaseExtension(
      Dossier dossier, String phase, String amount, String ground, String approvedBy, Instant at) {
    this.dossier = dossier;
    this.phase = phase;
    this.amount = amount;
    this.ground = ground;
    this.approvedBy = approvedBy;
    this.at = at;
  }

  /** Id of the phase. */
  public String phase() {
    return phase;
  }

  /** What was added, as a term text. */
  public String amount() {
    return amount;
  }

  /** Why. */
  public String ground() {
    return ground;
  }

  /** Id of the person who approved it. */
  public String approvedBy() {
    return approvedBy;
  }

  /** When it was granted. */
  public Instant at() {
    return at;
  }
}
