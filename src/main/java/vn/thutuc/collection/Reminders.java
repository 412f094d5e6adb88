package vn.thutuc.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.Notices;

/**
 * Reminds applicants whose result waits at the counter: by hand, once a day at most, and by the
 * house after some days and then once an interval. Each reminder is a notice, a line of the journal
 * and a row of its own, in one transaction that holds the dossier: what is done twice at once is
 * done once, and nobody is reminded of what is being handed over.
 */
@Service
public class Reminders {

  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

  /** What the notice tells. */
  private static final String EVENT = "not-collected";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final int MOST = 100;
  private static final int LONGEST_NOTE = 500;
  private static final int PAGE = 100;

  private final UncollectedRows rows;
  private final UncollectedResults results;
  private final CollectionSettings settings;
  private final Notices notices;
  private final DossierAccess dossiers;
  private final CurrentActor actor;
  private final Now now;
  private final TransactionTemplate transaction;

  Reminders(
      UncollectedRows rows,
      UncollectedResults results,
      CollectionSettings settings,
      Notices notices,
      DossierAccess dossiers,
      CurrentActor actor,
      Now now,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.results = results;
    this.settings = settings;
    this.notices = notices;
    this.dossiers = dossiers;
    this.actor = actor;
    this.now = now;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What became of one dossier.
   *
   * @param number its number
   * @param reminded whether the notice was written now
   * @param message what became of it, in Vietnamese
   */
  public record Outcome(String number, boolean reminded, String message) {}

  /**
   * An officer reminds the applicants of some dossiers; one that cannot be reminded stops no other.
   *
   * @param numbers 1 to 100 numbers of dossiers
   * @param note for the journal, e.g. that they were called; may be null
   * @throws DossierProblem when the caller returns no results, or the request is none
   */
  public List<Outcome> remind(List<String> numbers, String note) {
    Set<String> wanted = new LinkedHashSet<>(numbers == null ? List.of() : numbers);
    wanted.remove(null);
    if (wanted.isEmpty() || wanted.size() > MOST) {
      throw DossierProblem.invalid(
          "numbers-out-of-range", "numbers", "Hãy chọn từ 1 đến %d hồ sơ để nhắc.".formatted(MOST));
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      throw DossierProblem.invalid(
          "field-too-long", "note", "Ghi chú chỉ được tối đa %d ký tự.".formatted(LONGEST_NOTE));
    }
    Set<String> units = results.units();
    return wanted.stream().map(number -> tried(number, units, note)).toList();
  }

  private Outcome tried(String number, Set<String> units, String note) {
    try {
      return transaction.execute(status -> byHand(number, units, note));
    } catch (DossierProblem refusal) {
      return new Outcome(number, false, refusal.getMessage());
    } catch (RuntimeException failure) {
      LOG.error("The applicant of {} could not be reminded", number, failure);
      return new Outcome(
          number,
          false,
          "Chưa nhắc được do hệ thống gặp lỗi. Hãy thử lại sau, hoặc gọi điện và báo người quản trị.");
    }
  }

  private Outcome byHand(String number, Set<String> units, String note) {
    UncollectedRows.Row row = rows.hold(number).orElse(null);
    if (row == null || !units.contains(row.unit())) {
      return new Outcome(
          number, false, "Hồ sơ không chờ nhận kết quả tại quầy của đơn vị anh/chị.");
    }
    LocalDate today = now.local().toLocalDate();
    if (row.remindedAt() != null
        && LocalDate.ofInstant(row.remindedAt(), WorkingCalendar.ZONE).equals(today)) {
      return already(number, row.remindedAt());
    }
    return write(row, actor.get().personId(), results.behalf(row.unit()), note)
        ? new Outcome(number, true, "Đã ghi thông báo nhắc.")
        : already(number, now.instant());
  }

  private static Outcome already(String number, Instant at) {
    return new Outcome(
        number,
        false,
        "Đã nhắc trong ngày %s; mỗi ngày chỉ nhắc một lần."
            .formatted(DAY.format(UncollectedResults.local(at))));
  }

  /**
   * Reminds everybody whose turn it is by the settings. Repeating it, also on another node, reminds
   * nobody twice; one dossier's failure stops no other.
   *
   * @return how many were reminded
   */
  public int remindDue() {
    if (settings.remindAfter() == 0 || settings.remindMost() == 0) {
      return 0;
    }
    int reminded = 0;
    for (List<UncollectedRows.Due> page = due(UncollectedRows.Mark.BEGINNING);
        !page.isEmpty();
        page = due(page.get(page.size() - 1).mark())) {
      reminded += (int) page.stream().filter(one -> byTheHouse(one.number())).count();
    }
    return reminded;
  }

  private List<UncollectedRows.Due> due(UncollectedRows.Mark after) {
    return rows.due(
        results.before(settings.remindAfter()),
        results.before(settings.remindEvery()),
        settings.remindMost(),
        after,
        PAGE);
  }

  private boolean byTheHouse(String number) {
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> isReminded(number)));
    } catch (RuntimeException failure) {
      LOG.warn("The applicant of {} could not be reminded; tried again later", number, failure);
      return false;
    }
  }

  /** Asked anew: it may have been collected or reminded since the list was read. */
  private boolean isReminded(String number) {
    Instant reminded = results.before(settings.remindEvery());
    return rows.hold(number)
        .filter(row -> row.since().isBefore(results.before(settings.remindAfter())))
        .filter(row -> row.reminders() < settings.remindMost())
        .filter(row -> row.remindedAt() == null || row.remindedAt().isBefore(reminded))
        .map(row -> write(row, null, null, null))
        .orElse(false);
  }

  private boolean write(UncollectedRows.Row row, String person, String behalf, String note) {
    int ordinal = row.reminders() + 1;
    if (!rows.remind(row.id(), ordinal, person, note, now.instant())) {
      return false;
    }
    notices.write(row.number(), EVENT, "reminder-" + ordinal);
    dossiers.journal(
        row.number(),
        JournalEvent.APPLICANT_REMINDED,
        note,
        Map.of("what", "lần " + ordinal, "ordinal", ordinal, "days", results.days(row.since())),
        behalf);
    return true;
  }
}
