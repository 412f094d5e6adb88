package vn.thutuc.organisation;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the database to what the organisation's files say. Nothing is ever deleted: units, people
 * and posts the files no longer have get an end date, for dossiers and journals name them.
 */
@Service
public class OrganisationImport {

  /** Any number, the same on every node: two nodes that start together import one by one. */
  private static final long LOCK = 0x6F7267L;

  private final EntityManager database;
  private final Units units;
  private final Posts posts;

  OrganisationImport(EntityManager database, Units units, Posts posts) {
    this.database = database;
    this.units = units;
    this.posts = posts;
  }

  /**
   * Applies the files in one transaction; a second run with the same files changes nothing.
   *
   * @param files what {@link OrganisationFiles} has read
   * @param day first day of what is new, first day without what is gone
   * @return what was done
   */
  @Transactional
  public ImportSummary apply(OrganisationFiles files, LocalDate day) {
    database
        .createNativeQuery("select 1 from pg_advisory_xact_lock(" + LOCK + ")")
        .getSingleResult();
    Tally tally = new Tally();
    units(files.units(), day, tally);
    Map<String, Person> people = people(files.people(), tally);
    posts(files.people(), people, day, tally);
    database.flush();
    return tally.summary();
  }

  private void units(List<UnitRow> rows, LocalDate day, Tally tally) {
    Map<String, Unit> known =
        units.findAll().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    for (UnitRow row : rows) {
      Unit unit = known.remove(row.id());
      if (unit == null) {
        database.persist(new Unit(row));
        tally.unitsAdded++;
      } else if (unit.take(row)) {
        tally.unitsChanged++;
      }
    }
    known.values().stream().filter(unit -> unit.end(day)).forEach(unit -> tally.unitsEnded++);
  }

  private Map<String, Person> people(List<PersonRow> rows, Tally tally) {
    Map<String, Person> people =
        database
            .createQuery("select p from Person p", Person.class)
            .getResultStream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    for (PersonRow row : rows) {
      Person person = people.computeIfAbsent(row.id(), id -> added(row, tally));
      if (person.rename(row.name())) {
        tally.peopleRenamed++;
      }
    }
    emails(rows, people);
    return people;
  }

  /** Of several lines about one person any may give the address. */
  private static void emails(List<PersonRow> rows, Map<String, Person> people) {
    Map<String, String> addresses = new HashMap<>();
    rows.stream()
        .filter(row -> row.email() != null)
        .forEach(row -> addresses.put(row.id(), row.email()));
    rows.stream()
        .map(PersonRow::id)
        .distinct()
        .forEach(id -> people.get(id).isReachedAt(addresses.get(id)));
  }

  private Person added(PersonRow row, Tally tally) {
    Person person = new Person(row.id(), row.name());
    database.persist(person);
    tally.peopleAdded++;
    return person;
  }

  private void posts(List<PersonRow> rows, Map<String, Person> people, LocalDate day, Tally tally) {
    Map<PostKey, Post> open =
        posts.open().stream().collect(Collectors.toMap(PostKey::of, Function.identity()));
    Set<PostKey> wanted = new HashSet<>();
    for (PersonRow row : rows) {
      row.roles().forEach(role -> wanted.add(new PostKey(row.id(), row.unit(), role)));
    }
    for (PostKey key : wanted) {
      if (open.remove(key) == null) {
        database.persist(new Post(people.get(key.person()), key.unit(), key.role(), day));
        tally.postsOpened++;
      }
    }
    open.values().forEach(post -> post.end(day));
    tally.postsEnded += open.size();
  }

  private record PostKey(String person, String unit, String role) {

    static PostKey of(Post post) {
      return new PostKey(post.person().id(), post.unitId(), post.role());
    }
  }

  private static final class Tally {

    private int unitsAdded;
    private int unitsChanged;
    private int unitsEnded;
    private int peopleAdded;
    private int peopleRenamed;
    private int postsOpened;
    private int postsEnded;

    ImportSummary summary() {
      return new ImportSummary(
          unitsAdded,
          unitsChanged,
          unitsEnded,
          peopleAdded,
          peopleRenamed,
          postsOpened,
          postsEnded);
    }
  }
}
