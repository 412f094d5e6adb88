package vn.thutuc.printing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The templates of results, two a paper: the text it begins with ({@code .ftl}) and the page it is
 * set on ({@code .ftlx}). Of each, the narrowest there is: for this result of this procedure, for
 * the national code of the result, for its kind. A province's own come first; one that is wrong is
 * named in the log and the next is used.
 */
@Component
class PaperTemplates {

  private static final Logger LOG = LoggerFactory.getLogger(PaperTemplates.class);
  private static final String FOLDER = "ket-qua/";

  /** The page of whatever has none of its own. */
  private static final String ANY = "ket-qua";

  private final FormTemplates templates;

  PaperTemplates(FormTemplates templates) {
    this.templates = templates;
  }

  /**
   * A filled template.
   *
   * @param text what it gave
   * @param file its name below the folder of templates
   * @param origin where it came from, for the record
   * @param problem what is wrong with a template of the province that should have been used; null
   *     when nothing is
   */
  record Filled(String text, String file, String origin, TemplateProblem problem) {}

  Filled fill(List<String> keys, String ending, Map<String, Object> model) {
    List<TemplateProblem> problems = new ArrayList<>();
    for (String file : files(keys, ending)) {
      if (templates.isOwn(file)) {
        try {
          templates.checkTags(file);
          templates.checkTags("common.ftlx");
          return filled(templates.own(), file, "own:" + file, model, problems);
        } catch (BadTemplateException e) {
          LOG.error("Template of the province: {}; the next one is used", e.problem());
          problems.add(e.problem());
        }
      }
      if (isShipped(file)) {
        return overOwnParts(file, model, problems);
      }
    }
    throw new IllegalStateException("The server ships a template for " + keys + ending);
  }

  /** A shipped page, with the parts of it that a province keeps itself if they are sound. */
  private Filled overOwnParts(
      String file, Map<String, Object> model, List<TemplateProblem> problems) {
    if (templates.own() != null && !templates.isOwn(file)) {
      try {
        templates.checkTags("common.ftlx");
        return filled(templates.own(), file, "shipped:" + file, model, problems);
      } catch (BadTemplateException e) {
        LOG.error("Template of the province: {}; the shipped one is used", e.problem());
        problems.add(e.problem());
      }
    }
    return filled(templates.shipped(), file, "shipped:" + file, model, problems);
  }

  private static Filled filled(
      TemplateFolder from,
      String file,
      String origin,
      Map<String, Object> model,
      List<TemplateProblem> problems) {
    String text = from.fill(file, model);
    if (file.endsWith(".ftlx")) {
      XhtmlPage.parse(file, text);
    }
    return new Filled(text, file, origin, problems.isEmpty() ? null : problems.get(0));
  }

  private static Set<String> files(List<String> keys, String ending) {
    Set<String> files = new LinkedHashSet<>();
    keys.forEach(key -> files.add(FOLDER + fileName(key) + ending));
    files.add(FOLDER + ANY + ending);
    return files;
  }

  /** Codes of the catalogue become names of files and nothing else. */
  private static String fileName(String key) {
    return key.replaceAll("[^\\p{Alnum}._-]", "_").replace("..", "_");
  }

  private static boolean isShipped(String file) {
    return PaperTemplates.class.getClassLoader().getResource("printing/" + file) != null;
  }
}
