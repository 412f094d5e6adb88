package vn.thutuc.catalogue.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One row of a table of changes. Texts are null where the row leaves a fact as it is.
 *
 * @param line line of the file, or number of the entry
 * @param code the procedure
 * @param phase phase whose term changes
 * @param caseCode only for this case
 * @param area only for this area class
 * @param channel only for this channel
 * @param term the new term; {@code unknown} is one
 * @param fee the new amount in đồng; {@code unknown} is one
 * @param feeTitle which fee, where there are several or a new one
 * @param decision number of the decision that publishes the new version
 * @param source article the change rests on
 * @param structure what changes in the steps, in Vietnamese: the model has to be changed too
 * @param transition what open dossiers do
 * @param facts whole keys to replace, YAML tables only
 */
record Change(
    int line,
    String code,
    String phase,
    String caseCode,
    String area,
    String channel,
    String term,
    String fee,
    String feeTitle,
    String decision,
    String source,
    String structure,
    String transition,
    ObjectNode facts) {

  /** Whether the row says anything at all beside where it applies. */
  boolean isEmpty() {
    return term == null
        && fee == null
        && structure == null
        && transition == null
        && decision == null
        && facts == null;
  }
}
