package vn.thutuc.notice;

import java.util.List;
import java.util.Map;

/**
 * What a route carries.
 *
 * @param key stable key: what is sent again under it is the same message
 * @param to address of the route's kind; a telephone number as within Vietnam
 * @param subject one line; null where the route has none
 * @param text the words
 * @param zalo name of the template at Zalo; null elsewhere
 * @param zaloFields what is put into it
 * @param files what goes along; routes that carry none leave them out
 */
record Message(
    String key,
    String to,
    String subject,
    String text,
    String zalo,
    Map<String, String> zaloFields,
    List<Attachment> files) {

  /** A file that goes along. */
  record Attachment(String name, String type, byte[] content) {}
}
