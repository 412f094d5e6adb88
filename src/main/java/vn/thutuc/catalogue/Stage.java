package vn.thutuc.catalogue;

import java.util.List;

/**
 * One stage of a procedure between acceptance and result, or after the result, as its official
 * steps give it.
 *
 * @param id stable id, kebab case, unique in the procedure; element ids of the model come from it
 * @param block what kind of stage it is
 * @param name what officers read, in Vietnamese; null for the block's own wording
 * @param by place that acts: {@code competent}, {@code desk}, a key of {@code bodies} or of {@code
 *     outside}; null for the block's usual place, which is {@code competent}
 * @param phase phase that counts for this stage alone; null when none does
 * @param stopsClock whether the main clock stands still meanwhile (ground {@code OTHER_BODY})
 * @param silence what the silence of the asked body means; {@code NONE} is late by default
 * @param article the article behind a silence that is not {@code NONE}; null otherwise
 * @param result key of the result a {@code RESULT} or a decision records; null for the procedure's
 *     single positive one
 * @param refusal key of the negative result its refusal gives; null for {@code REFUSAL}
 * @param remedy whether what an {@code INSPECT} finds wrong may be remedied and inspected again
 * @param detail what it is about, in Vietnamese or as a key: the register, the database, what is
 *     posted or published; null when the block says it all
 * @param failing what a negative outcome of the stage leads to; null for the block's usual
 * @param on fact a {@code CHOICE} looks at; null for other blocks
 * @param question question of a {@code DECIDE}, in Vietnamese; null for other blocks
 * @param branches stages of a group; empty for other blocks
 * @param within how long the text gives for it after the result, such as {@code 5wd}; null when it
 *     gives nothing. The engine does such stages at once, so it is shown and no clock counts it
 * @param source where it stands
 * @param unclear what the text leaves open, in Vietnamese; null when it is clear
 */
public record Stage(
    String id,
    Block block,
    String name,
    String by,
    String phase,
    boolean stopsClock,
    Silence silence,
    String article,
    String result,
    String refusal,
    boolean remedy,
    String detail,
    Failing failing,
    ChoiceOn on,
    String question,
    List<Branch> branches,
    String within,
    String source,
    String unclear) {

  /** What a negative outcome of a stage leads to. */
  public enum Failing {
    /** The dossier is refused in writing. */
    REFUSE,
    /** The outcome is one fact among others; the stages go on. */
    GO_ON
  }

  /** Which fact of the dossier a choice looks at. */
  public enum ChoiceOn {
    /** The case chosen at the desk. */
    CASE,
    /** The area class. */
    AREA,
    /** The channel it came through. */
    CHANNEL
  }

  /**
   * A branch of a group.
   *
   * @param name what stands at the branch, in Vietnamese; null when the group needs none
   * @param when values of the fact for a choice, {@code YES} or {@code NO} for a decision; empty
   *     for the other branch of a choice, and for phases and parallels
   * @param stages its stages in order; empty when nothing is done
   */
  public record Branch(String name, List<String> when, List<Stage> stages) {}
}
