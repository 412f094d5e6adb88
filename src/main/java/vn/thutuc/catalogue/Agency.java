package vn.thutuc.catalogue;

import java.util.List;

/**
 * An agency as the house knows it: a unit of its own or the role of a body outside.
 *
 * @param key key of the unit or of the role, e.g. {@code so-xay-dung}
 * @param name its name, in Vietnamese
 * @param outside whether it is no unit of the house
 * @param texts how agency texts of the national list name it, other provinces' names included
 */
public record Agency(String key, String name, boolean outside, List<String> texts) {}
