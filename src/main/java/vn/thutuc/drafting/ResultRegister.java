package vn.thutuc.drafting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierVisibility;
import vn.thutuc.dossier.RegisterCounters;

/**
 * The registers in which an agency numbers the papers of results, a page at a time, newest first.
 * Read with the unique index over agency, book, year and ordinal.
 */
@Service
@Transactional(readOnly = true)
public class ResultRegister {

  private static final int MOST_ROWS = 200;

  private final JdbcClient jdbc;
  private final RegisterCounters counters;
  private final DossierVisibility visibility;

  ResultRegister(JdbcClient jdbc, RegisterCounters counters, DossierVisibility visibility) {
    this.jdbc = jdbc;
    this.counters = counters;
    this.visibility = visibility;
  }

  /** A register by key and Vietnamese title. */
  public record Book(String key, String title) {}

  /**
   * A number that was given.
   *
   * @param ordinal its place in the register of the year
   * @param written as it is printed
   * @param date day of issue, local
   * @param title name of the result
   * @param dossier number of the dossier
   * @param paper id of the paper, whose file can be read
   */
  public record Row(
      int ordinal, String written, LocalDate date, String title, String dossier, long paper) {}

  /** A page of a register; total is the last number given. */
  public record Page(int total, int page, int size, List<Row> rows) {}

  /** The registers there are. */
  public List<Book> books() {
    return Stream.of(
            PaperKind.DECISION,
            PaperKind.LICENCE,
            PaperKind.CERTIFICATE,
            PaperKind.CONFIRMATION,
            PaperKind.NOTICE,
            PaperKind.LETTER)
        .map(kind -> new Book(kind.book(), kind.bookTitle()))
        .toList();
  }

  /**
   * A page.
   *
   * @throws DossierProblem when there is no such register or the caller is not of the agency
   */
  public Page page(String unit, String book, int year, int page, int size) {
    if (!visibility.readsAll() && !visibility.agencies().contains(unit)) {
      throw new DossierProblem(
          DossierProblem.Kind.NOT_FOUND,
          "register-not-found",
          "unit",
          "Không có sổ văn bản của đơn vị này, hoặc anh/chị không thuộc đơn vị.");
    }
    if (Arrays.stream(PaperKind.values()).noneMatch(kind -> kind.book().equals(book))) {
      throw DossierProblem.invalid(
          "book-unknown", "book", "Không có sổ này. Hãy chọn sổ trong danh sách.");
    }
    if (page < 0 || size < 1 || size > MOST_ROWS) {
      throw DossierProblem.invalid(
          "page-invalid", "size", "Mỗi trang từ 1 đến %d dòng.".formatted(MOST_ROWS));
    }
    return new Page(
        counters.last(unit, book, year).orElse(0), page, size, rows(unit, book, year, page, size));
  }

  private List<Row> rows(String unit, String book, int year, int page, int size) {
    return jdbc.sql(
            """
            select p.sequence, p.number, p.issued_on, p.title, d.number as dossier, p.id
            from result_paper p join dossier d on d.id = p.dossier_id
            where p.unit = :unit and p.book = :book and p.year = :year and p.sequence is not null
            order by p.sequence desc limit :size offset :skipped
            """)
        .param("unit", unit)
        .param("book", book)
        .param("year", year)
        .param("size", size)
        .param("skipped", (long) page * size)
        .query(
            (row, index) ->
                new Row(
                    row.getInt("sequence"),
                    row.getString("number"),
                    row.getDate("issued_on").toLocalDate(),
                    row.getString("title"),
                    row.getString("dossier"),
                    row.getLong("id")))
        .list();
  }
}
