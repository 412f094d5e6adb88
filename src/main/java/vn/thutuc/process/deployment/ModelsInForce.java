package vn.thutuc.process.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.modelling.ModelIdentity;
import vn.thutuc.modelling.ModelIdentity.Kind;

/**
 * The versions in force: of each key the latest that belongs to no tenant. Asked of the engine's
 * tables, because its queries would need one call for each model.
 */
@Component
class ModelsInForce {

  /** Ours, brought along by a release. */
  static final String HOUSE = "thutuc";

  /** Put in force from a draft: a start never supersedes it. */
  static final String PEOPLE = "nguoi-dung";

  private static final Map<Kind, String> TABLES =
      Map.of(
          Kind.PROCESS, "act_re_procdef",
          Kind.DECISION, "act_re_decision_def",
          Kind.FORM, "act_re_camformdef");

  private final JdbcClient jdbc;

  ModelsInForce(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A version in force.
   *
   * @param path where it stands below processes/ or forms/, as its resource is named
   * @param source of its deployment
   */
  record Version(
      String key, int version, String deploymentId, String path, String source, byte[] content) {

    boolean isPeoples() {
      return !HOUSE.equals(source);
    }

    String sha256() {
      return ModelIdentity.sha256(content);
    }
  }

  private static String select(Kind kind) {
    return """
    select d.key_, d.version_, d.deployment_id_, d.resource_name_, p.source_, b.bytes_
    from %1$s d
    join act_re_deployment p on p.id_ = d.deployment_id_
    join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
    where d.tenant_id_ is null and not exists (
      select 1 from %1$s newer where newer.key_ = d.key_ and newer.tenant_id_ is null
        and newer.version_ > d.version_)
    """
        .formatted(TABLES.get(kind));
  }

  private static final RowMapper<Version> VERSION =
      (row, index) ->
          new Version(
              row.getString(1),
              row.getInt(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getBytes(6));

  Optional<Version> find(Kind kind, String key) {
    return jdbc.sql(select(kind) + " and d.key_ = ?").param(key).query(VERSION).optional();
  }

  /** Whether the version in force is what people have put there. */
  boolean isPeoples(Kind kind, String key) {
    return find(kind, key).filter(Version::isPeoples).isPresent();
  }

  /** Shows every version in force of a kind, in the order of their paths, one after the other. */
  void each(Kind kind, Consumer<Version> show) {
    List<String> keys =
        jdbc.sql(
                "select key_, min(resource_name_) from "
                    + TABLES.get(kind)
                    + " where tenant_id_ is null group by key_ order by 2, 1")
            .query((row, index) -> row.getString(1))
            .list();
    keys.forEach(key -> find(kind, key).ifPresent(show));
  }

  Set<String> keys(Kind kind) {
    return Set.copyOf(
        jdbc.sql("select distinct key_ from " + TABLES.get(kind) + " where tenant_id_ is null")
            .query(String.class)
            .list());
  }

  /** Which key of its kind a path belongs to. */
  Map<String, String> keysByPath(Kind kind) {
    return jdbc
        .sql(
            "select distinct resource_name_, key_ from "
                + TABLES.get(kind)
                + " where tenant_id_ is null")
        .query((row, index) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
  }
}
