package vn.thutuc.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one expression of the closed language: {@code ${bean.verb(args)}}, variables, literals,
 * comparisons, {@code and/or/not}, and {@code execution.processBusinessKey}.
 */
public final class ClosedExpression {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<text>'[^']*'|\"[^\"]*\")|(?<number>\\d+(?:\\.\\d+)?)"
              + "|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>==|!=|<=|>=|&&|\\|\\||[.,()!<>]))");
  private static final Set<String> COMPARISONS =
      Set.of("==", "!=", "<", ">", "<=", ">=", "eq", "ne", "lt", "gt", "le", "ge");
  private static final Set<String> JOINS = Set.of("&&", "||", "and", "or");
  private static final Set<String> LITERALS = Set.of("true", "false", "null");

  private final Verbs verbs;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private ClosedExpression(Verbs verbs) {
    this.verbs = verbs;
  }

  /** What is wrong with the text, or empty when it belongs to the language. */
  public static Optional<String> problem(String text, Verbs verbs) {
    String stripped = text.strip();
    if (!stripped.startsWith("${") && !stripped.startsWith("#{")) {
      return stripped.contains("${") || stripped.contains("#{")
          ? Optional.of("mixes text and expression; write one ${...} only")
          : Optional.empty();
    }
    if (!stripped.endsWith("}")) {
      return Optional.of("is not one expression ${...}");
    }
    try {
      ClosedExpression reader = new ClosedExpression(verbs);
      reader.tokenise(stripped.substring(2, stripped.length() - 1));
      reader.condition();
      reader.end();
      return Optional.empty();
    } catch (Refused e) {
      return Optional.of(e.getMessage());
    }
  }

  private void tokenise(String body) {
    Matcher matcher = TOKEN.matcher(body);
    int at = 0;
    while (at < body.length() && !body.substring(at).isBlank()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new Refused("has '" + body.substring(at).strip() + "', which the language lacks");
      }
      tokens.add(matcher.group().strip());
      at = matcher.end();
    }
  }

  private void condition() {
    comparison();
    while (JOINS.contains(peek())) {
      next++;
      comparison();
    }
  }

  private void comparison() {
    value();
    if (COMPARISONS.contains(peek())) {
      next++;
      value();
    }
  }

  private void value() {
    String token = take();
    if (token.equals("!") || token.equals("not") || token.equals("empty")) {
      value();
    } else if (token.equals("(")) {
      condition();
      expect(")");
    } else if (isLiteral(token)) {
      if (peek().equals(".")) {
        throw new Refused("calls something on a literal, which reaches the virtual machine");
      }
    } else if (isName(token)) {
      named(token);
    } else {
      throw new Refused("has an unexpected '" + token + "'");
    }
  }

  private void named(String name) {
    if (!peek().equals(".")) {
      if (peek().equals("(")) {
        throw new Refused("calls the function '" + name + "'; only verbs of beans are called");
      }
      if (!verbs.hasVariable(name)) {
        throw new Refused(
            "reads the unknown variable '%s'; known: %s"
                .formatted(name, String.join(", ", verbs.variables().stream().sorted().toList())));
      }
      return;
    }
    next++;
    String member = take();
    if (name.equals("execution")) {
      if (!member.equals("processBusinessKey") || peek().equals("(") || peek().equals(".")) {
        throw new Refused(
            "uses execution." + member + "; only execution.processBusinessKey is known");
      }
      return;
    }
    if (!verbs.hasBean(name)) {
      throw new Refused(
          "names the unknown bean '%s'; known: %s"
              .formatted(
                  name, String.join(", ", verbs.byBean().keySet().stream().sorted().toList())));
    }
    call(name, member);
  }

  private void call(String bean, String verb) {
    expect("(");
    int arguments = 0;
    while (!peek().equals(")")) {
      if (arguments > 0) {
        expect(",");
      }
      value();
      arguments++;
    }
    expect(")");
    if (!verbs.has(bean, verb, arguments)) {
      throw new Refused(
          "calls %s.%s with %d arguments, which the bean does not have"
              .formatted(bean, verb, arguments));
    }
    if (peek().equals(".")) {
      throw new Refused("goes on after " + bean + "." + verb + "(...)");
    }
  }

  private static boolean isLiteral(String token) {
    return token.startsWith("'")
        || token.startsWith("\"")
        || Character.isDigit(token.charAt(0))
        || LITERALS.contains(token);
  }

  private static boolean isName(String token) {
    return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private String take() {
    if (next >= tokens.size()) {
      throw new Refused("ends too early");
    }
    return tokens.get(next++);
  }

  private void expect(String sign) {
    if (!take().equals(sign)) {
      throw new Refused("lacks '" + sign + "'");
    }
  }

  private void end() {
    if (next < tokens.size()) {
      throw new Refused("goes on with '" + tokens.get(next) + "'");
    }
  }

  private static final class Refused extends RuntimeException {
    private Refused(String message) {
      super(message);
    }
  }
}
