package vn.thutuc.organisation;

import java.time.LocalDate;

/**
 * A unit as others see it.
 *
 * @param id identification code, e.g. {@code H37.12}
 * @param parentId the unit above; null for the root
 * @param name full name, in Vietnamese
 * @param shortName name for narrow places, in Vietnamese; the full name when the files give none
 * @param kind what it is ({@code department}, {@code commune} ...); data, not a closed list
 * @param agencyId the unit that is the agency (engine tenant) it belongs to; null for a body
 *     outside the house
 * @param key role key by which the catalogue finds it, e.g. {@code so-xay-dung}; null without one
 * @param areaClass area class its dossiers have where a term depends on the area; null when none
 * @param until first day it no longer stands; null while it stands
 */
public record UnitView(
    String id,
    String parentId,
    String name,
    String shortName,
    String kind,
    String agencyId,
    String key,
    String areaClass,
    LocalDate until) {}
