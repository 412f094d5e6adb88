package vn.thutuc.catalogue;

/**
 * How a supplement may be asked for once the dossier is received.
 *
 * @param times how often; null when the procedure's text does not say
 * @param mode what it does to the clock: {@code CONTINUE}, {@code RESTART}, {@code PLUS 5wd} or
 *     {@code WITH 18wd}; null when the text does not say
 * @param paper title of the paper that asks for it, in Vietnamese; null for form 02, the request to
 *     complete the dossier
 * @param source where it stands
 * @param verified whether somebody compared it with the source
 */
public record Supplement(
    Integer times, String mode, String paper, String source, boolean verified) {}
