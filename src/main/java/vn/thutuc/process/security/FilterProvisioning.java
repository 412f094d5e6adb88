package vn.thutuc.process.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Optional;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;

/**
 * Makes Tasklist's filters and brings them up to date with a new version of the house. A filter
 * that an administrator has changed is left as it is, one that was deleted stays deleted; both are
 * said at the start. Who runs it holds the lock of the provisioning: one node at a time.
 */
@Component
class FilterProvisioning {

  private static final Logger LOG = LoggerFactory.getLogger(FilterProvisioning.class);

  private final FilterService filters;
  private final RoleFilters shipped;
  private final RoleRights rights;
  private final JdbcClient jdbc;
  private final Now now;

  FilterProvisioning(
      FilterService filters, RoleFilters shipped, RoleRights rights, JdbcClient jdbc, Now now) {
    this.filters = filters;
    this.shipped = shipped;
    this.rights = rights;
    this.jdbc = jdbc;
    this.now = now;
  }

  /**
   * What was made before.
   *
   * @param madeAs mark of the filter as it was left
   * @param madeFrom mark of what it was made from
   */
  private record Made(String filterId, String madeAs, String madeFrom) {}

  void provision() {
    shipped.shipped().forEach(this::provision);
  }

  private void provision(RoleFilters.Shipped filter) {
    Optional<Made> made = made(filter);
    if (made.isEmpty()) {
      begin(filter);
      return;
    }
    Optional<String> present = markOf(made.get().filterId());
    if (present.isEmpty()) {
      LOG.info("Filter {} was deleted by an administrator and stays deleted", filter.key());
    } else if (!present.get().equals(made.get().madeAs())) {
      LOG.info("Filter {} was changed by an administrator and stays as it is", filter.key());
    } else if (!made.get().madeFrom().equals(mark(filter))) {
      make(filter, filters.getFilter(made.get().filterId()));
    }
  }

  /** Versions of the house before the table of what was made had three of them, known by name. */
  private void begin(RoleFilters.Shipped filter) {
    Optional<Filter> there =
        filters.createFilterQuery().filterName(filter.name()).list().stream().findFirst();
    boolean isChanged =
        there.filter(found -> !query(found).equals(query(entity(filter)))).isPresent();
    if (isChanged) {
      record(filter, there.get().getId(), mark("changed"));
    } else {
      make(filter, there.orElseGet(() -> filters.newTaskFilter(filter.name())));
    }
  }

  private void make(RoleFilters.Shipped filter, Filter kept) {
    kept.setName(filter.name()).setQuery(filter.query()).setProperties(filter.properties());
    filters.saveFilter(kept);
    filter.roles().forEach(role -> rights.grantFilter(role, kept.getId()));
    record(filter, kept.getId(), markOf(kept.getId()).orElseThrow());
  }

  private void record(RoleFilters.Shipped filter, String filterId, String madeAs) {
    jdbc.sql(
            """
            insert into provisioned_filter (key, filter_id, made_as, made_from, at)
            values (:key, :filter, :as, :from, :at)
            on conflict (key) do update set filter_id = excluded.filter_id,
              made_as = excluded.made_as, made_from = excluded.made_from, at = excluded.at
            """)
        .param("key", filter.key())
        .param("filter", filterId)
        .param("as", madeAs)
        .param("from", mark(filter))
        .param("at", Timestamp.from(now.instant()))
        .update();
  }

  private Optional<Made> made(RoleFilters.Shipped filter) {
    return jdbc.sql("select filter_id, made_as, made_from from provisioned_filter where key = ?")
        .param(filter.key())
        .query(Made.class)
        .optional();
  }

  private Optional<String> markOf(String filterId) {
    return jdbc.sql("select name_, query_, properties_ from act_ru_filter where id_ = ?")
        .param(filterId)
        .query(
            (row, index) ->
                mark(row.getString("name_"), row.getString("query_"), row.getString("properties_")))
        .optional();
  }

  private String mark(RoleFilters.Shipped filter) {
    FilterEntity made = entity(filter);
    return mark(
        made.getName(), query(made), made.getPropertiesInternal(), filter.roles().toString());
  }

  private FilterEntity entity(RoleFilters.Shipped filter) {
    FilterEntity made = (FilterEntity) filters.newTaskFilter(filter.name());
    made.setQuery(filter.query());
    made.setProperties(filter.properties());
    return made;
  }

  private static String query(Filter filter) {
    return ((FilterEntity) filter).getQueryInternal();
  }

  private static String mark(String... parts) {
    try {
      byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
