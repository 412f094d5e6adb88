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

/** One request for a supplement (form 02): what is missing, why, and when it was answered. */
@Entity
@Table(name = "dossier_supplement")
public class SupplementRequest {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne
  @JoinColumn(name = "dossier_id")
  private Dossier dossier;

  @Column(name = "before_acceptance")
  private boolean beforeAcceptance;

  private boolean revision;

  private String phase;
  private String missing;
  private String reason;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "expired_at")
  private Instant expiredAt;

  /** For JPA. */
  protected SupplementRequest() {}

  SupplementRequest(
      Dossier dossier, String phase, String missing, String reason, boolean revision, Instant at) {
    this.revision = revision;
    this.dossier = dossier;
    this.beforeAcceptance = !dossier.isAccepted();
    this.phase = phase;
    this.missing = missing;
    this.reason = reason;
    this.askedAt = at;
  }

  boolean isOpen() {
    return answeredAt == null && expiredAt == null;
  }

  void answer(Instant at) {
    answeredAt = at;
  }

  void expire(Instant at) {
    expiredAt = at;
  }

  /** Whether it was asked before the dossier was accepted as complete (it then does not count). */
  public boolean beforeAcceptance() {
    return beforeAcceptance;
  }

  /** Whether it asks for a revision after comments in substance (it then does not count). */
  public boolean isRevision() {
    return revision;
  }

  /** What is missing, as written on the form. */
  public String missing() {
    return missing;
  }

  /** Why it is needed. */
  public String reason() {
    return reason;
  }

  /** When it was asked. */
  public Instant askedAt() {
    return askedAt;
  }

  /** When it was answered; null while open or expired. */
  public Instant answeredAt() {
    return answeredAt;
  }

  /** When its window ended unanswered; null otherwise. */
  public Instant expiredAt() {
    return expiredAt;
  }
}
