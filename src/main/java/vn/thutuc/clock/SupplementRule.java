package vn.thutuc.clock;

import java.util.Objects;

/**
 * How often the applicant may be asked for missing papers after reception; requests before
 * reception do not count. A fact of the procedure.
 *
 * @param most the largest number of requests, at least one
 * @param source where the number comes from
 */
public record SupplementRule(int most, RuleSource source) {

  private static final String COUNTED_LATE =
      "Hồ sơ bị yêu cầu bổ sung quá một lần được Bộ chỉ số 766 tính là quá hạn (chưa kiểm chứng)";

  /** Once, as shipped: the wording of one procedure, and a decree cited from memory. */
  public static SupplementRule shipped() {
    return new SupplementRule(
        1,
        RuleSource.unverified(
            "Wording of procedure 1.000358 (at most once); Decree 61/2018/NĐ-CP art. 17-19, from"
                + " memory"));
  }

  /**
   * Refuses a number below one.
   *
   * @throws IllegalArgumentException if so
   */
  public SupplementRule {
    Objects.requireNonNull(source, "A rule needs a source.");
    if (most < 1) {
      throw new IllegalArgumentException(
          "At least one request must be possible, not " + most + ".");
    }
  }

  /**
   * Whether a supplement may be asked for once more. The reason of a second request says what index
   * 766 will count.
   *
   * @param asked how many requests there were since reception
   * @param ground why, in Vietnamese; needed from the second request on, otherwise may be null
   */
  public Verdict decide(int asked, String ground) {
    if (asked >= most) {
      return source.refuses("Đã yêu cầu bổ sung %s lần, tối đa %s lần.".formatted(asked, most));
    }
    if (asked == 0) {
      return source.allows("Yêu cầu bổ sung lần 1, tối đa %s lần.".formatted(most));
    }
    return ground == null || ground.isBlank()
        ? source.refuses(COUNTED_LATE + ": ghi rõ căn cứ của lần yêu cầu này.")
        : source.allows("Yêu cầu bổ sung lần %s. %s.".formatted(asked + 1, COUNTED_LATE));
  }
}
