package vn.thutuc.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/** The dossiers the caller's agencies have to do with, a page at a time. */
@Service
@Transactional(readOnly = true)
public class DossierList {

  private static final int MOST = 100;
  private static final int LONGEST = 200;

  private final DossierQuery query;
  private final Dossiers dossiers;
  private final DossierVisibility visibility;
  private final DossierDocuments documents;
  private final Now now;

  DossierList(
      DossierQuery query,
      Dossiers dossiers,
      DossierVisibility visibility,
      DossierDocuments documents,
      Now now) {
    this.query = query;
    this.dossiers = dossiers;
    this.visibility = visibility;
    this.documents = documents;
    this.now = now;
  }

  /**
   * A page.
   *
   * @param items dossiers in short
   * @param page page number from 0
   * @param size items a page
   * @param total number found; when {@code more}, where counting stopped
   * @param more whether there are more than {@code total}
   */
  public record Page(
      List<DossierDocuments.Card> items, int page, int size, long total, boolean more) {}

  /** One of the lists by the clock, with the number of dossiers on it. */
  public record Counted(DueList list, long dossiers) {}

  /** Like {@link #page(Integer, DueList, String, int, int)} in all lists. */
  public Page page(Integer state, String words, int page, int size) {
    return page(state, null, words, page, size);
  }

  /**
   * Searches by number, telephone, id number or words of the names of owner and submitter; without
   * marks and case, each word as the beginning of one. The newest come first, on a list by the
   * clock the most urgent.
   *
   * @param state national state, or null for all
   * @param list a list by the clock, or null for all
   * @param words what to search for; null or blank for all
   * @param page page number from 0
   * @param size items a page, 1 to 100
   * @throws DossierProblem when there can be no such page
   */
  public Page page(Integer state, DueList list, String words, int page, int size) {
    if (state != null && (state < 1 || state > 10)) {
      throw DossierProblem.invalid(
          "state-unknown",
          "state",
          "Trạng thái hồ sơ là số từ 1 đến 10, không phải " + state + ".");
    }
    requireRange("page", page, 0, Integer.MAX_VALUE);
    requireRange("size", size, 1, MOST);
    Texts.fits("q", "Nội dung tìm kiếm", words, LONGEST);
    DossierQuery.Found found =
        query.find(
            new DossierQuery.Wanted(
                agencies(),
                state,
                list,
                words == null || words.isBlank() ? null : SearchWords.of(words),
                now.instant()),
            size,
            page * (long) size);
    return new Page(cards(found.ids()), page, size, found.total(), found.more());
  }

  /** How many dossiers of the caller's agencies are on each list by the clock. */
  public List<Counted> counts() {
    Set<String> agencies = agencies();
    return Arrays.stream(DueList.values())
        .map(list -> new Counted(list, query.count(agencies, list, now.instant())))
        .toList();
  }

  /** Null for who reads everything. */
  private Set<String> agencies() {
    return visibility.readsAll() ? null : visibility.agencies();
  }

  private static void requireRange(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw DossierProblem.invalid(
          "page-out-of-range",
          field,
          "Trang không hợp lệ: %s phải từ %d đến %d.".formatted(field, least, most));
    }
  }

  private List<DossierDocuments.Card> cards(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, Dossier> found =
        dossiers.findByIdInOrderById(ids).stream()
            .collect(Collectors.toMap(Dossier::id, Function.identity()));
    return ids.stream().map(found::get).map(documents::card).toList();
  }
}
