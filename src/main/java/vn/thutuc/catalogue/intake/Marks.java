package vn.thutuc.catalogue.intake;

import vn.thutuc.catalogue.FactsWriter;
import vn.thutuc.catalogue.Fingerprint;
import vn.thutuc.catalogue.Procedure;

/**
 * The line at the end of an imported file that says nobody has touched it: a hash of everything
 * above. Whoever changes a letter makes the file theirs.
 */
final class Marks {

  private static final String HEAD = "\nimported:\n";

  private Marks() {}

  /** The file as an import writes it. */
  static String stamped(Procedure procedure, String source) {
    String body = FactsWriter.write(procedure);
    return body + HEAD + "  hash: \"%s\"\n  source: \"%s\"\n".formatted(hash(body), source);
  }

  /** Whether the file is as an import wrote it. */
  static boolean isUntouched(String text) {
    int at = text.lastIndexOf(HEAD);
    return at >= 0 && text.substring(at).contains("\"" + hash(text.substring(0, at)) + "\"");
  }

  private static String hash(String body) {
    return Fingerprint.of(body);
  }
}
