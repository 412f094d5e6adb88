package vn.thutuc.organisation;

/**
 * What a group id stands for: everybody who holds a role in a unit.
 *
 * @param unitId the unit
 * @param role id of the role, see {@link Role#id()}
 */
public record GroupRef(String unitId, String role) {}
