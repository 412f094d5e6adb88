package vn.thutuc.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.PlainWords;

/** The dossiers the caller's agencies have to do with, newest first, a page at a time. */
@Service
@Transactional(readOnly = true)
public class DossierList {

  private static final int MOST = 100;

  /** Counting stops here: a total costs no more because more is finished. */
  private static final int COUNT_LIMIT = 1_000;

  private final JdbcClient jdbc;
  private final Dossiers dossiers;
  private final DossierVisibility visibility;
  private final DossierDocuments documents;

  DossierList(
      JdbcClient jdbc,
      Dossiers dossiers,
      DossierVisibility visibility,
      DossierDocuments documents) {
    this.jdbc = jdbc;
    this.dossiers = dossiers;
    this.visibility = visibility;
    this.documents = documents;
  }

  /**
   * A page.
   *
   * @param items dossiers in short
   * @param page page number from 0
   * @param size items a page
   * @param total number found, counted up to 1,000
   */
  public record Page(List<DossierDocuments.Card> items, int page, int size, long total) {}

  /**
   * Searches by number, telephone, id number or words of the applicant's name.
   *
   * @param state national state, or null for all
   * @param words what to search for; null or blank for all
   * @param page page number from 0
   * @param size items a page, 1 to 100
   * @throws DossierProblem when there can be no such page
   */
  public Page page(Integer state, String words, int page, int size) {
    if (state != null && (state < 1 || state > 10)) {
      throw DossierProblem.invalid(
          "state-unknown",
          "state",
          "Trạng thái hồ sơ là số từ 1 đến 10, không phải " + state + ".");
    }
    requireRange("page", page, 0, Integer.MAX_VALUE);
    requireRange("size", size, 1, MOST);
    Map<String, Object> parameters = new HashMap<>();
    String from = from(state, words, parameters);
    parameters.put("limit", size);
    parameters.put("offset", page * (long) size);
    List<String> numbers =
        jdbc.sql(
                "select d.number "
                    + from
                    + " order by d.received_at desc, d.id desc limit :limit offset :offset")
            .params(parameters)
            .query(String.class)
            .list();
    long total =
        jdbc.sql("select count(*) from (select 1 " + from + " limit " + COUNT_LIMIT + ") found")
            .params(parameters)
            .query(Long.class)
            .single();
    return new Page(numbers.stream().map(this::card).toList(), page, size, total);
  }

  private static void requireRange(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw DossierProblem.invalid(
          "page-out-of-range",
          field,
          "Trang không hợp lệ: %s phải từ %d đến %d.".formatted(field, least, most));
    }
  }

  private DossierDocuments.Card card(String number) {
    return documents.card(dossiers.findByNumber(number).orElseThrow());
  }

  private String from(Integer state, String words, Map<String, Object> parameters) {
    List<String> conditions = new ArrayList<>();
    if (!visibility.readsAll()) {
      parameters.put("agencies", visibility.agencies().toArray(String[]::new));
      conditions.add(
          "exists (select 1 from dossier_agency a where a.dossier_id = d.id"
              + " and a.agency = any(:agencies))");
    }
    if (state != null) {
      parameters.put("state", state);
      conditions.add("d.state = :state");
    }
    if (words != null && !words.isBlank()) {
      search(words.strip(), parameters, conditions);
    }
    return "from dossier d"
        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
  }

  private static void search(
      String words, Map<String, Object> parameters, List<String> conditions) {
    parameters.put("exact", words);
    String query =
        PlainWords.of(words).stream()
            .map(word -> word.replace(".", ""))
            .filter(word -> !word.isEmpty())
            .map(word -> word + ":*")
            .collect(Collectors.joining(" & "));
    parameters.put("query", query);
    conditions.add(
        "(d.number = :exact or d.owner_phone = :exact or d.owner_id_number = :exact"
            + (query.isEmpty()
                ? ""
                : " or to_tsvector('simple', d.words) @@ to_tsquery('simple', :query)")
            + ")");
  }
}
