package vn.thutuc.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies whole dossiers with their process instances, called ones included: every row the engine
 * and the house keep of them, with new ids, another commune, another applicant and another minute.
 * Only journal lines are left out. What is copied goes on like its original.
 */
final class ManyTasks {

  /**
   * A dossier that people played.
   *
   * @param tasks how many open tasks it has
   */
  record Template(String number, String instanceId, int tasks) {}

  /** Where a row of a table belongs: the column that names its process instance, or its task. */
  private static final Map<String, String> ENGINE =
      Map.ofEntries(
          Map.entry("act_ru_execution", "proc_inst_id_"),
          Map.entry("act_ru_task", "proc_inst_id_"),
          Map.entry("act_ru_variable", "proc_inst_id_"),
          Map.entry("act_ru_job", "process_instance_id_"),
          Map.entry("act_ru_event_subscr", "proc_inst_id_"),
          Map.entry("act_ru_identitylink", "task_id_"),
          Map.entry("act_hi_procinst", "proc_inst_id_"),
          Map.entry("act_hi_actinst", "proc_inst_id_"),
          Map.entry("act_hi_taskinst", "proc_inst_id_"),
          Map.entry("act_hi_varinst", "proc_inst_id_"),
          Map.entry("act_hi_detail", "proc_inst_id_"),
          Map.entry("act_hi_identitylink", "root_proc_inst_id_"));

  /** Tables with foreign keys come after what they point to. */
  private static final List<String> ENGINE_ORDER =
      List.of(
          "act_ru_execution",
          "act_ru_task",
          "act_ru_variable",
          "act_ru_job",
          "act_ru_event_subscr",
          "act_ru_identitylink",
          "act_hi_procinst",
          "act_hi_actinst",
          "act_hi_taskinst",
          "act_hi_varinst",
          "act_hi_detail",
          "act_hi_identitylink");

  private static final List<String> OF_DOSSIERS =
      List.of(
          "dossier_agency",
          "dossier_due",
          "dossier_phase",
          "dossier_pause",
          "dossier_extension",
          "dossier_supplement",
          "dossier_rung",
          "dossier_entry",
          "dossier_register",
          "dossier_result");

  /** Ids of instances, executions, tasks and their like; those of definitions stay. */
  private static final Set<String> IDS =
      Set.of(
          "id_",
          "execution_id_",
          "proc_inst_id_",
          "process_instance_id_",
          "root_proc_inst_id_",
          "super_process_instance_id_",
          "call_proc_inst_id_",
          "parent_id_",
          "super_exec_",
          "act_inst_id_",
          "parent_act_inst_id_",
          "task_id_",
          "var_scope_",
          "var_inst_id_",
          "operation_id_",
          "instance_id");

  /** Columns of the house and the engine that name a unit, or a group of one. */
  private static final Set<String> UNITS =
      Set.of(
          "tenant_id_",
          "group_id_",
          "desk_unit",
          "competent_unit",
          "return_unit",
          "verifier_unit",
          "agency");

  private static final String FAMILIES =
      "array['Nguyễn','Trần','Lê','Phạm','Hoàng','Vũ','Đặng','Bùi','Đỗ','Hồ','Nông','Vi']";
  private static final String PLAIN_FAMILIES =
      "array['nguyen','tran','le','pham','hoang','vu','dang','bui','do','ho','nong','vi']";
  private static final String MIDDLES = "array['Văn','Thị','Đức','Ngọc','Hữu','Minh','Thanh']";
  private static final String PLAIN_MIDDLES =
      "array['van','thi','duc','ngoc','huu','minh','thanh']";
  private static final String GIVEN =
      "array['An','Bình','Chi','Dũng','Giang','Hà','Hùng','Khánh','Lan','Mai','Nam','Oanh','Phúc',"
          + "'Quân','Sơn','Tâm','Uyên','Việt','Xuân','Yến','Ánh','Đạt','Ngân']";
  private static final String PLAIN_GIVEN =
      "array['an','binh','chi','dung','giang','ha','hung','khanh','lan','mai','nam','oanh','phuc',"
          + "'quan','son','tam','uyen','viet','xuan','yen','anh','dat','ngan']";

  private final JdbcClient jdbc;

  ManyTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Gives each commune copies of the templates, in turn, with so many open tasks in all. */
  void fill(List<Template> templates, Map<String, Integer> tasks) {
    jdbc.sql(
            """
            create unlogged table benchmark_copy
              (n integer, template varchar(64), number varchar(64), commune varchar(64))
            """)
        .update();
    List<Object[]> rows = new ArrayList<>();
    tasks.forEach((commune, wanted) -> plan(rows, templates, commune, wanted));
    for (int from = 0; from < rows.size(); from += 5_000) {
      insert(rows.subList(from, Math.min(rows.size(), from + 5_000)));
    }
    jdbc.sql("create index on benchmark_copy (template)").update();
    jdbc.sql("create index on benchmark_copy (number)").update();
    jdbc.sql(
            """
            create unlogged table benchmark_tree as
              select h.proc_inst_id_ instance, d.number template
              from dossier d join act_hi_procinst h on h.root_proc_inst_id_ = d.instance_id
            """)
        .update();
    ENGINE_ORDER.forEach(this::copyEngine);
    copyDossiers();
    OF_DOSSIERS.forEach(this::copyOfDossiers);
    jdbc.sql("analyze").update();
  }

  /** Adds finished dossiers, spread over the communes and three years, without instances. */
  void finish(String template, int count) {
    String columns = columns("dossier", Set.of("id"));
    String values =
        values("dossier", Set.of("id"), "d")
            .replace("c.number", "'X' || c.commune || '-' || c.n")
            .replaceAll("d\\.state(?![_a-z])", "10");
    jdbc.sql(
            """
            insert into dossier (%s) select %s from dossier d, (
              select n, 'H37.' || (203 + n %% 86) commune from generate_series(1, :count) n) c
            where d.number = :template
            """
                .formatted(columns, values.replace("d.received_at", RECEIVED_LONG_AGO)))
        .param("count", count)
        .param("template", template)
        .update();
    jdbc.sql(
            """
            insert into dossier_agency (agency, received_at, dossier_id, found_by)
            select competent_unit, received_at, id, dossier_found_by(competent_unit, words, number,
              owner_phone, submitter_phone, owner_id_number, submitter_id_number)
            from dossier where number like 'X%'
            """)
        .update();
    jdbc.sql("analyze").update();
  }

  private static final String RECEIVED_LONG_AGO =
      "d.received_at - make_interval(days => 30 + c.n % 1000, mins => c.n % 480)";

  private void plan(List<Object[]> rows, List<Template> templates, String commune, int wanted) {
    int planned = 0;
    for (int turn = 0; planned < wanted; turn++) {
      Template template = templates.get(turn % templates.size());
      if (planned + template.tasks() <= wanted) {
        int n = rows.size() + 1;
        rows.add(
            new Object[] {n, template.number(), "%s-260415-%06d".formatted(commune, n), commune});
        planned += template.tasks();
      }
    }
  }

  private void insert(List<Object[]> rows) {
    List<Object> parameters = new ArrayList<>();
    rows.forEach(row -> parameters.addAll(List.of(row)));
    String places = rows.stream().map(row -> "(?, ?, ?, ?)").collect(Collectors.joining(", "));
    jdbc.sql("insert into benchmark_copy values " + places).params(parameters).update();
  }

  private void copyEngine(String table) {
    String place = ENGINE.get(table);
    String join =
        place.equals("task_id_")
            ? "join act_ru_task k on k.id_ = d.task_id_ join benchmark_tree t on t.instance ="
                + " k.proc_inst_id_"
            : "join benchmark_tree t on t.instance = d." + place;
    jdbc.sql(
            "insert into %s (%s) select %s from %s d %s join benchmark_copy c on c.template = t.template"
                .formatted(
                    table, columns(table, Set.of()), values(table, Set.of(), "d"), table, join))
        .update();
  }

  private void copyDossiers() {
    jdbc.sql(
            "insert into dossier (%s) select %s from dossier d join benchmark_copy c on c.template = d.number"
                .formatted(columns("dossier", Set.of("id")), values("dossier", Set.of("id"), "d")))
        .update();
  }

  private void copyOfDossiers(String table) {
    Set<String> left = table.equals("dossier_rung") ? Set.of() : Set.of("id");
    jdbc.sql(
            """
            insert into %s (%s) select %s from benchmark_copy c
              join dossier o on o.number = c.template join dossier m on m.number = c.number
              join %s d on d.dossier_id = o.id
            on conflict do nothing
            """
                .formatted(table, columns(table, left), values(table, left, "d"), table))
        .update();
  }

  private List<String> names(String table, Set<String> left) {
    return jdbc
        .sql(
            "select column_name from information_schema.columns where table_name = ? order by"
                + " ordinal_position")
        .param(table)
        .query(String.class)
        .list()
        .stream()
        .filter(name -> !left.contains(name))
        .toList();
  }

  private String columns(String table, Set<String> left) {
    return String.join(", ", names(table, left));
  }

  private String values(String table, Set<String> left, String alias) {
    return names(table, left).stream()
        .map(name -> value(name, alias + "." + name))
        .collect(Collectors.joining(", "));
  }

  private static String value(String name, String original) {
    if (IDS.contains(name)) {
      return "md5(" + original + " || '/' || c.n)";
    }
    if (UNITS.contains(name)) {
      return "regexp_replace(" + original + ", '^H37\\.201(?![0-9])', c.commune)";
    }
    return switch (name) {
      case "business_key_" -> "case when " + original + " is not null then c.number end";
      case "number" -> "c.number";
      case "dossier_id" -> "m.id";
      case "found_by" ->
          "dossier_found_by(%s, m.words, m.number, m.owner_phone, m.submitter_phone, m.owner_id_number, m.submitter_id_number)"
              .formatted(value("agency", "d.agency"));
      case "create_time_", "start_time_" -> original + " - make_interval(mins => c.n % 480)";
      case "owner_name" -> name(FAMILIES, MIDDLES, GIVEN);
      case "words" -> name(PLAIN_FAMILIES, PLAIN_MIDDLES, PLAIN_GIVEN);
      case "owner_phone" -> "'09' || lpad((c.n::bigint * 7919 % 100000000)::text, 8, '0')";
      case "owner_id_number" -> "lpad(c.n::text, 12, '0')";
      case "external_id", "source_system" -> "null";
      default -> original;
    };
  }

  private static String name(String families, String middles, String given) {
    return "(%s)[1 + c.n %% 12] || ' ' || (%s)[1 + c.n / 12 %% 7] || ' ' || (%s)[1 + c.n / 84 %% 23]"
        .formatted(families, middles, given);
  }
}
