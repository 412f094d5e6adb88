package vn.thutuc;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.almanac.AlmanacSeed;

/** Puts the shipped calendar back and leaves no open dossier. */
public final class CalendarReset {

  private CalendarReset() {}

  public static void run(JdbcClient jdbc, AlmanacSeed seed, RuntimeService runtime) {
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(
            instance ->
                runtime.deleteProcessInstanceIfExists(
                    instance.getId(), "test", true, true, true, false));
    for (String statement :
        new String[] {
          "update dossier set state = 10 where state in (1, 2, 4, 5, 6)",
          "delete from calendar_run_failure",
          "delete from calendar_run",
          "delete from calendar_day",
          "delete from calendar_draft",
          "delete from calendar_year",
          "delete from working_hours",
        }) {
      jdbc.sql(statement).update();
    }
    seed.seed();
  }
}
