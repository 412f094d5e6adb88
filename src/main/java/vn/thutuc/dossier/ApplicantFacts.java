package vn.thutuc.dossier;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a notice to the applicant says beyond the case file. Asked by the house itself or after the
 * right to read was.
 */
@Service
@Transactional(readOnly = true)
public class ApplicantFacts {

  /** What officers type for the applicant to read; nothing else of the forms is given out. */
  private static final List<String> TOLD =
      List.of(
          "noticeText",
          "remedyAsked",
          "examAt",
          "examPlace",
          "meetingAt",
          "meetingPlace",
          "noticeNumber",
          "noticeDate",
          "noticeAmount");

  private final Dossiers dossiers;
  private final DossierClock clock;
  private final JdbcClient jdbc;

  ApplicantFacts(Dossiers dossiers, DossierClock clock, JdbcClient jdbc) {
    this.dossiers = dossiers;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /**
   * Facts of a dossier.
   *
   * @param wish what the applicant wishes to be told by; null when nobody asked
   * @param typed what officers typed for the applicant, by field; fields nobody filled are absent
   */
  public record Facts(NoticeWish wish, Map<String, String> typed) {}

  /**
   * The facts as they stood at a moment: what was typed later belongs to a later notice.
   *
   * @throws DossierProblem when there is no such dossier
   */
  public Facts of(String number, Instant until) {
    Dossier dossier = find(number);
    Map<String, String> typed = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (f.key) f.key, f.value
            from dossier_entry e, jsonb_each_text(e.fields) f
            where e.dossier_id = :dossier and e.taken_back_at is null and e.at <= :until
              and f.key = any(:told) and f.value <> ''
            order by f.key, e.id desc
            """)
        .param("dossier", dossier.id())
        .param("until", Timestamp.from(until))
        .param("told", TOLD.toArray(String[]::new))
        .query(
            row -> {
              typed.put(row.getString(1), row.getString(2).strip());
            });
    return new Facts(dossier.reception().noticeWish(), Map.copyOf(typed));
  }

  /**
   * Whether a line of the journal that names a phase is about the one the applicant's appointment
   * rests on; an end of another phase is the house's own business.
   */
  public boolean isAboutTheAppointment(String number, long journalLine) {
    Dossier dossier = find(number);
    if (dossier.appointments().current() == null) {
      return false;
    }
    String phase =
        jdbc.sql("select coalesce(data ->> 'phase', '') from dossier_journal where id = ?")
            .param(journalLine)
            .query(String.class)
            .single();
    return clock.promised(dossier).filter(run -> run.phase().equals(phase)).isPresent();
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
