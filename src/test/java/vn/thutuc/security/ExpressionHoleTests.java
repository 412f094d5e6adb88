package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.thutuc.process.expression.ClosedExpressionManager;

/** No query and no filter evaluates what its sender wrote (CVE-2026-109432 and its relatives). */
class ExpressionHoleTests extends SecurityCase {

  private static final String CLASS_FOR_NAME = "${''.getClass().forName('%s')}";
  private static final String WITNESS =
      CLASS_FOR_NAME.formatted("vn.thutuc.security.Evaluated$InTheHouse");
  private static final List<String> EXPRESSIONS =
      List.of("${1+1}", "#{1+1}", "${''.getClass()}", "a${1+1}", WITNESS);
  private static final List<String> KEYS =
      List.of(
          "assigneeExpression",
          "assigneeLikeExpression",
          "ownerExpression",
          "involvedUserExpression",
          "candidateUserExpression",
          "candidateGroupExpression",
          "candidateGroupsExpression",
          "processInstanceBusinessKeyExpression",
          "createdBeforeExpression",
          "dueAfterExpression",
          "followUpBeforeExpression");

  @Autowired private ApplicationContext context;

  private List<Web.Caller> ways() {
    return List.of(web.engineRest("chuyenvien"), web.login("motcua").engine());
  }

  private static void assertRefused(Web.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isIn(400, 403, 500);
    assertThat(answer.body()).doesNotContain("\"count\":", "java.lang.String", "\"error\":");
    assertThat(Evaluated.has("house")).isFalse();
  }

  @Test
  void queriesEvaluateNothingAtTheTopLevel() {
    for (Web.Caller caller : ways()) {
      for (String expression : EXPRESSIONS) {
        assertRefused(caller.post("task/count", Map.of("assigneeExpression", expression)));
        assertRefused(caller.post("task", Map.of("assigneeExpression", expression)));
      }
    }
  }

  @Test
  void queriesEvaluateNothingInTheirOrQueries() {
    for (Web.Caller caller : ways()) {
      for (String key : KEYS) {
        for (String expression : EXPRESSIONS) {
          Object query = Map.of("orQueries", List.of(Map.of(key, expression)));
          assertRefused(caller.post("task/count", query));
          assertRefused(caller.post("task?maxResults=1", query));
        }
      }
      assertRefused(
          caller.post(
              "task/count",
              Map.of(
                  "assignee",
                  "chuyenvien",
                  "orQueries",
                  List.of(
                      Map.of("taskName", "x"),
                      Map.of("name", "y", "assigneeExpression", WITNESS)))));
    }
  }

  @Test
  void storedFiltersEvaluateNothing() {
    Web.Caller administrator = web.engineRest("quantri");
    for (Object query :
        List.of(
            Map.of("assigneeExpression", WITNESS),
            Map.of("candidateGroupsExpression", WITNESS),
            Map.of("dueBeforeExpression", "${now().getClass()}"),
            Map.of("orQueries", List.of(Map.of("assigneeExpression", WITNESS))))) {
      Web.Answer created =
          administrator.post(
              "filter/create", Map.of("resourceType", "Task", "name", "Thử", "query", query));
      if (!created.isOk()) {
        assertRefused(created);
        continue;
      }
      String filter = "filter/" + created.json().path("id").asText();
      assertRefused(administrator.get(filter + "/count"));
      assertRefused(administrator.get(filter + "/list"));
      assertRefused(administrator.get(filter + "/singleResult"));
      assertRefused(administrator.post(filter + "/count", "{}"));
      assertThat(administrator.call("DELETE", filter, null).isOk()).isTrue();
    }
  }

  @Test
  void aFilterIsNotWidenedByAnExpression() {
    String all =
        jdbc.sql("select id_ from act_ru_filter where name_ = 'Tất cả việc của đơn vị'")
            .query(String.class)
            .single();
    for (Web.Caller caller : ways()) {
      for (Object narrow :
          List.of(
              Map.of("assigneeExpression", WITNESS),
              Map.of("orQueries", List.of(Map.of("assigneeExpression", WITNESS))))) {
        assertRefused(caller.post("filter/" + all + "/count", narrow));
        assertRefused(caller.post("filter/" + all + "/list", narrow));
      }
    }
  }

  @Test
  void theFourWordsOfFiltersStillWork() {
    permitAtTheSpecialist();
    Web.Caller specialist = web.engineRest("chuyenvien");
    List<String> filters = specialist.get("filter").json().findValuesAsText("id");
    assertThat(filters).as("lists of a specialist").hasSize(7);
    for (String filter : filters) {
      Web.Answer answer = specialist.get("filter/" + filter + "/count");
      assertThat(answer.isOk()).as(answer.body()).isTrue();
    }
    for (Map<String, String> word :
        List.of(
            Map.of("assigneeExpression", "${currentUser()}"),
            Map.of("candidateGroupsExpression", "${currentUserGroups()}"),
            Map.of("dueBeforeExpression", "${now()}"),
            Map.of("dueBeforeExpression", "${dateTime()}"))) {
      Web.Caller administrator = web.engineRest("quantri");
      Web.Answer created =
          administrator.post(
              "filter/create", Map.of("resourceType", "Task", "name", "Từ", "query", word));
      String filter = "filter/" + created.json().path("id").asText();
      Web.Answer counted = administrator.get(filter + "/count");
      assertThat(counted.isOk()).as(word + counted.body()).isTrue();
      administrator.call("DELETE", filter, null);
    }
  }

  /** That the tests above bite: the stock managers evaluate what the house refuses. */
  @Nested
  class TheProof {

    private ProcessEngineConfigurationImpl configuration() {
      return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private Object evaluated(ExpressionManager manager, String text) {
      return configuration()
          .getCommandExecutorTxRequired()
          .execute(command -> manager.createExpression(text).getValue(null));
    }

    @Test
    void stockManagersEvaluateWithoutAScopeWhatTheHousesManagerRefuses() {
      for (ExpressionManager stock :
          List.of(new JuelExpressionManager(), new SpringExpressionManager(context, null))) {
        assertThat(evaluated(stock, "${1+1}")).isEqualTo(2L);
        assertThat(evaluated(stock, "${''.getClass()}")).isEqualTo(String.class);
      }
      ExpressionManager house = configuration().getExpressionManager();
      assertThat(house).isInstanceOf(ClosedExpressionManager.class);
      for (String expression : EXPRESSIONS) {
        assertThatThrownBy(() -> evaluated(house, expression))
            .isInstanceOf(AuthorizationException.class);
      }
    }

    @Test
    void withTheStockManagerTheSameCallReachesAnyClass() {
      ExpressionManager house = configuration().getExpressionManager();
      Object query =
          Map.of(
              "orQueries",
              List.of(
                  Map.of(
                      "assigneeExpression",
                      CLASS_FOR_NAME.formatted("vn.thutuc.security.Evaluated$InTheStockEngine"))));
      assertThat(Evaluated.has("stock")).isFalse();
      web.engineRest("chuyenvien").post("task/count", query);
      assertThat(Evaluated.has("stock")).isFalse();
      configuration().setExpressionManager(new JuelExpressionManager());
      try {
        web.engineRest("chuyenvien").post("task/count", query);
      } finally {
        configuration().setExpressionManager(house);
      }
      assertThat(Evaluated.has("stock")).isTrue();
    }
  }
}
