package vn.thutuc.rehearsal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of the models' folder.
 *
 * @param path below the root, e.g. {@code processes/duong-bo/1.000028-giay-phep.bpmn}
 * @param content its bytes
 */
record ModelFile(String path, byte[] content) {

  private static final Pattern CODE = Pattern.compile("(\\d\\.\\d{6})-.*\\.bpmn");

  /** The file's name without its folder. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The national code in the file's name; null when it is not the model of a procedure. */
  String code() {
    Matcher name = CODE.matcher(name());
    return name.matches() ? name.group(1) : null;
  }

  /** Hash of the bytes, as {@code sha256sum} writes it. */
  String sha256() {
    return sha256(content);
  }

  /** Hash of what the engine executes of it; the same when only its drawing or words change. */
  String executed() {
    return sha256(Executed.of(this).getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return path + " (" + new String(content, StandardCharsets.UTF_8).length() + " characters)";
  }
}
