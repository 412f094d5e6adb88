package vn.thutuc.organisation;

/**
 * A person as others see them.
 *
 * @param id login id, letters and digits
 * @param name name to show, in Vietnamese
 */
public record PersonView(String id, String name) {}
