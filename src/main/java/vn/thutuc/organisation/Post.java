package vn.thutuc.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A role a person holds in a unit, from a day on until the day before another. */
@Entity
@Table(name = "org_post")
class Post {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "person_id")
  private Person person;

  private String unitId;
  private String role;
  private LocalDate fromDate;
  private LocalDate untilDate;

  protected Post() {}

  Post(Person person, String unitId, String role, LocalDate fromDate) {
    this.person = person;
    this.unitId = unitId;
    this.role = role;
    this.fromDate = fromDate;
  }

  /** Ends the post; one that would end before it began ends on the day it began. */
  void end(LocalDate day) {
    untilDate = day.isBefore(fromDate) ? fromDate : day;
  }

  Person person() {
    return person;
  }

  String unitId() {
    return unitId;
  }

  String role() {
    return role;
  }

  PostView view() {
    return new PostView(person.id(), unitId, role, fromDate, untilDate);
  }
}
