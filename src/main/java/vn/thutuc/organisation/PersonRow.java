package vn.thutuc.organisation;

import java.util.List;

/** A row of {@code people.csv}: the roles of one person in one unit. */
record PersonRow(long line, String id, String name, String unit, List<String> roles) {}
