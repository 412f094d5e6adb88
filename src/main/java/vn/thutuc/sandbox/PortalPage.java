package vn.thutuc.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.NavigableMap;
import org.springframework.web.util.HtmlUtils;

/** The page of the stand-in of the portal: submit a dossier, see what it holds. */
final class PortalPage {

  /** Where the stand-in keeps what thutuc answered. */
  static final String ANSWER = "TraLoiCuaHeThong";

  private static final int SHOWN = 100;

  private PortalPage() {}

  static String of(NavigableMap<String, ObjectNode> held, Map<String, String> example) {
    StringBuilder page =
        new StringBuilder(
            """
            <!DOCTYPE html><html lang="vi"><meta charset="utf-8">
            <title>Cổng Dịch vụ công (giả lập)</title>
            <style>body{font:16px sans-serif;margin:2em}label{display:block;margin:.3em 0}
            input{width:22em}input[type=checkbox]{width:auto}td,th{border:1px solid #999;padding:.3em;
            text-align:left;vertical-align:top}table{border-collapse:collapse}</style>
            <h1>Cổng Dịch vụ công (giả lập)</h1>
            <p>Không phải Cổng thật. Dữ liệu là giả. <a href="/">Công tắc</a></p>
            <h2>Nộp hồ sơ trực tuyến</h2><form method="post" action="/cong-dvc/nop">
            """);
    example.forEach((name, value) -> page.append(field(name, value)));
    page.append(field("MaTruongHop", "")).append(field("DiaBan", ""));
    page.append(field("NgayNopHoSo", "")).append(field("tep", "1"));
    page.append(
        """
        <label><input type="checkbox" name="chiBaoMa"> Chỉ báo mã, hệ thống tự lấy hồ sơ về</label>
        <button>Nộp hồ sơ</button></form>
        <h2>Hồ sơ trên Cổng</h2><table><tr><th>MaHoSo<th>MaTTHC<th>ChuHoSo<th>TrangThaiHoSo
        <th>NgayHenTra<th>GhiChu<th>Hệ thống trả lời<th></tr>
        """);
    held.descendingMap().values().stream().limit(SHOWN).forEach(one -> page.append(row(one)));
    return page.append("</table>").toString();
  }

  private static String field(String name, String value) {
    return "<label>%1$s <input name=\"%1$s\" value=\"%2$s\"></label>%n"
        .formatted(name, HtmlUtils.htmlEscape(value));
  }

  private static String row(JsonNode one) {
    return """
        <tr><td>%s<td>%s<td>%s<td>%s<td>%s<td>%s<td>%s<td><form method="post" action="/cong-dvc/nop">
        <input type="hidden" name="lai" value="%s"><button>Gửi lại</button></form></tr>
        """
        .formatted(
            text(one, "MaHoSo"),
            text(one, "MaTTHC"),
            text(one, "ChuHoSo"),
            text(one, "TrangThaiHoSo"),
            text(one, "NgayHenTra"),
            text(one, "GhiChu"),
            text(one, ANSWER),
            text(one, "MaHoSo"));
  }

  private static String text(JsonNode one, String name) {
    return HtmlUtils.htmlEscape(one.path(name).asText(""));
  }
}
