package vn.thutuc.modelling.scaffold;

/**
 * A row of the national list as it comes.
 *
 * @param code national code
 * @param name title
 * @param field field of the list
 * @param agency agency text
 * @param decision number of the decision that published it; may be empty
 */
record ListRow(String code, String name, String field, String agency, String decision) {}
