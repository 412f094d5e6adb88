package vn.thutuc.portal;

import java.util.regex.Pattern;

/** The portal has read what was sent and does not take it; its words, without personal data. */
class PortalRefusal extends RuntimeException {

  private static final int LONGEST = 200;

  /** Identity and telephone numbers, and addresses of mail, which an answer may repeat. */
  private static final Pattern PERSONAL = Pattern.compile("\\d{8,}|[^\\s@]+@[^\\s@]+");

  PortalRefusal(String code, String words) {
    super("Cổng Dịch vụ công từ chối (mã %s): %s".formatted(code, harmless(words)));
  }

  private static String harmless(String words) {
    String text = words == null || words.isBlank() ? "không nêu lý do" : words.strip();
    text = PERSONAL.matcher(text).replaceAll("…");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
