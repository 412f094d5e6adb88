package vn.thutuc.catalogue;

/**
 * A term of a phase as the procedure's own text gives it, with the conditions it holds under.
 *
 * @param channel only for this channel; null for every channel
 * @param caseCode only for this case; null for every case
 * @param area only for this area class; null for every area class
 * @param starts what starts the counting under these conditions; null for what starts the phase
 * @param term the amount as written for the clock ({@code 2wd}, {@code sd@15:00}); null when the
 *     text gives none: unknown stays unknown
 * @param source where the term stands
 * @param verified whether somebody compared it with the source
 */
public record PhaseTerm(
    Channel channel,
    String caseCode,
    String area,
    PhaseStart starts,
    String term,
    String source,
    boolean verified) {}
