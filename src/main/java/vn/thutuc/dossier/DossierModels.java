package vn.thutuc.dossier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.almanac.CalendarRuns;

/**
 * What a dossier has to do with the version of the model it runs on: it is held while it is moved,
 * says when its phases end, and keeps a line about the move. All calls take part in the caller's
 * transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DossierModels {

  private final Dossiers dossiers;
  private final DossierClock clock;
  private final Journal journal;
  private final CalendarRuns calendar;
  private final JdbcClient jdbc;

  DossierModels(
      Dossiers dossiers,
      DossierClock clock,
      Journal journal,
      CalendarRuns calendar,
      JdbcClient jdbc) {
    this.dossiers = dossiers;
    this.clock = clock;
    this.journal = journal;
    this.calendar = calendar;
    this.jdbc = jdbc;
  }

  /**
   * Holds a dossier until the caller's transaction ends, so that nobody pauses or extends it
   * meanwhile.
   *
   * @return whether there is one with this number
   */
  public boolean hold(String number) {
    return number != null
        && jdbc.sql("select id from dossier where number = ? for no key update")
            .param(number)
            .query(Long.class)
            .optional()
            .isPresent();
  }

  /** When each run of a phase ends, or {@link DossierClock#PARKED}, and the appointment. */
  public SortedMap<String, Instant> ends(String number) {
    Dossier dossier = find(number);
    SortedMap<String, Instant> ends = new TreeMap<>();
    int index = 0;
    for (PhaseRun run : dossier.phases()) {
      index++;
      LocalDateTime end = clock.deadline(dossier, run).end();
      ends.put(
          "%s (%d)".formatted(run.phase(), index),
          end == null ? DossierClock.PARKED : DossierClock.instant(end));
    }
    Instant appointment = dossier.appointments().current();
    if (appointment != null) {
      ends.put("appointment", appointment);
    }
    return ends;
  }

  /**
   * Records that the dossier, or one of the processes it runs in, is on another version. Whoever
   * has read the dossier before and writes it afterwards loses the race.
   *
   * @param from definition left
   * @param to definition it is on now
   * @param words what happened, in Vietnamese
   * @param data further facts for the journal
   */
  public void moved(String number, String from, String to, String words, Map<String, ?> data) {
    journal.write(find(number), JournalEvent.MODEL_CHANGED, words, data);
    jdbc.sql(
            """
            update dossier set version = version + 1,
              definition_id = case when definition_id = :from then :to else definition_id end
            where number = :number
            """)
        .param("from", from)
        .param("to", to)
        .param("number", number)
        .update();
  }

  /** Whether a change of the calendar is still being carried to the dossiers. */
  public boolean calendarIsChanging() {
    return calendar.openRun().isPresent();
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
