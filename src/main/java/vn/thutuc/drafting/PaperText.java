package vn.thutuc.drafting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.thutuc.dossier.DossierProblem;

/**
 * What a paper says, as officers write it: plain text, never markup. A line is a paragraph; {@code
 * # } begins a centred heading, {@code - } an item, and {@code Điều 1.} is set in bold.
 *
 * @param issuer id of the unit under whose name it goes out
 * @param heading name of the paper; empty for letters, which have none
 * @param subject what it is about; may be empty
 * @param body what it says
 * @param recipients who gets it, one a line; may be empty
 * @param signAs as whom it is signed, one a line
 */
public record PaperText(
    String issuer, String heading, String subject, String body, String recipients, String signAs) {

  private static final Map<String, String> SECTIONS =
      Map.of(
          "[ten-loai]", "heading",
          "[trich-yeu]", "subject",
          "[noi-dung]", "body",
          "[noi-nhan]", "recipients",
          "[chuc-danh-ky]", "signAs");

  /** Texts without a null, without blanks at the ends and with one kind of line break. */
  public PaperText {
    issuer = tidy(issuer);
    heading = tidy(heading);
    subject = tidy(subject);
    body = tidy(body);
    recipients = tidy(recipients);
    signAs = tidy(signAs);
  }

  private static String tidy(String text) {
    return Objects.requireNonNullElse(text, "")
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace("\u0000", "")
        .strip();
  }

  /** The same without characters that nobody sees: what is read, signed and printed is one. */
  PaperText plain() {
    return new PaperText(
        issuer,
        PlainText.of(heading),
        PlainText.of(subject),
        PlainText.of(body),
        PlainText.of(recipients),
        PlainText.of(signAs));
  }

  /** Reads what a template gave, section by section. */
  static PaperText read(String issuer, String template) {
    Map<String, StringBuilder> sections = new TreeMap<>();
    StringBuilder at = new StringBuilder();
    for (String line : template.lines().toList()) {
      String section = SECTIONS.get(line.strip());
      if (section == null) {
        at.append(line.strip()).append('\n');
      } else {
        at = sections.computeIfAbsent(section, key -> new StringBuilder());
      }
    }
    return new PaperText(
        issuer,
        text(sections, "heading"),
        text(sections, "subject"),
        text(sections, "body"),
        text(sections, "recipients"),
        text(sections, "signAs"));
  }

  private static String text(Map<String, StringBuilder> sections, String name) {
    StringBuilder text = sections.get(name);
    return text == null ? "" : text.toString();
  }

  /**
   * Refuses what a paper cannot hold.
   *
   * @throws DossierProblem naming the field
   */
  void check() {
    fits("heading", "Tên loại văn bản", heading, 500);
    fits("subject", "Trích yếu", subject, 1_000);
    fits("body", "Nội dung", body, 40_000);
    fits("recipients", "Nơi nhận", recipients, 2_000);
    fits("signAs", "Chức danh người ký", signAs, 300);
    if (body.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing", "body", "Chưa nhập \"Nội dung\". Hãy điền rồi gửi lại.");
    }
  }

  private static void fits(String field, String label, String value, int most) {
    if (value.length() > most) {
      throw DossierProblem.invalid(
          "field-too-long",
          field,
          "\"%s\" dài %d ký tự, chỉ được tối đa %d. Hãy rút gọn rồi gửi lại."
              .formatted(label, value.length(), most));
    }
  }

  /** Fingerprint of every word: what was signed and what is issued must have the same. */
  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : List.of(issuer, heading, subject, body, recipients, signAs)) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * The whole as lines, for showing what changed; what is empty is left out.
   *
   * @param issuerName name of the unit that issues
   */
  List<String> lines(String issuerName) {
    List<String> lines = new ArrayList<>();
    add(lines, "Đơn vị ban hành: ", issuerName);
    add(lines, "Tên loại: ", heading);
    add(lines, "Trích yếu: ", subject);
    body.lines().filter(line -> !line.isBlank()).forEach(lines::add);
    recipients
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> lines.add("Nơi nhận: " + line));
    add(lines, "Người ký: ", signAs.replace("\n", " / "));
    return lines;
  }

  private static void add(List<String> lines, String label, String text) {
    if (!text.isBlank()) {
      lines.add(label + text);
    }
  }
}
