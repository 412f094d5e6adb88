package vn.thutuc.organisation;

import java.util.List;

/**
 * A row of {@code people.csv}: the roles of one person in one unit.
 *
 * @param email where the house writes to them; null when the files give none
 */
record PersonRow(
    long line, String id, String name, String unit, List<String> roles, String email) {}
