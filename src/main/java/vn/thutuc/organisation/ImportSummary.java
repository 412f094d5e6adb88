package vn.thutuc.organisation;

/**
 * What an import of the organisation did.
 *
 * @param unitsAdded units that were new
 * @param unitsChanged units of which a fact differed, or that stand again
 * @param unitsEnded units the files no longer have
 * @param peopleAdded people who were new
 * @param peopleRenamed people whose name differed
 * @param postsOpened roles somebody holds from the day of the import on
 * @param postsEnded roles somebody no longer holds from that day on
 */
public record ImportSummary(
    int unitsAdded,
    int unitsChanged,
    int unitsEnded,
    int peopleAdded,
    int peopleRenamed,
    int postsOpened,
    int postsEnded) {

  /** Whether the database already said what the files say. */
  public boolean nothingChanged() {
    return equals(new ImportSummary(0, 0, 0, 0, 0, 0, 0));
  }
}
