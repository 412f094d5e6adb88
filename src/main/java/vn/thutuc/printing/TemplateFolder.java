package vn.thutuc.printing;

import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Templates of one origin: fills them, and says file and line when one is wrong. */
public final class TemplateFolder {

  private final Configuration freemarker;
  private final String fields;

  TemplateFolder(TemplateLoader loader) {
    this(loader, "docs/operator/printing.md");
  }

  /**
   * @param loader finds the templates by name
   * @param fields which file tells the fields that templates may use
   */
  public TemplateFolder(TemplateLoader loader, String fields) {
    this.fields = fields;
    freemarker = new Configuration(Configuration.VERSION_2_3_34);
    freemarker.setTemplateLoader(loader);
    freemarker.setDefaultEncoding("UTF-8");
    freemarker.setLocale(Locale.ROOT);
    freemarker.setNumberFormat("computer");
    freemarker.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
    freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    freemarker.setLogTemplateExceptions(false);
    freemarker.setWrapUncheckedExceptions(true);
  }

  /**
   * The page.
   *
   * @throws BadTemplateException with file and line of what is wrong
   */
  public String fill(String name, Map<String, Object> model) {
    StringWriter page = new StringWriter();
    try {
      freemarker.getTemplate(name).process(model, page);
      return page.toString();
    } catch (TemplateException e) {
      throw syntax(e).orElseGet(() -> wrong(name, e));
    } catch (TemplateNotFoundException e) {
      throw wrong(e.getTemplateName(), 0, "there is no such file");
    } catch (IOException e) {
      throw syntax(e).orElseGet(() -> wrong(name, 0, "cannot be read"));
    }
  }

  /** Reads a template without filling it. */
  void parse(String name) {
    try {
      freemarker.getTemplate(name);
    } catch (IOException e) {
      throw syntax(e).orElseGet(() -> wrong(name, 0, "cannot be read"));
    }
  }

  /**
   * Wrong syntax, of the template or of a part it takes in, is reported once and then remembered.
   */
  private static Optional<BadTemplateException> syntax(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ParseException wrong) {
        return Optional.of(wrong(wrong));
      }
    }
    return Optional.empty();
  }

  private static BadTemplateException wrong(ParseException e) {
    String what = e.getEditorMessage() == null ? "" : e.getEditorMessage();
    return wrong(
        e.getTemplateName(),
        e.getLineNumber(),
        what.lines().findFirst().orElse("wrong syntax of a directive"));
  }

  /** The message may repeat what a dossier says; the expression of the template does not. */
  private BadTemplateException wrong(String name, TemplateException e) {
    String place = e.getBlamedExpressionString();
    return wrong(
        e.getTemplateSourceName() == null ? name : e.getTemplateSourceName(),
        e.getLineNumber() == null ? 0 : e.getLineNumber(),
        "cannot be filled at %s; the fields are in %s"
            .formatted(place == null ? "this place" : "\"" + place + "\"", fields));
  }

  private static BadTemplateException wrong(String file, int line, String what) {
    return new BadTemplateException(new TemplateProblem(file, line, what));
  }
}
