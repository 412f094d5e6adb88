package vn.thutuc.printing;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * The templates of the forms: the shipped ones, and over them those a province keeps in a folder of
 * its own, each file by the name of the shipped one it stands for. A template of the province that
 * is wrong is named in the log with file and line, and the shipped one is used meanwhile.
 */
@Component
class FormTemplates {

  private static final Logger LOG = LoggerFactory.getLogger(FormTemplates.class);
  private static final TemplateLoader SHIPPED =
      new ClassTemplateLoader(FormTemplates.class.getClassLoader(), "printing");

  private final TemplateFolder shipped = new TemplateFolder(SHIPPED);
  private final Path folder;
  private final TemplateFolder own;

  /**
   * @param settings names the folder
   * @param organisation folder of the organisation's files; its {@code mau-in} is taken when the
   *     settings name none
   */
  @Autowired
  FormTemplates(PrintingSettings settings, @Value("${thutuc.organisation:}") String organisation) {
    this(
        ProvinceTemplates.folder(
            "thutuc.printing.templates", settings.templates(), organisation, "mau-in"));
  }

  FormTemplates(Path folder) {
    this.folder = folder;
    this.own = folder == null ? null : new TemplateFolder(ProvinceTemplates.over(folder, SHIPPED));
    problems().forEach(problem -> LOG.error("Template of the province: {}", problem));
  }

  /**
   * A page to be set.
   *
   * @param page the page
   * @param template where its template came from, for the record
   * @param problem what is wrong with the province's own template; null when nothing is
   */
  record Filled(Document page, String template, TemplateProblem problem) {}

  Filled fill(FormKind kind, Map<String, Object> model) {
    if (own == null) {
      return new Filled(fill(shipped, kind, model), "shipped", null);
    }
    try {
      checkTags(kind.template());
      checkTags("common.ftlx");
      return new Filled(fill(own, kind, model), folder.toString(), null);
    } catch (BadTemplateException e) {
      LOG.error("Template of the province: {}; the shipped one is used", e.problem());
      return new Filled(fill(shipped, kind, model), "shipped", e.problem());
    }
  }

  /** Everything that is wrong with the province's templates before they are filled. */
  List<TemplateProblem> problems() {
    List<TemplateProblem> problems = new ArrayList<>();
    for (String file : ownFiles()) {
      try {
        checkTags(file);
        own.parse(file);
      } catch (BadTemplateException e) {
        problems.add(e.problem());
      }
    }
    return problems;
  }

  private static Document fill(TemplateFolder from, FormKind kind, Map<String, Object> model) {
    return XhtmlPage.parse(kind.template(), from.fill(kind.template(), model));
  }

  /** The shipped templates. */
  TemplateFolder shipped() {
    return shipped;
  }

  /** The province's templates over the shipped ones; null when it keeps none. */
  TemplateFolder own() {
    return own;
  }

  /** Whether the province keeps a file of this name. */
  boolean isOwn(String file) {
    return folder != null && Files.isRegularFile(folder.resolve(file));
  }

  /** Refuses a page of the province whose tags do not match; texts have none. */
  void checkTags(String file) {
    Path template = folder.resolve(file);
    if (file.endsWith(".ftlx") && Files.isRegularFile(template)) {
      try {
        XhtmlPage.check(file, Files.readString(template, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new BadTemplateException(new TemplateProblem(file, 0, "cannot be read as UTF-8"));
      }
    }
  }

  private List<String> ownFiles() {
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".ftlx") || name.endsWith(".ftl"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The templates in " + folder + " cannot be read", e);
    }
  }
}
