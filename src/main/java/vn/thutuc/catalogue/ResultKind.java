package vn.thutuc.catalogue;

/**
 * A kind of result the procedure can end with.
 *
 * @param key stable key a model names in {@code dossier.issue}, e.g. {@code BIRTH_CERTIFICATE}
 * @param title name of the paper, in Vietnamese
 * @param code result code of the national list; null when the list has none
 * @param positive whether it grants what was asked for
 */
public record ResultKind(String key, String title, String code, boolean positive) {}
