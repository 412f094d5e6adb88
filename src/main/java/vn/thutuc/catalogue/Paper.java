package vn.thutuc.catalogue;

/**
 * A paper of the dossier.
 *
 * @param key stable key, unique in the procedure, e.g. {@code application}
 * @param title what the desk reads and prints, in Vietnamese
 * @param originals how many originals; 0 when it is only shown, looked up or typed in
 * @param copies how many copies
 * @param condition when the paper is needed; null when it always is
 */
public record Paper(String key, String title, int originals, int copies, String condition) {}
