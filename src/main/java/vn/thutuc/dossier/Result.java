package vn.thutuc.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** One result of a dossier: a permit, a certificate, a decision or a written refusal. */
@Entity
@Table(name = "dossier_result")
public class Result {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne
  @JoinColumn(name = "dossier_id")
  private Dossier dossier;

  private String kind;
  private String title;
  private boolean positive;
  private String number;

  @Column(name = "issued_on")
  private LocalDate issuedOn;

  private String signer;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(name = "signed_for")
  private String signedFor;

  /** Row of the paper made here; null when it was made elsewhere. */
  @Column(name = "paper_id")
  private Long paper;

  @OneToOne
  @JoinColumn(name = "replaced_by")
  private Result replacedBy;

  /** For JPA. */
  protected Result() {}

  Result(Dossier dossier, ResultFacts facts) {
    this.dossier = dossier;
    this.kind = facts.kind();
    this.title = facts.title();
    this.positive = facts.positive();
    this.number = facts.number();
    this.issuedOn = facts.issuedOn();
    this.signer = facts.signer();
    this.validFrom = facts.validFrom();
    this.validTo = facts.validTo();
    this.signedFor = facts.signedFor();
  }

  void isOnPaper(long id) {
    this.paper = id;
  }

  void replaceBy(Result successor) {
    if (replacedBy != null) {
      throw DossierProblem.conflict(
          "result-already-replaced", "Kết quả này đã được thay thế trước đó.");
    }
    this.replacedBy = successor;
  }

  /** What the result says. */
  public ResultFacts facts() {
    return new ResultFacts(
        kind, title, positive, number, issuedOn, signer, validFrom, validTo, signedFor);
  }

  /** Id of its paper, when it was drafted here; null otherwise. */
  public Long paper() {
    return paper;
  }

  /** Whether another result took its place. */
  public boolean isReplaced() {
    return replacedBy != null;
  }
}
