package vn.thutuc.organisation;

import java.time.LocalDate;

/**
 * A role a person holds in a unit for some time.
 *
 * @param personId login id
 * @param unitId unit it is held in
 * @param role id of the role, see {@link Role#id()}
 * @param from first day
 * @param until first day it is no longer held; null while no end is known
 */
public record PostView(
    String personId, String unitId, String role, LocalDate from, LocalDate until) {}
