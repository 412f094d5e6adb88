package vn.thutuc.catalogue;

/**
 * How long somebody outside the house may take to answer.
 *
 * @param id stable id the models use: {@code supplement}, {@code draft-confirmation} ...
 * @param term the amount as written for the clock; null when the procedure's text gives none
 * @param unanswered what follows when nobody answers; null when the text does not say
 * @param source where it stands
 * @param verified whether somebody compared it with the source
 */
public record Window(
    String id, String term, Unanswered unanswered, String source, boolean verified) {}
