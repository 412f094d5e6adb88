package vn.thutuc.rehearsal;

import java.util.List;
import java.util.Set;

/** What choices lead straight to the result, and which lead to a refusal. */
final class Usual {

  private static final Set<String> STRAIGHT =
      Set.of(
          "complete",
          "grant",
          "approve",
          "passed",
          "verified",
          "agree",
          "reached",
          "none",
          "confirmed",
          "supplied",
          "delivered",
          "sent",
          "yes",
          "YES");

  private static final Set<String> ASIDE =
      Set.of(
          "incomplete",
          "refuse",
          "supplement",
          "return",
          "returned",
          "failed",
          "notVerified",
          "verify",
          "disagree",
          "silent",
          "not-reached",
          "objected",
          "corrected",
          "expired",
          "refused",
          "no",
          "NO");

  /** Values with which somebody says no for good. */
  static final Set<String> REFUSALS = Set.of("refuse", "failed");

  private Usual() {}

  /** The option that leads on. */
  static String of(List<String> options) {
    return options.stream()
        .filter(STRAIGHT::contains)
        .findFirst()
        .or(() -> options.stream().filter(option -> !ASIDE.contains(option)).findFirst())
        .orElse(options.get(0));
  }
}
