package vn.thutuc.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.thutuc.clock.PauseMode;

/** A time during which the dossier's clock stands still. */
@Entity
@Table(name = "dossier_pause")
public class ClockPause {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne
  @JoinColumn(name = "dossier_id")
  private Dossier dossier;

  @Enumerated(EnumType.STRING)
  private PauseGround ground;

  @Enumerated(EnumType.STRING)
  private PauseMode mode;

  private String amount;

  @Column(name = "from_at")
  private Instant fromAt;

  @Column(name = "to_at")
  private Instant toAt;

  @Column(name = "window_end")
  private Instant windowEnd;

  /** For JPA. */
  protected ClockPause() {}

  ClockPause(Dossier dossier, PauseGround ground, String rule, Instant fromAt, Instant windowEnd) {
    String[] parts = rule.split(" ", 2);
    this.dossier = dossier;
    this.ground = ground;
    this.mode = PauseMode.valueOf(parts[0]);
    this.amount = parts.length == 2 ? parts[1] : null;
    this.fromAt = fromAt;
    this.windowEnd = windowEnd;
  }

  void resume(Instant at) {
    toAt = at;
  }

  boolean isOpen() {
    return toAt == null;
  }

  /** Who is waited for. */
  public PauseGround ground() {
    return ground;
  }

  /** What happens to the rest of the term. */
  public PauseMode mode() {
    return mode;
  }

  /** Amount of PLUS and WITH, as a term text; null otherwise. */
  public String amount() {
    return amount;
  }

  /** When the clock stopped. */
  public Instant fromAt() {
    return fromAt;
  }

  /** When it ran on; null while it stands still. */
  public Instant toAt() {
    return toAt;
  }

  /** When the waiting is given up; null without a window. */
  public Instant windowEnd() {
    return windowEnd;
  }
}
