package vn.thutuc.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;

/** When a dossier was received and entered; the two differ after a power or network failure. */
@Embeddable
public class ReceptionFacts {

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "entered_at")
  private Instant enteredAt;

  @Column(name = "facts_day")
  private LocalDate factsDay;

  @Column(name = "late_entry_ground")
  private String lateEntryGround;

  @Column(name = "slip_number")
  private String slipNumber;

  @Column(name = "source_system")
  private String sourceSystem;

  @Column(name = "external_id")
  private String externalId;

  @Enumerated(EnumType.STRING)
  @Column(name = "notice_wish")
  private NoticeWish noticeWish;

  /** For JPA. */
  protected ReceptionFacts() {}

  /**
   * @param receivedAt true instant of reception; null means now
   * @param lateEntryGround why it is entered afterwards; required with {@code receivedAt}
   * @param slipNumber number of the paper slip given meanwhile, or null
   * @param sourceSystem the system it came from, or null
   * @param externalId its id there, or null
   */
  public ReceptionFacts(
      Instant receivedAt,
      String lateEntryGround,
      String slipNumber,
      String sourceSystem,
      String externalId) {
    this.receivedAt = receivedAt;
    this.lateEntryGround = lateEntryGround;
    this.slipNumber = slipNumber;
    this.sourceSystem = sourceSystem;
    this.externalId = externalId;
  }

  /** With what the applicant wishes to be told by; null when nobody asked. */
  public ReceptionFacts wishing(NoticeWish wish) {
    noticeWish = wish;
    return this;
  }

  void enter(Instant now) {
    enteredAt = now;
    if (receivedAt == null) {
      receivedAt = now;
    }
  }

  void holdTo(LocalDate day) {
    factsDay = day;
  }

  /** The day whose version of the procedure's facts holds; null for the day of reception. */
  public LocalDate factsDay() {
    return factsDay;
  }

  /** True instant of reception. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /** When it was entered here. */
  public Instant enteredAt() {
    return enteredAt;
  }

  /** Why it was entered afterwards; null when it was not. */
  public String lateEntryGround() {
    return lateEntryGround;
  }

  /** Number of the paper slip given meanwhile, or null. */
  public String slipNumber() {
    return slipNumber;
  }

  /** The system it came from, or null. */
  public String sourceSystem() {
    return sourceSystem;
  }

  /** Its id there, or null. */
  public String externalId() {
    return externalId;
  }

  /** What the applicant wishes to be told by; null when nobody asked. */
  public NoticeWish noticeWish() {
    return noticeWish;
  }
}
