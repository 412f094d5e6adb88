package vn.thutuc.catalogue;

/**
 * How long the dossier is kept after it is closed.
 *
 * @param years whole years; null when unknown (or when {@code permanent})
 * @param permanent kept for ever
 * @param source where it stands
 * @param verified whether somebody compared it with the source
 */
public record Retention(Integer years, boolean permanent, String source, boolean verified) {}
