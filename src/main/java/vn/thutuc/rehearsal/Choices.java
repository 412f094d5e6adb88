package vn.thutuc.rehearsal;

import java.util.List;

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
}
