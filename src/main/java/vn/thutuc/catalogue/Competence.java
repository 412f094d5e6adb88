package vn.thutuc.catalogue;

/**
 * A unit that settles the procedure under a criterion.
 *
 * @param unit key of the unit; {@code ubnd-xa} means the commune chosen at reception
 * @param caseCode only for this case; null for every case
 * @param area only for this area class; null for every area class
 * @param criterion what the desk decides by where case and area do not say it, in Vietnamese; null
 *     when they do
 * @param source where it stands
 */
public record Competence(
    String unit, String caseCode, String area, String criterion, String source) {}
