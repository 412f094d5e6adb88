package vn.thutuc.benchmark;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.almanac.Almanac;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;

/**
 * Dossiers of one commune, played by its people's steps: in time on many days, near, late, paused
 * with and without an open task, and ready to be returned. The clock stands at {@link #NOW}.
 */
final class PlayedDossiers {

  /** Where the clock is left: a Wednesday morning. */
  static final LocalDateTime NOW = LocalDateTime.parse("2026-04-15T10:00");

  private static final String LAND = "1.012753";
  private static final String BIRTH = "1.001193";
  private static final String DESK = "motcuadongkinh";
  private static final String SPECIALIST = "chuyenviendongkinh";
  private static final String LEADER = "lanhdaodongkinh";
  private static final String CLERK = "vanthudongkinh";

  private final Play play;
  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final List<String> numbers = new ArrayList<>();

  private PlayedDossiers(ConfigurableApplicationContext house) {
    play = house.getBean(Play.class);
    jdbc = house.getBean(JdbcClient.class);
    calendar = house.getBean(Almanac.class).clockOf("").calendar();
  }

  /** Plays them and moves the clock to {@link #NOW}. */
  static List<ManyTasks.Template> play(ConfigurableApplicationContext house) {
    PlayedDossiers played = new PlayedDossiers(house);
    played.play();
    return played.numbers.stream().map(played::template).toList();
  }

  private ManyTasks.Template template(String number) {
    return jdbc.sql(
            """
            select d.number, d.instance_id, (select count(*) from act_ru_task t
              join act_ru_execution e on e.id_ = t.proc_inst_id_
              where e.business_key_ = d.number) tasks
            from dossier d where d.number = ?
            """)
        .param(number)
        .query(ManyTasks.Template.class)
        .single();
  }

  /** Land has 20 working days with a certificate. */
  private void play() {
    for (int before = 23; before >= 1; before--) {
      play.to(calendar.plusWorkingDays(NOW.toLocalDate(), -before).atTime(9, 0));
      land(true);
      if (before <= 15) {
        land(true);
        inspected("grant");
      }
      if (before <= 12) {
        decided();
      }
      if (before <= 10 && before > 7) {
        does(CLERK, "Task_NumberDecision", "resultNumber", "20/QĐ", "resultDate", "2026-03-05");
        does(SPECIALIST, "Task_TransferForm", "opinion", "500 m2");
        notice();
      }
      if (before == 6) {
        land(true);
        inspected("supplement");
      }
    }
    play.to(NOW.toLocalDate().atTime(8, 0));
    land(false);
    birth();
    birth();
    readyBirth();
    play.to(NOW);
  }

  private void does(String person, String step, Object... form) {
    Map<String, Object> fields = new HashMap<>();
    for (int i = 0; i < form.length; i += 2) {
      fields.put((String) form[i], form[i + 1]);
    }
    play.does(person, last(), step, fields);
  }

  private String last() {
    return numbers.get(numbers.size() - 1);
  }

  private void land(boolean checked) {
    numbers.add(
        play.receives(
            DESK,
            DemoSubmissions.organisation(LAND, "Hợp tác xã Đo Đạc")
                .at(BenchmarkProvince.HOME)
                .of("WITH_CERTIFICATE", "USUAL")
                .build()));
    if (checked) {
      does(
          DESK,
          "Task_CheckPapers",
          "papersChecked",
          true,
          "checkResult",
          "complete",
          "caseCode",
          "WITH_CERTIFICATE",
          "areaClass",
          "USUAL",
          "originalsAtReturn",
          true);
    }
  }

  private void inspected(String proposal) {
    does(
        SPECIALIST,
        "Task_Inspect",
        "inspectionDate",
        "2026-03-04",
        "inspectionSummary",
        "Ranh giới rõ ràng",
        "proposal",
        proposal,
        "leased",
        false,
        "obligation",
        true,
        "missingPapers",
        "Trích lục",
        "reason",
        "Thiếu trích lục");
  }

  private void decided() {
    does(LEADER, "Task_Decide", "leaderDecision", "approve");
  }

  private void notice() {
    does(
        SPECIALIST,
        "Task_TaxNotice",
        "noticeNumber",
        "01/TB",
        "noticeDate",
        "2026-03-12",
        "noticeAmount",
        1_000_000);
  }

  private void birth() {
    numbers.add(
        play.receives(
            DESK,
            DemoSubmissions.person(BIRTH, "Người Đo Đạc").at(BenchmarkProvince.HOME).build()));
    does(DESK, "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private void readyBirth() {
    birth();
    does(SPECIALIST, "Task_Examine", "opinion", "Đủ", "proposal", "grant");
    does(
        SPECIALIST, "Task_EnterRegister", "registerVolume", "01/2026", "registerNumber", "15/2026");
    does(SPECIALIST, "Task_ReceivePersonalNumber", "personalNumber", "000000000777");
    does(SPECIALIST, "Task_Print", "resultNumber", "15/2026", "resultDate", "2026-04-15");
    does(LEADER, "Task_Sign", "leaderDecision", "approve");
  }
}
