package vn.thutuc.catalogue;

import java.time.LocalDate;

/**
 * A term the province has laid down where the national list gives none or a suspect one. It wins
 * over the facts, is shown as a determination and survives every new import of the facts.
 *
 * @param code the procedure
 * @param phase id of the phase
 * @param channel only for this channel; null for every channel
 * @param caseCode only for this case; null for every case
 * @param area only for this area class; null for every area class
 * @param term the amount as written for the clock, the cut-off hour included
 * @param effective the days of reception it holds for
 * @param source what it rests on
 * @param by who made it
 * @param date when it was made
 * @param verified whether somebody compared it with the source
 * @param note anything a reader should know; null when there is nothing
 */
public record Determination(
    String code,
    String phase,
    Channel channel,
    String caseCode,
    String area,
    String term,
    Effective effective,
    String source,
    String by,
    LocalDate date,
    boolean verified,
    String note) {}
