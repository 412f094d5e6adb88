package vn.thutuc.catalogue;

/**
 * Says that an import wrote the file and nobody has changed it since. A file whose content does not
 * match the hash any more belongs to whoever edited it; no import touches it.
 *
 * @param hash hash of the content as the import wrote it
 * @param source what was imported, e.g. the decision and the list
 */
public record Imported(String hash, String source) {}
