package vn.thutuc.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who works with the system; kept for ever, for journals name them. */
@Entity
@Table(name = "org_person")
class Person {

  @Id private String id;
  private String name;
  private String email;

  protected Person() {}

  Person(String id, String name) {
    this.id = id;
    this.name = name;
  }

  /** Takes over the name and tells whether it differed. */
  boolean rename(String newName) {
    boolean differs = !name.equals(newName);
    name = newName;
    return differs;
  }

  /** Takes over the address, null for none. */
  void isReachedAt(String newEmail) {
    email = newEmail;
  }

  String email() {
    return email;
  }

  String id() {
    return id;
  }

  PersonView view() {
    return new PersonView(id, name);
  }
}
