package vn.thutuc.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** The page of the demo's carrier: its orders, and buttons that move them. */
final class PostPage {

  private PostPage() {}

  /** What the carrier calls a code. */
  static String words(String code) {
    return switch (code) {
      case "100" -> "Đã nhận yêu cầu";
      case "200" -> "Bưu tá đã nhận";
      case "300" -> "Đang vận chuyển";
      case "310" -> "Đến bưu cục phát";
      case "400" -> "Phát không thành công";
      case "500" -> "Phát thành công";
      case "600" -> "Chuyển hoàn";
      case "700" -> "Hủy";
      default -> "Mã " + code;
    };
  }

  static String of(List<ObjectNode> orders, long every) {
    StringBuilder page =
        new StringBuilder(
            """
            <!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Bưu chính giả lập</title>
            <style>body{font:16px sans-serif;margin:2em}table{border-collapse:collapse}
            th,td{border:1px solid #888;padding:.4em .6em;text-align:left;vertical-align:top}
            form{display:inline}</style>
            <h1>Bưu chính giả lập</h1>
            <p>Đứng thay bưu chính trong bản trình diễn. <a href="/">Công tắc lỗi</a></p>
            """);
    page.append(
        """
        <form method="post" action="/buu-chinh/nhip"><label>Tự chuyển bước sau mỗi
        <input name="every" value="%d" size="5"> giây (0: không tự chuyển)</label>
        <button>Đặt</button></form>
        <table><thead><tr><th>Số yêu cầu</th><th>Số hiệu</th><th>Người gửi</th><th>Người nhận</th><th>Trạng thái</th>
        <th>Chuyển bước</th></tr></thead><tbody>
        """
            .formatted(every));
    orders.forEach(order -> page.append(row(order)));
    return page.append("</tbody></table></html>").toString();
  }

  private static String row(ObjectNode order) {
    String number = escaped(order.path("number").asText());
    return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s<br>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            number,
            escaped(order.path("item").asText()),
            escaped(order.path("order").path("SenderName").asText()),
            escaped(order.path("order").path("ReceiverName").asText()),
            escaped(order.path("order").path("ReceiverAddress").asText()),
            escaped(words(order.path("code").asText())),
            button(number, "next", "Bước tiếp")
                + button(number, "all", "Phát xong")
                + button(number, "400", "Phát không được")
                + button(number, "600", "Chuyển hoàn")
                + button(number, "999", "Mã lạ"));
  }

  private static String button(String number, String to, String words) {
    return """
        <form method="post" action="/buu-chinh/tien"><input type="hidden" name="number" value="%s">
        <input type="hidden" name="to" value="%s"><button>%s</button></form>
        """
        .formatted(number, to, words);
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text);
  }
}
