package vn.thutuc.catalogue;

/**
 * One value the desk can choose: a case of the procedure or an area class.
 *
 * @param code stable code, e.g. {@code WITH_CERTIFICATE}; the value of the routing flag
 * @param label what the officer reads, in Vietnamese
 */
public record Choice(String code, String label) {}
