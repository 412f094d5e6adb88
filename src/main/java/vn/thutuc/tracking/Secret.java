package vn.thutuc.tracking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * The secret of a dossier: twelve characters of Crockford's base32 (no I, L, O, U), 60 bits from
 * the system's generator. People copy it from paper, so what looks alike is taken for the same.
 */
final class Secret {

  static final int LENGTH = 12;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a wrong number is compared with, so that it takes as long as a wrong secret. */
  private static final String NOBODYS = fresh();

  private Secret() {}

  static String fresh() {
    StringBuilder secret = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return secret.toString();
  }

  /** As it is printed: groups of four. */
  static String printed(String secret) {
    return String.join(
        "-",
        secret.substring(0, GROUP),
        secret.substring(GROUP, 2 * GROUP),
        secret.substring(2 * GROUP));
  }

  /**
   * What somebody typed, as it is kept: without gaps, small letters and letters that look alike.
   */
  static String read(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Pd}.]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  /**
   * Whether somebody knows the secret; takes as long whatever they typed.
   *
   * @param kept null when there is no such dossier: nothing equals it
   * @param typed as {@link #read} gives it
   */
  static boolean isKnown(String kept, String typed) {
    boolean same = MessageDigest.isEqual(bytes(kept == null ? NOBODYS : kept), bytes(typed));
    return same & kept != null;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
