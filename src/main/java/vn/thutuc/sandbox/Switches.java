package vn.thutuc.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How each stand-in misbehaves; nothing of it outlasts the process. */
class Switches {

  private final Map<String, Setting> settings = new ConcurrentHashMap<>();

  /**
   * How one stand-in misbehaves.
   *
   * @param slowMillis milliseconds before each answer
   * @param failNext how many of the next requests are answered with 500 and not taken
   * @param loseAnswers how many of the next requests are taken without an answer
   * @param repeat whether its call-backs are sent twice
   * @param reorder whether its call-backs come in another order
   */
  record Setting(long slowMillis, int failNext, int loseAnswers, boolean repeat, boolean reorder) {

    static final Setting WELL = new Setting(0, 0, 0, false, false);
  }

  Setting of(String path) {
    return settings.getOrDefault(path, Setting.WELL);
  }

  void set(String path, Setting setting) {
    settings.put(path, setting);
  }

  /** Whether this request is one that fails; counts it. */
  boolean takesFailure(String path) {
    return took(
        path,
        s -> s.failNext > 0,
        s -> new Setting(s.slowMillis, s.failNext - 1, s.loseAnswers, s.repeat, s.reorder));
  }

  /** Whether the answer to this request is lost; counts it. */
  boolean takesLoss(String path) {
    return took(
        path,
        s -> s.loseAnswers > 0,
        s -> new Setting(s.slowMillis, s.failNext, s.loseAnswers - 1, s.repeat, s.reorder));
  }

  private boolean took(
      String path,
      java.util.function.Predicate<Setting> wanted,
      java.util.function.UnaryOperator<Setting> counted) {
    boolean[] taken = {false};
    settings.computeIfPresent(
        path,
        (key, setting) -> {
          taken[0] = wanted.test(setting);
          return taken[0] ? counted.apply(setting) : setting;
        });
    return taken[0];
  }
}
