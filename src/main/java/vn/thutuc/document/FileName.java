package vn.thutuc.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file is called, made harmless: no path, no control or direction marks, no characters that
 * a disk or a header takes for something else. Vietnamese letters stay, composed (NFC).
 */
final class FileName {

  static final int LONGEST = 150;
  static final String NAMELESS = "Tệp không tên";

  private static final int LONGEST_EXTENSION = 10;

  /** Controls, formats (direction marks, zero widths), lone surrogates, private use, separators. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

  private static final Pattern DIRECTORIES = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  private static final Pattern NOT_ON_A_DISK = Pattern.compile("[<>:\"|?*`]");
  private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\s]+");
  private static final Pattern AROUND = Pattern.compile("^[ .]+|[ .]+$");

  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private FileName() {}

  /**
   * The name to store, ending as a file of this type does.
   *
   * @param typed name as the browser or machine sent it; may be null
   */
  static String of(String typed, FileType type) {
    String clean = clean(typed);
    int dot = clean.lastIndexOf('.');
    boolean ends = dot > 0 && type.hasExtension(clean.substring(dot + 1));
    String extension = ends ? clean.substring(dot) : "." + type.extension();
    String base = ends ? clean.substring(0, dot) : clean;
    return shorten(notADevice(base)) + extension;
  }

  /** The name without what is harmful, for words to the officer. */
  static String clean(String typed) {
    if (typed == null) {
      return NAMELESS;
    }
    // First: some letters are other writings of a quote or a space, which must not slip through.
    String visible = Normalizer.normalize(typed, Normalizer.Form.NFC);
    visible = SPACES.matcher(visible).replaceAll(" ");
    visible = INVISIBLE.matcher(visible).replaceAll("");
    visible = DIRECTORIES.matcher(visible).replaceFirst("");
    visible = NOT_ON_A_DISK.matcher(visible).replaceAll("_");
    visible = Normalizer.normalize(visible, Normalizer.Form.NFC);
    visible = AROUND.matcher(visible).replaceAll("");
    return visible.isEmpty() ? NAMELESS : cut(visible, LONGEST + LONGEST_EXTENSION);
  }

  private static String notADevice(String base) {
    int dot = base.indexOf('.');
    String device = (dot < 0 ? base : base.substring(0, dot)).strip();
    return DEVICES.contains(device.toLowerCase(Locale.ROOT)) ? "_" + base : base;
  }

  private static String shorten(String base) {
    String cut = AROUND.matcher(cut(base, LONGEST)).replaceAll("");
    return cut.isEmpty() ? NAMELESS : cut;
  }

  /** Cuts before a character that would not fit, never through one. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return Character.isHighSurrogate(text.charAt(most - 1))
        ? text.substring(0, most - 1)
        : text.substring(0, most);
  }
}
