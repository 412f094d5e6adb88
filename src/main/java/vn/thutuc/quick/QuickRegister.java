package vn.thutuc.quick;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierVisibility;
import vn.thutuc.dossier.NationalState;

/** The registers of quick procedures as people of the agency read them, and their beginning. */
@Service
@Transactional(readOnly = true)
public class QuickRegister {

  /** Most rows of a page, and most that wait which are shown. */
  public static final int MOST_ROWS = 200;

  private static final int MOST_PAGES = 10_000;

  private final JdbcClient jdbc;
  private final DossierVisibility visibility;
  private final QuickNumbers numbers;
  private final QuickDesk desk;

  QuickRegister(
      JdbcClient jdbc, DossierVisibility visibility, QuickNumbers numbers, QuickDesk desk) {
    this.jdbc = jdbc;
    this.visibility = visibility;
    this.numbers = numbers;
    this.desk = desk;
  }

  /**
   * A line. Times are local to Asia/Ho_Chi_Minh.
   *
   * @param number number in the register; null while a signature is waited for
   * @param at when it was entered; while it waits, when it was received
   * @param applicant name of the owner
   * @param subject what the paper is called; null when it was entered step by step
   * @param signer who signed; null while nobody has
   * @param fee whole đồng; null when it was entered step by step
   */
  public record Row(
      String number,
      LocalDateTime at,
      String dossier,
      String procedure,
      String applicant,
      String subject,
      Integer pages,
      Integer copies,
      Long fee,
      String signer,
      String officer,
      String state) {}

  /**
   * A page, the newest number first.
   *
   * @param begun whether a number of that year was given here, or the register was begun
   * @param next the number that comes next
   */
  public record Page(
      String unit,
      Book book,
      String title,
      int year,
      boolean begun,
      String next,
      List<Row> rows,
      int page,
      int size,
      long total) {}

  /** A register, by code and Vietnamese name. */
  public record BookRef(Book code, String label) {}

  /**
   * The registers of an agency.
   *
   * @param years years with numbers given here and this year, the newest first
   * @param year this year
   * @param mayBegin whether the caller may begin a register
   * @param mayFinish whether the caller may go on with what waits for a signature
   * @param signers who may have signed; empty for who may not go on
   */
  public record Shelf(
      String unit,
      String name,
      List<BookRef> books,
      List<Integer> years,
      int year,
      boolean mayBegin,
      boolean mayFinish,
      List<QuickSheets.Signer> signers) {}

  private static final int MOST_SHELVES = 500;

  /** The registers the caller may read, by agency. */
  public List<Shelf> shelves() {
    List<String> units =
        visibility.readsAll()
            ? numbers.units(MOST_SHELVES)
            : visibility.agencies().stream().sorted().filter(desk::settlesAtOnce).toList();
    return units.stream().map(this::shelf).toList();
  }

  private Shelf shelf(String unit) {
    int year = desk.today().getYear();
    Set<Integer> years = new TreeSet<>(Comparator.reverseOrder());
    years.add(year);
    years.addAll(numbers.years(unit));
    boolean mayFinish = desk.isDeskOf(unit);
    return new Shelf(
        unit,
        desk.unitName(unit),
        Stream.of(Book.values()).map(book -> new BookRef(book, book.label())).toList(),
        List.copyOf(years),
        year,
        desk.isKeeperOf(unit),
        mayFinish,
        mayFinish ? QuickSheets.signers(desk, unit) : List.of());
  }

  private static final String FROM =
      """
      from quick_case c join dossier d on d.number = c.dossier
      where c.unit = :unit and c.book = :book and c.year = :year
      """;

  /**
   * A page of a register of an agency.
   *
   * @param page number of the page, from 0
   * @param size rows a page, 1 to {@value #MOST_ROWS}
   * @throws DossierProblem when there is no such page or the caller is not of the agency
   */
  public Page page(String unit, Book book, int year, int page, int size) {
    requireSight(unit);
    range("page", page, 0, MOST_PAGES);
    range("size", size, 1, MOST_ROWS);
    long total =
        jdbc.sql("select count(*) " + FROM)
            .param("unit", unit)
            .param("book", book.name())
            .param("year", year)
            .query(Long.class)
            .single();
    List<Row> rows =
        jdbc.sql(
                "select "
                    + QuickCases.COLUMNS
                    + ", d.owner_name, d.state "
                    + FROM
                    + " order by c.sequence desc limit :size offset :skipped")
            .param("unit", unit)
            .param("book", book.name())
            .param("year", year)
            .param("size", size)
            .param("skipped", (long) page * size)
            .query((row, index) -> row(QuickCases.read(row), row.getString(17), row.getInt(18)))
            .list();
    return new Page(
        unit,
        book,
        book.label(),
        year,
        numbers.last(unit, book, year).isPresent(),
        numbers.coming(unit, book, year),
        rows,
        page,
        size,
        total);
  }

  /** What was received at once and waits for a signature, the newest first. */
  public List<Row> waiting(String unit) {
    requireSight(unit);
    return jdbc.sql(
            "select "
                + QuickCases.COLUMNS
                + """
                , d.owner_name, d.state from quick_case c join dossier d on d.number = c.dossier
                where c.unit = :unit and c.number is null and d.closed_at is null
                order by c.begun_at desc limit :most
                """)
        .param("unit", unit)
        .param("most", MOST_ROWS)
        .query((row, index) -> row(QuickCases.read(row), row.getString(17), row.getInt(18)))
        .list();
  }

  /**
   * Begins a register of this year behind the last number of the paper book.
   *
   * @param last last number written in the paper book this year; 0 when there is none
   * @throws DossierProblem when numbers were given already, or the caller may not
   */
  @Transactional
  public void begin(String unit, Book book, int last) {
    desk.requireKeeperOf(unit);
    numbers.begin(unit, book, desk.today().getYear(), last);
  }

  private Row row(QuickCases.Case one, String applicant, int state) {
    return new Row(
        one.number(),
        QuickReceipts.local(one.enteredAt() == null ? one.begunAt() : one.enteredAt()),
        one.dossier(),
        one.procedure(),
        applicant,
        one.subject(),
        one.pages(),
        one.copies(),
        one.fee(),
        desk.signature(one.signer(), one.signedFor()),
        desk.name(one.officer()),
        NationalState.of(state).label());
  }

  private void requireSight(String unit) {
    if (!visibility.readsAll() && !visibility.agencies().contains(unit)) {
      throw new DossierProblem(
          DossierProblem.Kind.NOT_FOUND,
          "book-not-found",
          "unit",
          "Không có sổ của đơn vị này, hoặc đơn vị không phải cơ quan của anh/chị.");
    }
  }

  private static void range(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw DossierProblem.invalid(
          "page-out-of-range",
          field,
          "Trang không hợp lệ: %s phải từ %d đến %d.".formatted(field, least, most));
    }
  }
}
