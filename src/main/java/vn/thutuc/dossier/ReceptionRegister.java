package vn.thutuc.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * What a receiving desk took in during a period, in the order of reception, a page at a time: the
 * rows of the register of dossiers (form 07). Read with the index {@code dossier_desk}.
 */
@Service
@Transactional(readOnly = true)
public class ReceptionRegister {

  /** Longest period: a register is kept by the year. */
  static final int MOST_DAYS = 366;

  /** Most rows a page. */
  static final int MOST_ROWS = 1_000;

  private final JdbcClient jdbc;
  private final DossierVisibility visibility;
  private final Organisation organisation;
  private final Catalogue catalogue;

  ReceptionRegister(
      JdbcClient jdbc,
      DossierVisibility visibility,
      Organisation organisation,
      Catalogue catalogue) {
    this.jdbc = jdbc;
    this.visibility = visibility;
    this.organisation = organisation;
    this.catalogue = catalogue;
  }

  /**
   * One dossier; times are local to Asia/Ho_Chi_Minh.
   *
   * @param ordinal its place in the period, from 1
   * @param number dossier number
   * @param procedure short title of the procedure
   * @param applicant name of the owner
   * @param address address of the owner; may be null
   * @param phone telephone of the owner; may be null
   * @param competent name of the unit that settles
   * @param receivedAt when it was received
   * @param appointment appointment in force; null without one
   * @param returnedAt when the result was handed over; null before
   * @param returnMethod how the result is wanted
   * @param state national state
   */
  public record Row(
      int ordinal,
      String number,
      String procedure,
      String applicant,
      String address,
      String phone,
      String competent,
      LocalDateTime receivedAt,
      LocalDateTime appointment,
      LocalDateTime returnedAt,
      ReturnMethod returnMethod,
      NationalState state) {}

  /**
   * A page.
   *
   * @param unit id of the receiving desk
   * @param rows the rows
   * @param page number of the page, from 0
   * @param size rows a page
   * @param total rows of the whole period
   */
  public record Page(String unit, List<Row> rows, int page, int size, long total) {}

  /**
   * A page of the register of a desk.
   *
   * @param unit id of the desk's unit
   * @param from first day, local
   * @param to last day, local
   * @param page number of the page, from 0
   * @param size rows a page, 1 to 1,000
   * @throws DossierProblem when there is no such page or the caller is not of the desk's agency
   */
  public Page page(String unit, LocalDate from, LocalDate to, int page, int size) {
    requireDesk(unit);
    requirePeriod(from, to);
    requireRange("page", page, 0, 1_000);
    requireRange("size", size, 1, MOST_ROWS);
    Timestamp first = start(from);
    Timestamp behind = start(to.plusDays(1));
    long total =
        jdbc.sql("select count(*) " + FROM)
            .param("unit", unit)
            .param("first", first)
            .param("behind", behind)
            .query(Long.class)
            .single();
    int skipped = page * size;
    List<Row> rows =
        jdbc.sql(COLUMNS + FROM + " order by received_at, id limit " + size + " offset " + skipped)
            .param("unit", unit)
            .param("first", first)
            .param("behind", behind)
            .query((row, index) -> row(row, skipped + index + 1))
            .list();
    return new Page(unit, rows, page, size, total);
  }

  private static final String COLUMNS =
      """
      select number, procedure_code, facts_day, owner_name, owner_address, owner_phone,
        competent_unit, received_at, appointment, returned_at, return_method, state
      """;

  private static final String FROM =
      "from dossier where desk_unit = :unit and received_at >= :first and received_at < :behind";

  private Row row(ResultSet row, int ordinal) throws SQLException {
    LocalDateTime received = local(row.getTimestamp("received_at"));
    LocalDate held = row.getObject("facts_day", LocalDate.class);
    return new Row(
        ordinal,
        row.getString("number"),
        title(row.getString("procedure_code"), held == null ? received : held.atStartOfDay()),
        row.getString("owner_name"),
        row.getString("owner_address"),
        row.getString("owner_phone"),
        name(row.getString("competent_unit")),
        received,
        local(row.getTimestamp("appointment")),
        local(row.getTimestamp("returned_at")),
        ReturnMethod.valueOf(row.getString("return_method")),
        NationalState.of(row.getInt("state")));
  }

  private String title(String code, LocalDateTime day) {
    return catalogue.find(code, day).map(Procedure::shortTitle).orElse(code);
  }

  private String name(String unit) {
    return organisation.unit(unit).map(UnitView::name).orElse(unit);
  }

  private void requireDesk(String unit) {
    boolean mine =
        organisation.unit(unit).isPresent()
            && (visibility.readsAll()
                || organisation
                    .agencyOf(unit)
                    .filter(agency -> visibility.agencies().contains(agency.id()))
                    .isPresent());
    if (!mine) {
      throw new DossierProblem(
          DossierProblem.Kind.NOT_FOUND,
          "desk-not-found",
          "unit",
          "Không có sổ theo dõi của đơn vị " + unit + ", hoặc đơn vị không thuộc cơ quan của bạn.");
    }
  }

  private static void requirePeriod(LocalDate from, LocalDate to) {
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw DossierProblem.invalid(
          "period-invalid",
          "to",
          "Kỳ của sổ không hợp lệ: ngày cuối không trước ngày đầu và kỳ không dài quá một năm.");
    }
  }

  private static void requireRange(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw DossierProblem.invalid(
          "page-out-of-range",
          field,
          "Trang không hợp lệ: %s phải từ %d đến %d.".formatted(field, least, most));
    }
  }

  private static Timestamp start(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
  }

  private static LocalDateTime local(Timestamp at) {
    Instant instant = at == null ? null : at.toInstant();
    return instant == null ? null : DossierClock.local(instant).withNano(0);
  }
}
