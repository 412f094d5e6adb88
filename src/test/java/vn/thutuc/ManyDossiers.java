package vn.thutuc;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many open dossiers without process instances, as copies of one that people received: cheap, and
 * to the calendar like any other.
 */
public final class ManyDossiers {

  private final JdbcClient jdbc;

  public ManyDossiers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Copies a dossier with its phases; numbers are {@code <prefix>-<n>}. */
  public void copy(String number, String prefix, int count) {
    jdbc.sql(
            """
            insert into dossier (number, procedure_code, procedure_version, state, channel,
              case_code, area_class, return_method, owner_kind, owner_name, words, desk_unit,
              competent_unit, return_unit, received_at, entered_at, first_appointment,
              appointment, binding_appointment, accepted_at)
            select :prefix || '-' || n, procedure_code, procedure_version, state, channel,
              case_code, area_class, return_method, owner_kind, owner_name, words, desk_unit,
              competent_unit, return_unit, received_at, entered_at, first_appointment,
              appointment, binding_appointment, accepted_at
            from dossier, generate_series(1, :count) n where number = :number
            """)
        .param("prefix", prefix)
        .param("count", count)
        .param("number", number)
        .update();
    jdbc.sql(
            """
            insert into dossier_phase (dossier_id, phase, name, term, term_source, determined,
              term_number, started_at, ended_at)
            select c.id, p.phase, p.name, p.term, p.term_source, p.determined, p.term_number,
              p.started_at, p.ended_at
            from dossier c, dossier d join dossier_phase p on p.dossier_id = d.id
            where d.number = :number and c.number like :prefix || '-%'
            """)
        .param("number", number)
        .param("prefix", prefix)
        .update();
  }

  /** Makes the running term of a dossier one that nothing can read. */
  public void spoil(String number) {
    mend(number, "hỏng");
  }

  /** Gives the running phase of a dossier a term. */
  public void mend(String number, String term) {
    jdbc.sql(
            """
            update dossier_phase set term = ? where ended_at is null
              and dossier_id = (select id from dossier where number = ?)
            """)
        .param(term)
        .param(number)
        .update();
  }

  /** Numbers of the open dossiers, in the order a run takes. */
  public List<String> open() {
    return jdbc.sql("select number from dossier where state in (1, 2, 4, 5, 6) order by id")
        .query(String.class)
        .list();
  }

  /** How many open dossiers have a journal line of an event exactly so many times. */
  public long journalled(String event, int times) {
    return jdbc.sql(
            """
            select count(*) from dossier d where d.state in (1, 2, 4, 5, 6)
              and (select count(*) from dossier_journal j
                where j.dossier_id = d.id and j.event = :event) = :times
            """)
        .param("event", event)
        .param("times", times)
        .query(Long.class)
        .single();
  }
}
