package vn.thutuc.modelling.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words models speak beside the verbs, as docs/designer/beans.md gives them. */
public final class Words {

  /** Roles of {@code organisation.candidates}. */
  public static final Set<String> ROLES =
      Set.of("one-stop-officer", "specialist", "head", "leader", "clerk");

  /** Places every dossier has; a procedure's facts add its bodies. */
  public static final Set<String> PLACES = Set.of("competent", "desk", "return", "verifier");

  /** Names of the messages somebody delivers. */
  public static final Set<String> MESSAGES =
      Set.of(
          "supplement-received",
          "withdraw",
          "stop",
          "draft-confirmed",
          "draft-corrected",
          "payment-proven",
          "parcel-collected",
          "parcel-outcome",
          "electronic-returned");

  /** Codes of the errors the frame catches. */
  public static final Set<String> ERRORS = Set.of("supplement-expired", "not-received");

  /** Variables with their documented values. */
  public static final Map<String, Set<String>> VALUES =
      Map.ofEntries(
          Map.entry("channel", Set.of("COUNTER", "ONLINE", "POSTAL")),
          Map.entry("returnMethod", Set.of("COUNTER", "POSTAL", "ELECTRONIC")),
          Map.entry("checkResult", Set.of("complete", "incomplete", "refuse")),
          Map.entry("proposal", Set.of("grant", "supplement", "refuse", "verify")),
          Map.entry("headDecision", Set.of("approve", "return")),
          Map.entry("leaderDecision", Set.of("approve", "return", "refuse")),
          Map.entry("outcome", Set.of("granted", "refused")),
          Map.entry("supplementOutcome", Set.of("supplied", "expired")),
          Map.entry("verificationOutcome", Set.of("verified", "notVerified")),
          Map.entry("parcelOutcome", Set.of("delivered", "failed", "returned", "cancelled")),
          Map.entry("parcelDecision", Set.of("resend", "counter")),
          Map.entry("returnOutcome", Set.of("sent", "failed")),
          Map.entry("signer", Set.of("leader", "centre-head")),
          Map.entry("needed", Set.of("yes", "no")),
          Map.entry("opinion", Set.of("agree", "disagree", "silent")),
          Map.entry("inspectionOutcome", Set.of("passed", "failed")),
          Map.entry("remedyDecision", Set.of("ask", "none")),
          Map.entry("refusedBy", Set.of("house", "outside")),
          Map.entry("councilOutcome", Set.of("passed", "failed")),
          Map.entry("examOutcome", Set.of("passed", "failed")),
          Map.entry("testOutcome", Set.of("passed", "failed")),
          Map.entry("meetingOutcome", Set.of("reached", "not-reached")),
          Map.entry("postingOutcome", Set.of("none", "objected")),
          Map.entry("draftOutcome", Set.of("confirmed", "corrected", "silent")),
          Map.entry("decision", Set.of("approve", "refuse", "return")),
          Map.entry("silence", Set.of("late", "grants", "refuses", "goes-on")));

  /**
   * Variables whose name is also that of a free text, which stays in the dossier and routes
   * nothing.
   */
  static final Set<String> ALSO_TEXT = Set.of("opinion");

  /** Variables that are true or false. */
  public static final Set<String> BOOLEANS =
      Set.of(
          "forwarded",
          "obligation",
          "leased",
          "originalsAtReturn",
          "outside",
          "stopsClock",
          "submitted",
          "remedy",
          "followed");

  /** Variables whose values are keys of a procedure's facts. */
  public static final Set<String> OF_FACTS =
      Set.of("caseCode", "areaClass", "place", "phase", "ownPhase", "window", "refuser", "refusal");

  /** What a procedure starts with. */
  static final Set<String> FROM_RECEPTION =
      Set.of("channel", "returnMethod", "caseCode", "areaClass", "forwarded", "originalsAtReturn");

  /** Verbs that set a variable. */
  static final Map<String, String> SET_BY_VERB =
      Map.of(
          "dossier.proposeRefusal",
          "proposal",
          "dossier.apologyDue",
          "needed",
          "outbound.post",
          "followed",
          "outbound.electronic",
          "followed");

  /** Messages that bring a variable. */
  static final Map<String, String> SET_BY_MESSAGE =
      Map.of("parcel-outcome", "parcelOutcome", "electronic-returned", "returnOutcome");

  /** Form fields with a meaning of their own that verbs read. */
  static final Set<String> READ_BY_VERBS =
      Set.of(
          "reason",
          "missingPapers",
          "resultKind",
          "resultNumber",
          "resultDate",
          "validFrom",
          "validTo",
          "registerNumber",
          "registerVolume",
          "lateReason",
          "lateUnit",
          "newAppointment",
          "verifierUnit");

  private static final Pattern CALL =
      Pattern.compile("([A-Za-z]\\w*)\\.([A-Za-z]\\w*)\\(((?:[^()'\"]|'[^']*'|\"[^\"]*\")*)\\)");
  private static final Pattern ARGUMENT = Pattern.compile("(?:[^,'\"]|'[^']*'|\"[^\"]*\")+");
  private static final Pattern COMPARED =
      Pattern.compile(
          "([A-Za-z]\\w*)\\s*(?:==|!=|\\beq\\b|\\bne\\b)\\s*(?:'([^']*)'|\"([^\"]*)\")");
  private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)(?!\\w*\\s*[.(])");
  private static final Set<String> GRAMMAR =
      Set.of(
          "and",
          "or",
          "not",
          "empty",
          "true",
          "false",
          "null",
          "eq",
          "ne",
          "lt",
          "gt",
          "le",
          "ge",
          "execution");

  private Words() {}

  /**
   * One call of a verb.
   *
   * @param bean name of the bean
   * @param verb name of the verb
   * @param arguments arguments as written, {@code execution} among them
   */
  record Call(String bean, String verb, List<String> arguments) {

    boolean is(String beanAndVerb) {
      return beanAndVerb.equals(bean + "." + verb);
    }

    /** The text of an argument; empty when it is a variable or not there. */
    Optional<String> literal(int index) {
      return index < arguments.size() ? Words.literal(arguments.get(index)) : Optional.empty();
    }

    /** The argument as a rule compares it: the text, or {@code ${name}} for a variable. */
    String value(int index) {
      if (index >= arguments.size()) {
        return "";
      }
      return literal(index).orElse("${" + arguments.get(index) + "}");
    }
  }

  /** A comparison of a variable with a text. */
  record Comparison(String variable, String value) {}

  static Optional<String> literal(String written) {
    String text = written.strip();
    boolean quoted =
        text.length() >= 2
            && (text.startsWith("'") && text.endsWith("'")
                || text.startsWith("\"") && text.endsWith("\""));
    return quoted ? Optional.of(text.substring(1, text.length() - 1)) : Optional.empty();
  }

  /** The inner text of {@code ${...}}; empty when the text is no single expression. */
  static Optional<String> body(String expression) {
    String text = expression.strip();
    return (text.startsWith("${") || text.startsWith("#{")) && text.endsWith("}")
        ? Optional.of(text.substring(2, text.length() - 1).strip())
        : Optional.empty();
  }

  static List<Call> calls(String expression) {
    List<Call> calls = new ArrayList<>();
    Matcher matcher = CALL.matcher(expression);
    while (matcher.find()) {
      List<String> arguments = new ArrayList<>();
      Matcher argument = ARGUMENT.matcher(matcher.group(3));
      while (argument.find()) {
        if (!argument.group().isBlank()) {
          arguments.add(argument.group().strip());
        }
      }
      calls.add(new Call(matcher.group(1), matcher.group(2), arguments));
    }
    return calls;
  }

  static List<Comparison> comparisons(String expression) {
    List<Comparison> found = new ArrayList<>();
    Matcher matcher = COMPARED.matcher(expression);
    while (matcher.find()) {
      String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      found.add(new Comparison(matcher.group(1), value));
    }
    return found;
  }

  /** The variables an expression reads. */
  static Set<String> variables(String expression) {
    Set<String> names = new HashSet<>();
    Matcher matcher = NAME.matcher(TEXT.matcher(body(expression).orElse("")).replaceAll(" "));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    names.removeAll(GRAMMAR);
    return names;
  }

  /** Whether a variable is documented with its values. */
  public static boolean knows(String variable) {
    return VALUES.containsKey(variable)
        || BOOLEANS.contains(variable)
        || OF_FACTS.contains(variable);
  }
}
