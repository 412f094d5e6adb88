package vn.thutuc.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Sets papers whose words other packages keep: the text such a paper begins with and its page, by
 * the templates of results, and the head of whoever issues it.
 */
@Component
public class PaperPress {

  private static final String TEXT = ".ftl";
  private static final String PAGE = ".ftlx";

  private final PaperTemplates templates;
  private final PdfRenderer renderer;
  private final Letterheads heads;

  PaperPress(PaperTemplates templates, PdfRenderer renderer, Letterheads heads) {
    this.templates = templates;
    this.renderer = renderer;
    this.heads = heads;
  }

  /**
   * Which paper it is, from narrow to wide.
   *
   * @param procedure national code of the procedure
   * @param result key of the result in the procedure
   * @param resultCode national code of the result; null when it has none
   * @param kind key of the kind of paper; the server ships a template for each
   */
  public record Which(String procedure, String result, String resultCode, String kind) {

    private List<String> keys() {
      List<String> keys = new ArrayList<>();
      keys.add(procedure + "-" + result);
      if (resultCode != null && !resultCode.isBlank()) {
        keys.add(resultCode);
      }
      keys.add(kind);
      return keys;
    }
  }

  /**
   * What a paper begins with.
   *
   * @param text plain text, in the sections its template has
   * @param template name of the template's file
   * @param notice what the officer has to know about it, in Vietnamese; null when nothing
   */
  public record Text(String text, String template, String notice) {}

  /**
   * A paper that was set.
   *
   * @param content the file, PDF/A-2u
   * @param template where its template came from
   * @param notice as of {@link Text}
   */
  public record Pdf(byte[] content, String template, String notice) {}

  /** The text a paper begins with. */
  public Text text(Which which, Map<String, ?> fields) {
    PaperTemplates.Filled filled = templates.fill(which.keys(), TEXT, clean(fields));
    return new Text(filled.text(), filled.file(), notice(filled.problem()));
  }

  /** The paper as a file. */
  public Pdf pdf(Which which, Map<String, ?> fields) {
    PaperTemplates.Filled filled = templates.fill(which.keys(), PAGE, clean(fields));
    return new Pdf(
        renderer.render(XhtmlPage.parse(filled.file(), filled.text())),
        filled.origin(),
        notice(filled.problem()));
  }

  /** The head of the papers that the agency of a unit issues. */
  public Letterhead head(String unitId) {
    return heads.ofAgency(unitId);
  }

  private static Map<String, Object> clean(Map<String, ?> fields) {
    Map<String, Object> cleaned = new TreeMap<>();
    fields.forEach((key, value) -> cleaned.put(key, Printable.value(value)));
    return cleaned;
  }

  private static String notice(TemplateProblem problem) {
    return problem == null
        ? null
        : "Mẫu riêng của tỉnh bị lỗi (tệp %s, dòng %d) nên dùng mẫu kèm hệ thống. Hãy báo quản trị viên."
            .formatted(problem.file(), problem.line());
  }
}
