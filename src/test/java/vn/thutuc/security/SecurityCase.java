package vn.thutuc.security;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;

/** What the tests of who may do what share: the server, its people, and dossiers at some step. */
@HouseTest
abstract class SecurityCase {

  static final String BIRTH = "1.001193";
  static final String PERMIT = "1.000028";
  static final String MAU_SON = "H37.202";

  @Autowired protected Play play;
  @Autowired protected ProcessEngine engine;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected Now now;
  @LocalServerPort private int port;

  protected Web web;

  @BeforeEach
  void openTheDoor() {
    web = new Web(port);
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  /** A birth of Phường Đông Kinh that waits for its specialist. */
  protected String birthAtTheSpecialist() {
    String number =
        play.receives("motcuadongkinh", DemoSubmissions.person(BIRTH, "Người Cách Ly Thử").build());
    play.does(
        "motcuadongkinh",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    return number;
  }

  /** A permit of Sở Xây dựng that waits for its specialist. */
  protected String permitAtTheSpecialist() {
    String number =
        play.receives("motcua", DemoSubmissions.organisation(PERMIT, "Công ty Thử Quyền").build());
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    return number;
  }

  /** A permit of Sở Xây dựng that waits for the leader's signature. */
  protected String permitAtTheLeader() {
    String number = permitAtTheSpecialist();
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of("opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));
    play.does("truongphong", number, "Task_Review", Map.of("headDecision", "approve"));
    return number;
  }

  /** The only open task of a dossier, asked as the house. */
  protected Task task(String number) {
    List<Task> open =
        engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list();
    if (open.size() != 1) {
      throw new AssertionError("Dossier " + number + " has these open tasks: " + open);
    }
    return open.get(0);
  }

  /** The task as it is now; null when it is done. */
  protected Task again(Task task) {
    return engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
  }
}
