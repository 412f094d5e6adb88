package vn.thutuc.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counters behind every register, one per agency, register and year, without a gap and safe on
 * several nodes: a counter's row is locked until the transaction of the entry ends, and rolls back
 * with it. Years are those of Asia/Ho_Chi_Minh.
 */
@Component
public class RegisterCounters {

  private final JdbcClient jdbc;

  RegisterCounters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The next ordinal.
   *
   * @param unit id of the agency that keeps the register
   * @param book key of the register
   * @param first ordinal with which a register begins that has no number of that year yet
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int next(String unit, String book, int year, int first) {
    return jdbc.sql(
            """
            insert into register_counter as counter (unit, book, year, last)
            values (:unit, :book, :year, :first)
            on conflict (unit, book, year) do update set last = counter.last + 1
            returning last
            """)
        .param("unit", unit)
        .param("book", book)
        .param("year", year)
        .param("first", first)
        .query(Integer.class)
        .single();
  }

  /** The last ordinal given; empty while the register has not been begun here in that year. */
  public Optional<Integer> last(String unit, String book, int year) {
    return jdbc.sql(
            """
            select last from register_counter where unit = :unit and book = :book and year = :year
            """)
        .param("unit", unit)
        .param("book", book)
        .param("year", year)
        .query(Integer.class)
        .optional();
  }

  /** Whether the register was begun here in that year or before. */
  public boolean isBegun(String unit, String book, int year) {
    return jdbc.sql(
            """
            select exists (select 1 from register_counter
              where unit = :unit and book = :book and year <= :year)
            """)
        .param("unit", unit)
        .param("book", book)
        .param("year", year)
        .query(Boolean.class)
        .single();
  }

  /**
   * Begins a register of a year behind an ordinal that was given elsewhere.
   *
   * @return false when it has been begun already; it stays as it is then
   */
  public boolean begin(String unit, String book, int year, int last) {
    return jdbc.sql(
                """
                insert into register_counter (unit, book, year, last)
                values (:unit, :book, :year, :last) on conflict do nothing
                """)
            .param("unit", unit)
            .param("book", book)
            .param("year", year)
            .param("last", last)
            .update()
        == 1;
  }

  /** The years in which an agency has begun one of these registers. */
  public List<Integer> years(String unit, Collection<String> books) {
    return jdbc.sql(
            """
            select distinct year from register_counter where unit = :unit and book in (:books)
            """)
        .param("unit", unit)
        .param("books", books)
        .query(Integer.class)
        .list();
  }

  /** The agencies that have begun one of these registers, by id; so many at most. */
  public List<String> units(Collection<String> books, int most) {
    return jdbc.sql(
            """
            select distinct unit from register_counter where book in (:books)
            order by unit limit :most
            """)
        .param("books", books)
        .param("most", most)
        .query(String.class)
        .list();
  }
}
