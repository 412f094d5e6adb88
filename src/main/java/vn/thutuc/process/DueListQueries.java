package vn.thutuc.process;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.TenantCheck;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DueList;

/**
 * Lets a task query ask for the tasks of one of the lists by the dossier's clock, which the engine
 * knows nothing of. A query carries the list as a task key that no model can have; the engine's
 * statement then gets the condition on {@code dossier_due} in the place of the one on that key. It
 * is one condition more, beside those of the engine on tenants and rights: nobody sees more by it,
 * and without this part the query finds nothing.
 */
@Intercepts(
    @Signature(
        type = StatementHandler.class,
        method = "prepare",
        args = {Connection.class, Integer.class}))
public final class DueListQueries implements Interceptor {

  /** An id of a model has no colon. */
  private static final String MARK = "thutuc:";

  /** The engine's own text for the one key of the query (Task.xml of 7.24.0). */
  private static final Pattern KEY =
      Pattern.compile("RES\\.TASK_DEF_KEY_\\s+in\\s*\\(\\s*\\?\\s*\\)");

  private final Now now;

  /**
   * @param now the one clock
   */
  public DueListQueries(Now now) {
    this.now = now;
  }

  /** The task key by which a query asks for the tasks of a list. */
  public static String mark(DueList list) {
    return MARK + list.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Object intercept(Invocation invocation) throws Throwable {
    BoundSql statement = ((StatementHandler) invocation.getTarget()).getBoundSql();
    if (statement.getParameterObject() instanceof TaskQueryImpl query) {
      list(query)
          .ifPresent(
              list ->
                  SystemMetaObject.forObject(statement)
                      .setValue("sql", narrowed(statement.getSql(), list, query.getTenantCheck())));
    }
    return invocation.proceed();
  }

  private static Optional<DueList> list(TaskQueryImpl query) {
    String[] keys = query.getKeys();
    return keys == null || keys.length != 1
        ? Optional.empty()
        : Arrays.stream(DueList.values()).filter(list -> mark(list).equals(keys[0])).findFirst();
  }

  private String narrowed(String sql, DueList list, TenantCheck tenants) {
    Matcher key = KEY.matcher(sql);
    if (!key.find()) {
      throw new IllegalStateException(
          "The engine's task query has another text; DueListQueries has to follow it");
    }
    return key.replaceFirst(Matcher.quoteReplacement(condition(list, tenants)));
  }

  /**
   * The place of the parameter stays: no task has that key. "Is true" keeps the planner from making
   * a join of it, which it misjudges beside the engine's own (4.5 s where this takes 0.2): the list
   * is read once and every task is looked up in it.
   */
  private String condition(DueList list, TenantCheck tenants) {
    return """
        RES.TASK_DEF_KEY_ not in (?) and (RES.PROC_INST_ID_ in (
          select DUE_E.ID_ from dossier_due DUE
            join ACT_RU_EXECUTION DUE_E on DUE_E.BUSINESS_KEY_ = DUE.number
          where %s and (%s))) is true
        """
        .formatted(agencies(tenants), list.condition("DUE", now.instant()));
  }

  /**
   * The rows of a dossier say the same for each agency: those of the own agencies are enough, for
   * an agency with a task of a dossier has a row.
   */
  private static String agencies(TenantCheck tenants) {
    if (!tenants.isTenantCheckEnabled()) {
      return "true";
    }
    List<String> own = tenants.getAuthTenantIds();
    return own == null || own.isEmpty()
        ? "false"
        : own.stream()
            .map(agency -> "'" + agency.replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "DUE.agency in (", ")"));
  }
}
