package vn.thutuc.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The owner of a dossier or who submits it for them. Personal data: never leaves the dossier's own
 * tables.
 */
@Embeddable
public class Party {

  /** A natural person or an organisation. */
  public enum Kind {
    PERSON,
    ORGANISATION
  }

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private Kind kind;

  @Column(name = "name")
  private String name;

  @Column(name = "id_number")
  private String idNumber;

  @Column(name = "phone")
  private String phone;

  @Column(name = "email")
  private String email;

  @Column(name = "address")
  private String address;

  /** For JPA. */
  protected Party() {}

  /**
   * @param kind person or organisation; null means person
   * @param name full name, required
   * @param idNumber personal number, passport or enterprise code; may be null
   * @param phone may be null
   * @param email may be null
   * @param address may be null
   */
  public Party(
      Kind kind, String name, String idNumber, String phone, String email, String address) {
    this.kind = kind == null ? Kind.PERSON : kind;
    this.name = name;
    this.idNumber = idNumber;
    this.phone = phone;
    this.email = email;
    this.address = address;
  }

  /** Person or organisation. */
  public Kind kind() {
    return kind;
  }

  /** Full name. */
  public String name() {
    return name;
  }

  /** Personal number, passport or enterprise code, or null. */
  public String idNumber() {
    return idNumber;
  }

  /** Telephone number, or null. */
  public String phone() {
    return phone;
  }

  /** E-mail address, or null. */
  public String email() {
    return email;
  }

  /** Postal address, or null. */
  public String address() {
    return address;
  }
}
