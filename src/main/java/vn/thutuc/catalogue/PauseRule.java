package vn.thutuc.catalogue;

/**
 * What a pause on one ground does: the facts of a procedure where they speak, the defaults of the
 * house where they do not.
 *
 * @param ground {@code SUPPLEMENT}, {@code FINANCIAL_OBLIGATION} or another ground of the defaults
 * @param waitsFor who is waited for, e.g. {@code APPLICANT}
 * @param mode {@code CONTINUE}, {@code RESTART}, {@code PLUS 5wd} or {@code WITH 18wd}
 * @param times how often the ground may be used after reception; null when there is no limit
 * @param window how long may be waited; its term is null when unknown
 * @param unanswered what follows when the window ends unanswered; null when nothing does
 * @param source where mode and times come from
 * @param verified whether somebody compared mode and times with the source
 */
public record PauseRule(
    String ground,
    String waitsFor,
    String mode,
    Integer times,
    TermFact window,
    Unanswered unanswered,
    String source,
    boolean verified) {}
