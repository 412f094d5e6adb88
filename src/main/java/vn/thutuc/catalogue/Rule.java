package vn.thutuc.catalogue;

/**
 * Something the text says that no step of the engine does by itself, told to the person it concerns
 * at the right step: a condition to examine, a duty of somebody, or how a step is done.
 *
 * @param at where it is told: {@link #RECEPTION}, {@link #CHECK}, {@link #RETURN} of the frame, or
 *     the id of a stage
 * @param kind what it is
 * @param who who has the duty, in Vietnamese; null for other kinds
 * @param term how long that person has, such as {@code 10wd}; no clock of the house counts it, for
 *     nobody in it begins or ends it. Null when the text gives none or a date of the calendar
 * @param text the rule, in Vietnamese
 * @param source where it stands in the text
 */
public record Rule(String at, Kind kind, String who, String term, String text, String source) {

  /** Told before a dossier is handed in, to the applicant and the desk. */
  public static final String RECEPTION = "reception";

  /** Told to the desk that checks the papers. */
  public static final String CHECK = "check";

  /** Told with the result, to the desk and the applicant. */
  public static final String RETURN = "return";

  /** What a rule is. */
  public enum Kind {
    /** Must be true of applicant or dossier; whoever does the step examines it. */
    CONDITION("Điều kiện"),
    /** Somebody must do something that is no step of ours. */
    DUTY("Nghĩa vụ"),
    /** How the step is done, with whom and on which form; what is an exception to it. */
    HOW("Cách làm");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What officers read, in Vietnamese. */
    public String label() {
      return label;
    }
  }

  /** Whether it is told at a step of the frame and not at a stage. */
  public boolean isOfTheFrame() {
    return at.equals(RECEPTION) || at.equals(CHECK) || at.equals(RETURN);
  }

  /** The rule as one sentence without its kind, in Vietnamese. */
  public String sentence() {
    String said = who == null ? text : who + ": " + text;
    return term == null ? said : said + " (" + TermWords.of(term) + ")";
  }
}
