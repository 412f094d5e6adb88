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
import java.util.Objects;
import vn.thutuc.clock.Term;

/** One run of a statutory phase: what its term is, when it started and when it ended. */
@Entity
@Table(name = "dossier_phase")
public class PhaseRun {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne
  @JoinColumn(name = "dossier_id")
  private Dossier dossier;

  private String phase;
  private String name;
  private String term;

  @Column(name = "term_source")
  private String termSource;

  private boolean determined;

  @Column(name = "term_number")
  private int termNumber;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  /** For JPA. */
  protected PhaseRun() {}

  PhaseRun(Dossier dossier, PhaseFacts facts, int termNumber, Instant startedAt) {
    this.dossier = dossier;
    this.phase = facts.id();
    this.name = facts.name();
    this.term = facts.term();
    this.termSource = facts.source();
    this.determined = facts.determined();
    this.termNumber = termNumber;
    this.startedAt = startedAt;
  }

  void end(Instant at) {
    if (endedAt == null) {
      endedAt = at;
    }
  }

  /** Id of the phase in the catalogue. */
  public String phase() {
    return phase;
  }

  /** Vietnamese name of the phase. */
  public String name() {
    return name;
  }

  /** The term, or null where it is not known. */
  public Term term() {
    return term == null ? null : Term.parse(term);
  }

  /** Where the term stands in law, or which determination gave it; may be null. */
  public String termSource() {
    return termSource;
  }

  /** Whether the term is a determination of the province. */
  public boolean determined() {
    return determined;
  }

  /** Counts up when another run, an extension or a restart lets the ladder ring anew. */
  public int termNumber() {
    return termNumber;
  }

  /** Takes the term of another version of the facts; whether that changes anything. */
  boolean take(PhaseFacts facts) {
    if (Objects.equals(term, facts.term())) {
      return false;
    }
    term = facts.term();
    termSource = facts.source();
    determined = facts.determined();
    beginNewTerm();
    return true;
  }

  void beginNewTerm() {
    termNumber++;
  }

  /** When it began. */
  public Instant startedAt() {
    return startedAt;
  }

  /** When it ended; null while it runs. */
  public Instant endedAt() {
    return endedAt;
  }

  /** Whether it has not ended. */
  public boolean isRunning() {
    return endedAt == null;
  }
}
