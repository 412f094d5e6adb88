package vn.thutuc.process.security;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DueList;
import vn.thutuc.process.DueListQueries;

/**
 * The filters of Tasklist that each role finds in it. Everybody has what is theirs or may be taken
 * by them; who leads has the whole agency's lists as well, who serves at a desk what is handed over
 * today.
 */
@Component
class RoleFilters {

  private static final List<String> ALL =
      List.of("one-stop-officer", "specialist", "head", "leader", "clerk");
  private static final List<String> LEADING = List.of("head", "leader");
  private static final List<String> DESK = List.of("one-stop-officer");

  private static final String BLUE = "#1a5276";
  private static final String AMBER = "#8a5a00";
  private static final String RED = "#a61c1c";
  private static final String GREY = "#4d5656";
  private static final String GREEN = "#1d6f42";

  private static final String MINE =
      "Việc anh/chị đang giữ hoặc nhận được, của hồ sơ có tình trạng này";
  private static final String WHOLE = "Mọi việc của cơ quan, của hồ sơ có tình trạng này";

  private final TaskService tasks;

  RoleFilters(TaskService tasks) {
    this.tasks = tasks;
  }

  /**
   * A filter as the house makes it.
   *
   * @param key stable name, also when the filter is called otherwise one day
   * @param name what people read
   * @param roles roles that see it
   * @param query what it asks
   * @param properties what Tasklist keeps with it
   */
  record Shipped(
      String key,
      String name,
      List<String> roles,
      TaskQuery query,
      Map<String, Object> properties) {}

  /** All of them, in the order in which they stand. */
  List<Shipped> shipped() {
    return List.of(
        new Shipped(
            "mine",
            "Việc của tôi",
            ALL,
            held().followUpBeforeOrNotExistentExpression("${now()}"),
            properties(-20, true, BLUE, "Việc anh/chị đang giữ")),
        new Shipped(
            "put-back",
            "Tạm cất",
            ALL,
            held().followUpAfterExpression("${now()}"),
            properties(-15, false, GREY, "Việc anh/chị tạm cất đến một ngày")),
        new Shipped(
            "claimable",
            "Chờ nhận của đơn vị",
            ALL,
            candidate().taskUnassigned(),
            properties(-10, true, BLUE, "Việc chưa ai nhận mà anh/chị nhận được")),
        mine(DueList.NEAR, -9, AMBER, ALL),
        mine(DueList.LATE, -8, RED, ALL),
        mine(
            DueList.PAUSED,
            -7,
            GREY,
            ALL,
            ". Hồ sơ chờ người nộp bổ sung thì không có việc: xem trong Tìm hồ sơ"),
        mine(DueList.RETURN_TODAY, -6, GREEN, DESK),
        whole(DueList.NEAR, -4, AMBER),
        whole(DueList.LATE, -3, RED),
        whole(DueList.PAUSED, -2, GREY),
        new Shipped(
            "all",
            "Tất cả việc của đơn vị",
            ALL,
            tasks.createTaskQuery(),
            properties(0, false, BLUE, "Mọi việc đang mở của cơ quan")));
  }

  private Shipped mine(DueList list, int priority, String color, List<String> roles) {
    return mine(list, priority, color, roles, "");
  }

  private Shipped mine(
      DueList list, int priority, String color, List<String> roles, String furthermore) {
    return new Shipped(
        key(list),
        list.label(),
        roles,
        candidate().includeAssignedTasks().taskDefinitionKeyIn(DueListQueries.mark(list)),
        properties(priority, false, color, MINE + furthermore));
  }

  private Shipped whole(DueList list, int priority, String color) {
    return new Shipped(
        key(list) + "-whole",
        list.label() + " (cả cơ quan)",
        LEADING,
        tasks.createTaskQuery().taskDefinitionKeyIn(DueListQueries.mark(list)),
        properties(priority, false, color, WHOLE));
  }

  private TaskQuery held() {
    return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
  }

  private TaskQuery candidate() {
    return tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}");
  }

  private static String key(DueList list) {
    return list.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Only lists that are short and change under one's hands are drawn anew by themselves. */
  private static Map<String, Object> properties(
      int priority, boolean refresh, String color, String description) {
    return new TreeMap<>(
        Map.of(
            "priority", priority, "refresh", refresh, "color", color, "description", description));
  }
}
