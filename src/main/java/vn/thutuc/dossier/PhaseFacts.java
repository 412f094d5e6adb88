package vn.thutuc.dossier;

/**
 * What the catalogue says of a phase for one dossier.
 *
 * @param id id of the phase
 * @param name Vietnamese name
 * @param term the term as written in the catalogue, or null where it is not known
 * @param source where the term comes from, or null
 * @param determined whether it is a determination of the province
 */
record PhaseFacts(String id, String name, String term, String source, boolean determined) {}
