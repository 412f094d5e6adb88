package vn.thutuc.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a walk chooses wherever it can. */
@FunctionalInterface
interface Choices {

  /** As usual everywhere. */
  Choices USUAL = (site, options, usual) -> usual;

  /**
   * Chooses one of the options.
   *
   * @param usual what leads straight to the result
   */
  String choose(Site site, List<String> options, String usual);

  /** How often somebody says the same at a place before trying something else. */
  int PATIENCE = 3;

  /**
   * Chooses as another does, but does not answer a question with the same yes or no at the same
   * place for ever: somebody who only ends a posting by saying so would never say so.
   */
  static Choices notForEver(Choices other) {
    Map<String, Integer> taken = new HashMap<>();
    return (site, options, usual) -> {
      String chosen = other.choose(site, options, usual);
      boolean once = !site.what().equals("needed") || options.size() < 2;
      boolean isEnough = !once && taken.merge(site.key(chosen), 1, Integer::sum) > PATIENCE;
      return isEnough ? options.get((options.indexOf(chosen) + 1) % options.size()) : chosen;
    };
  }
}
