package vn.thutuc.modelling.scaffold;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks in a model that say what it was made from and that nobody has edited it since. */
final class Mark {

  private static final int LENGTH = 16;
  private static final Pattern MARK =
      Pattern.compile("(<camunda:property name=\"mark\" value=\")([0-9a-f]*)(\")");
  private static final Pattern MADE_FROM =
      Pattern.compile("<camunda:property name=\"madeFrom\" value=\"([0-9a-f]+)\"");

  private Mark() {}

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Sets the mark of a model whose mark is empty. */
  static String marked(String model) {
    return MARK.matcher(model).replaceFirst("$1" + hash(blank(model)) + "$3");
  }

  /** Whether a model is as it was made. A checkout with other line ends is no edit. */
  static boolean isUntouched(String model) {
    Matcher mark = MARK.matcher(model);
    return mark.find() && mark.group(2).equals(hash(blank(model)));
  }

  static Optional<String> madeFrom(String model) {
    Matcher made = MADE_FROM.matcher(model);
    return made.find() ? Optional.of(made.group(1)) : Optional.empty();
  }

  private static String blank(String model) {
    return MARK.matcher(model.replace("\r\n", "\n")).replaceFirst("$1$3");
  }
}
