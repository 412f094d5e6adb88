package vn.thutuc.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The posts in the database. */
interface Posts extends Repository<Post, Long> {

  String HELD = "p.fromDate <= :day and (p.untilDate is null or p.untilDate > :day)";

  @Query(
      "select p from Post p join fetch p.person where p.person.id = :person and "
          + HELD
          + " order by p.id")
  List<Post> heldBy(String person, LocalDate day);

  @Query("select p from Post p join fetch p.person where " + HELD + " order by p.id")
  List<Post> heldOn(LocalDate day);

  @Query(
      "select p from Person p"
          + " where exists (select 1 from Post o where o.person = p and o.untilDate is null)"
          + " order by p.id")
  List<Person> peopleInOffice();

  @Query(
      "select p from Post p join fetch p.person where p.unitId = :unit and p.role = :role and "
          + HELD
          + " order by p.person.id")
  List<Post> heldIn(String unit, String role, LocalDate day);

  @Query(
      "select count(p) > 0 from Post p"
          + " where p.person.id = :person and p.unitId = :unit and p.role = :role and "
          + HELD)
  boolean held(String person, String unit, String role, LocalDate day);

  @Query("select p from Post p join fetch p.person where p.untilDate is null order by p.id")
  List<Post> open();

  @Query("select p from Person p where p.id = :id")
  Optional<Person> person(String id);

  @Query("select p from Person p where p.id in :ids")
  List<Person> people(Collection<String> ids);
}
