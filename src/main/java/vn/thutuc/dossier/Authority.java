package vn.thutuc.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** The authority to act for the owner, and who may collect the result. */
@Embeddable
public class Authority {

  @Column(name = "authority_document")
  private String document;

  @Column(name = "authority_until")
  private LocalDate until;

  @Column(name = "collector_name")
  private String collector;

  /** For JPA. */
  protected Authority() {}

  /**
   * @param document the written authority, or null
   * @param until its last day, or null
   * @param collector name of who may collect the result besides the owner, or null
   */
  public Authority(String document, LocalDate until, String collector) {
    this.document = document;
    this.until = until;
    this.collector = collector;
  }

  /** The written authority, or null. */
  public String document() {
    return document;
  }

  /** Its last day, or null. */
  public LocalDate until() {
    return until;
  }

  /** Name of who may collect the result besides the owner, or null. */
  public String collector() {
    return collector;
  }
}
