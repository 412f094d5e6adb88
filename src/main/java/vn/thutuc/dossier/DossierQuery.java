package vn.thutuc.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds ids of dossiers for people of some agencies. Whatever is asked costs about one page and
 * what the agencies' own matches cost: the lists by the clock read {@code dossier_due}, words the
 * index behind {@code found_by}, everything else walks the agencies' dossiers from the newest.
 */
@Component
class DossierQuery {

  /** Counting stops here: a total costs no more because more is finished. */
  static final int COUNT_LIMIT = 1_000;

  /** States that have rows in {@code dossier_due}: few, however much is finished. */
  private static final Set<Integer> UNFINISHED = Set.of(1, 2, 4, 5, 6, 9);

  private static final String FOUND_BY_ALL =
      "dossier_found_by('', d.words, d.number, d.owner_phone, d.submitter_phone,"
          + " d.owner_id_number, d.submitter_id_number)";

  private static final String COUNT = "select count(distinct q.dossier_id) ";

  private final JdbcClient jdbc;

  DossierQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is looked for.
   *
   * @param agencies agencies that may find it; null for those who read everything
   * @param state national state, or null
   * @param list one of the lists by the clock, or null
   * @param words or null
   * @param now the moment the lists are asked for
   */
  record Wanted(Set<String> agencies, Integer state, DueList list, SearchWords words, Instant now) {

    boolean isEverybodys() {
      return agencies == null;
    }
  }

  /**
   * Ids of one page, in order.
   *
   * @param total how many there are in all
   * @param more whether counting stopped there
   */
  record Found(List<Long> ids, long total, boolean more) {

    static final Found NOTHING = new Found(List.of(), 0, false);
  }

  Found find(Wanted wanted, int size, long offset) {
    if (isHopeless(wanted)) {
      return Found.NOTHING;
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("size", size);
    parameters.put("offset", offset);
    parameters.put("upTo", offset + size);
    parameters.put("limit", COUNT_LIMIT + 1);
    parameters.putAll(agencies(wanted));
    if (wanted.state() != null) {
      parameters.put("state", wanted.state());
    }
    if (wanted.words() != null) {
      parameters.put(
          "query", wanted.words().query(wanted.isEverybodys() ? Set.of("") : wanted.agencies()));
    }
    return wanted.list() != null ? due(wanted, parameters) : newest(wanted, parameters);
  }

  private static Map<String, Object> agencies(Wanted wanted) {
    return wanted.isEverybodys()
        ? Map.of()
        : Map.of("agencies", wanted.agencies().toArray(String[]::new));
  }

  private static boolean isHopeless(Wanted wanted) {
    return wanted.agencies() != null && wanted.agencies().isEmpty()
        || wanted.words() != null && wanted.words().isEmpty();
  }

  /** How many dossiers are on a list by the clock. */
  long count(Set<String> agencies, DueList list, Instant now) {
    Wanted wanted = new Wanted(agencies, null, list, null, now);
    return isHopeless(wanted)
        ? 0
        : number(COUNT + onList(wanted), agencies == null ? Map.of() : agencies(wanted));
  }

  /** Open dossiers by their clock, the most urgent first; all are counted. */
  private Found due(Wanted wanted, Map<String, Object> parameters) {
    String found = onList(wanted);
    List<Long> ids =
        ids(
            "select q.dossier_id "
                + found
                + " group by q.dossier_id, q.end_at, q.appointment, q.ready_at"
                + " order by coalesce(q.end_at, q.appointment, q.ready_at), q.dossier_id"
                + " limit :size offset :offset",
            parameters);
    return new Found(ids, number(COUNT + found, parameters), false);
  }

  private static String onList(Wanted wanted) {
    List<String> conditions = new ArrayList<>();
    conditions.add("(" + wanted.list().condition("q", wanted.now()) + ")");
    String from = "from dossier_due q";
    if (!wanted.isEverybodys()) {
      conditions.add("q.agency = any(:agencies)");
    }
    if (wanted.words() != null && !wanted.isEverybodys()) {
      from += " join dossier_agency a on a.agency = q.agency and a.dossier_id = q.dossier_id";
      conditions.add("a.found_by @@ cast(:query as tsquery)");
    }
    if (wanted.state() != null || wanted.words() != null && wanted.isEverybodys()) {
      from += " join dossier d on d.id = q.dossier_id";
    }
    if (wanted.words() != null && wanted.isEverybodys()) {
      conditions.add(FOUND_BY_ALL + " @@ cast(:query as tsquery)");
    }
    if (wanted.state() != null) {
      conditions.add("d.state = :state");
    }
    return from + " where " + String.join(" and ", conditions);
  }

  /** The newest first, counted up to the limit. */
  private Found newest(Wanted wanted, Map<String, Object> parameters) {
    String matches = matches(wanted);
    // A dossier stands once for each of several agencies: rows are limited, dossiers are counted.
    String first = "select id, received_at from (" + matches + " limit :limit) matching";
    long rows = number("select count(*) from (" + first + ") counted", parameters);
    if (rows <= COUNT_LIMIT) {
      List<Long> ids =
          ids(
              "select id from (%s) found group by id, received_at %s"
                  .formatted(
                      first, "order by received_at desc, id desc limit :size offset :offset"),
              parameters);
      return new Found(
          ids, number("select count(distinct id) from (" + first + ") found", parameters), false);
    }
    // Whoever has turned fifty pages has to say more of what is looked for.
    boolean tooFar = (long) parameters.get("offset") >= COUNT_LIMIT;
    return new Found(tooFar ? List.of() : ids(walk(wanted), parameters), COUNT_LIMIT, true);
  }

  private static String matches(Wanted wanted) {
    String state = state(wanted);
    if (wanted.isEverybodys()) {
      return "select d.id, d.received_at from dossier d where true"
          + state
          + (wanted.words() == null ? "" : " and " + FOUND_BY_ALL + " @@ cast(:query as tsquery)");
    }
    if (wanted.state() != null && wanted.words() == null && UNFINISHED.contains(wanted.state())) {
      return "select d.id, d.received_at from dossier_due q join dossier d on d.id = q.dossier_id"
          + " where q.agency = any(:agencies)"
          + state;
    }
    return "select a.dossier_id id, a.received_at from dossier_agency a"
        + (wanted.state() == null ? "" : " join dossier d on d.id = a.dossier_id")
        + " where a.agency = any(:agencies)"
        + state
        + (wanted.words() == null ? "" : " and a.found_by @@ cast(:query as tsquery)");
  }

  /**
   * Many match: going from the newest back finds a page of them sooner than reading all. The
   * function behind the operator keeps the planner from reading them all.
   */
  private static String walk(Wanted wanted) {
    String state = state(wanted);
    String order = "order by received_at desc, id desc limit :size offset :offset";
    if (wanted.isEverybodys()) {
      String words =
          wanted.words() == null
              ? ""
              : " and ts_match_vq(" + FOUND_BY_ALL + ", cast(:query as tsquery))";
      return "select d.id from dossier d where true" + state + words + " " + order;
    }
    String words =
        wanted.words() == null ? "" : " and ts_match_vq(a.found_by, cast(:query as tsquery))";
    return """
        select id from unnest(cast(:agencies as varchar[])) each(agency) cross join lateral (
          select a.dossier_id id, a.received_at from dossier_agency a %s
          where a.agency = each.agency %s %s
          order by a.received_at desc, a.dossier_id desc limit :upTo) newest
        group by id, received_at %s
        """
        .formatted(
            wanted.state() == null ? "" : "join dossier d on d.id = a.dossier_id",
            state,
            words,
            order);
  }

  /** With the literals of the index dossier_unfinished where it helps. */
  private static String state(Wanted wanted) {
    if (wanted.state() == null) {
      return "";
    }
    return UNFINISHED.contains(wanted.state())
        ? " and d.state = :state and d.state in (1, 2, 4, 5, 6, 9)"
        : " and d.state = :state";
  }

  private List<Long> ids(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql).params(parameters).query(Long.class).list();
  }

  private long number(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql).params(parameters).query(Long.class).single();
  }
}
