package vn.thutuc.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.OutsideFacts;

/**
 * Compares what the portal holds with ours, in pages, and repairs what differs: ours is told anew
 * by an act, what is only there is asked for. Dossiers whose acts still wait are left alone. Runs
 * on one node; when that dies, another begins anew.
 */
@Service
public class Reconciliation {

  static final int PAGE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

  private final PortalSettings settings;
  private final PortalClient client;
  private final PortalTables tables;
  private final PortalRows rows;
  private final PortalActs acts;
  private final ArrivalRows arrivals;
  private final CheckRows checks;
  private final OutsideFacts facts;
  private final TransactionTemplate transaction;
  private final Now now;

  Reconciliation(
      PortalSettings settings,
      PortalClient client,
      PortalTables tables,
      PortalRows rows,
      PortalActs acts,
      ArrivalRows arrivals,
      CheckRows checks,
      OutsideFacts facts,
      PlatformTransactionManager transactions,
      Now now) {
    this.settings = settings;
    this.client = client;
    this.tables = tables;
    this.rows = rows;
    this.acts = acts;
    this.arrivals = arrivals;
    this.checks = checks;
    this.facts = facts;
    this.transaction = new TransactionTemplate(transactions);
    this.now = now;
  }

  /** Asks for the day's own comparison, once its hour has come. */
  public void askDaily() {
    LocalDateTime local = now.local();
    if (settings.enabled() && !local.toLocalTime().isBefore(settings.checkAt())) {
      checks.daily(local.toLocalDate());
    }
  }

  /** Runs every comparison that waits; on several nodes each is run by one. */
  public void runDue() {
    if (!settings.enabled()) {
      return;
    }
    Optional<Long> check = checks.lease();
    while (check.isPresent()) {
      run(check.get());
      check = checks.lease();
    }
  }

  private void run(long check) {
    try {
      Run run = new Run(check);
      if (settings.lists()) {
        theirs(run);
      }
      ours(run);
      checks.ended(check, null);
    } catch (PortalDown | PortalRefusal problem) {
      checks.ended(check, problem.getMessage());
    } catch (RuntimeException failure) {
      LOG.error("The comparison {} with the portal failed", check, failure);
      checks.ended(check, "Lỗi hệ thống. Hãy xem nhật ký máy chủ rồi đối soát lại.");
    }
  }

  /** What one run counts. */
  private final class Run {

    private final long id;
    private int theirs;
    private int ours;
    private int differences;
    private int repaired;

    Run(long id) {
      this.id = id;
    }

    void counted() {
      checks.counted(id, new CheckRows.Counts(theirs, ours, differences, repaired));
    }
  }

  private Instant since() {
    return now.instant().minus(Duration.ofDays(settings.checkDays()));
  }

  private void theirs(Run run) {
    String since = DAY.format(LocalDate.ofInstant(since(), WorkingCalendar.ZONE));
    String after = "";
    JsonNode page = client.list(since, after, PAGE);
    while (!page.isEmpty()) {
      Map<String, JsonNode> byNumber = new LinkedHashMap<>();
      page.forEach(row -> byNumber.put(row.path("MaHoSo").asText(), row));
      Map<String, CheckRows.Ours> ours =
          checks.ours(byNumber.keySet()).stream()
              .collect(Collectors.toMap(CheckRows.Ours::portalNumber, one -> one));
      byNumber.forEach((number, row) -> compare(run, number, row, ours.get(number)));
      checks.seen(run.id, ours.values().stream().map(CheckRows.Ours::dossier).toList());
      run.theirs += byNumber.size();
      run.ours += ours.size();
      run.counted();
      String last = lastOf(byNumber);
      if (last.compareTo(after) <= 0) {
        throw new PortalDown(
            "Danh sách của Cổng không theo thứ tự mã hồ sơ nên không đối soát được.");
      }
      after = last;
      page = client.list(since, after, PAGE);
    }
  }

  private static String lastOf(Map<String, JsonNode> byNumber) {
    return new ArrayList<>(byNumber.keySet()).get(byNumber.size() - 1);
  }

  private void compare(Run run, String number, JsonNode row, CheckRows.Ours ours) {
    if (ours == null) {
      missingHere(run, number, row);
    } else {
      compare(run, ours, Optional.of(row));
    }
  }

  /** Ours that the list did not show, each looked up: also those the portal never got. */
  private void ours(Run run) {
    long after = 0;
    List<CheckRows.Ours> page = checks.unseen(run.id, since(), after, PAGE);
    while (!page.isEmpty()) {
      for (CheckRows.Ours one : page) {
        if (!checks.isUnderWay(one.dossier())) {
          compare(run, one, client.lookUp(one.portalNumber()));
        }
      }
      run.ours += page.size();
      run.counted();
      after = page.get(page.size() - 1).dossier();
      page = checks.unseen(run.id, since(), after, PAGE);
    }
  }

  private void missingHere(Run run, String number, JsonNode row) {
    String theirs = tables.stateLabel(row.path("TrangThaiHoSo").asText(""));
    Boolean asked =
        transaction.execute(
            status -> {
              boolean isAskedFor = arrivals.announce(number);
              checks.differs(
                  run.id,
                  new Difference(
                      number,
                      null,
                      Difference.Kind.MISSING_HERE,
                      null,
                      theirs,
                      isAskedFor
                          ? "Đã xếp hàng lấy hồ sơ về từ Cổng"
                          : "Đã lấy mà không nhận được: xem mục chưa nhận được"));
              return isAskedFor;
            });
    run.differences++;
    run.repaired += Boolean.TRUE.equals(asked) ? 1 : 0;
  }

  private void compare(Run run, CheckRows.Ours one, Optional<JsonNode> theirs) {
    if (checks.isUnderWay(one.dossier())) {
      return;
    }
    if (differences(one, theirs.orElse(null)).isEmpty()) {
      return;
    }
    // The list may be older than what was sent since: what differs is looked at once more.
    JsonNode fresh = client.lookUp(one.portalNumber()).orElse(null);
    List<Difference> found = differences(one, fresh);
    if (found.isEmpty() || checks.isUnderWay(one.dossier())) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          rows.forget(one.dossier(), fresh != null);
          acts.repair(one.number(), run.id);
          found.forEach(difference -> checks.differs(run.id, difference));
        });
    run.differences += found.size();
    run.repaired += found.size();
  }

  private List<Difference> differences(CheckRows.Ours one, JsonNode theirs) {
    OutsideFacts.Told told = facts.of(one.number());
    if (theirs == null) {
      return List.of(difference(one, Difference.Kind.MISSING_THERE, told.state().label(), null));
    }
    List<Difference> found = new ArrayList<>();
    String state = tables.state(told.state());
    String stateThere = theirs.path("TrangThaiHoSo").asText("");
    if (!state.equals(stateThere)) {
      found.add(
          difference(
              one,
              Difference.Kind.OTHER_STATE,
              told.state().label(),
              tables.stateLabel(stateThere)));
    }
    LocalDateTime appointment = told.file().document().appointment();
    String promised = appointment == null ? "" : PortalMessages.MOMENT.format(appointment);
    String promisedThere = theirs.path("NgayHenTra").asText("");
    if (!promised.equals(promisedThere)) {
      found.add(
          difference(
              one, Difference.Kind.OTHER_APPOINTMENT, readable(promised), readable(promisedThere)));
    }
    return found;
  }

  private static String readable(String moment) {
    try {
      return moment.isEmpty()
          ? "chưa có"
          : READABLE.format(LocalDateTime.parse(moment, PortalMessages.MOMENT));
    } catch (DateTimeParseException e) {
      return moment.substring(0, Math.min(moment.length(), 64));
    }
  }

  private static Difference difference(
      CheckRows.Ours one, Difference.Kind kind, String ours, String theirs) {
    return new Difference(
        one.portalNumber(),
        one.dossier(),
        kind,
        ours,
        theirs,
        "Đã ghi việc gửi lại hồ sơ lên Cổng");
  }
}
