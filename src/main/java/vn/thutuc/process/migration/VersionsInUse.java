package vn.thutuc.process.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.process.Vocabulary;

/** Which versions of which models have running instances, counted in the database. */
@Component
public class VersionsInUse {

  private final JdbcClient jdbc;

  VersionsInUse(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A model with running instances.
   *
   * @param procedure whether it is a procedure's; else shared
   * @param versions those with instances and the newest, newest first
   * @param behind instances that are not on the newest
   */
  public record Model(
      String key, String name, boolean procedure, List<Version> versions, int behind) {}

  /** A version of a model and how many instances run on it. */
  public record Version(String id, int version, int instances) {}

  /** A version of a shared process with instances that those of another version have called. */
  public record Called(
      String key, String name, String id, int version, int newest, int instances) {}

  private record Row(String key, String name, String id, int version, int instances) {}

  List<Model> all() {
    Map<String, List<Row>> byKey = new LinkedHashMap<>();
    jdbc.sql(
            """
            with used as (
              select proc_def_id_ id, count(*) n from act_ru_execution
              where parent_id_ is null group by proc_def_id_)
            select d.key_, d.name_, d.id_, d.version_, coalesce(u.n, 0) from act_re_procdef d
            left join used u on u.id = d.id_
            where d.key_ in (select k.key_ from act_re_procdef k join used on used.id = k.id_)
              and (u.n is not null or d.version_ =
                (select max(l.version_) from act_re_procdef l where l.key_ = d.key_))
            order by d.key_, d.version_ desc
            """)
        .query(
            (row, index) ->
                new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getInt(5)))
        .list()
        .forEach(row -> byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
    return byKey.values().stream().map(VersionsInUse::model).toList();
  }

  private static Model model(List<Row> rows) {
    Row newest = rows.get(0);
    int behind = rows.stream().skip(1).mapToInt(Row::instances).sum();
    List<Version> versions =
        rows.stream().map(row -> new Version(row.id(), row.version(), row.instances())).toList();
    return new Model(
        newest.key(), newest.name(), Vocabulary.isProcedure(newest.key()), versions, behind);
  }

  /** How many instances of a version stand at each element. */
  Map<String, Integer> standingAt(String definitionId) {
    Map<String, Integer> counts = new TreeMap<>();
    jdbc.sql(
            """
            select act_id_, count(distinct proc_inst_id_) from act_ru_execution
            where proc_def_id_ = ? and act_id_ is not null group by act_id_
            """)
        .param(definitionId)
        .query((row, index) -> counts.put(row.getString(1), row.getInt(2)))
        .list();
    return counts;
  }

  List<Called> called(String definitionId) {
    return jdbc.sql(
            """
            select d.key_, d.name_, d.id_, d.version_,
              (select max(l.version_) from act_re_procdef l where l.key_ = d.key_), count(*)
            from act_ru_execution called
            join act_ru_execution root on root.id_ = called.root_proc_inst_id_
            join act_re_procdef d on d.id_ = called.proc_def_id_
            where root.proc_def_id_ = :id and called.parent_id_ is null and called.id_ <> root.id_
            group by d.key_, d.name_, d.id_, d.version_ order by d.key_, d.version_
            """)
        .param("id", definitionId)
        .query(
            (row, index) ->
                new Called(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6)))
        .list();
  }
}
