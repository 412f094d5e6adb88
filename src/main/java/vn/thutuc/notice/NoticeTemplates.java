package vn.thutuc.notice;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.thutuc.printing.BadTemplateException;
import vn.thutuc.printing.ProvinceTemplates;
import vn.thutuc.printing.TemplateFolder;
import vn.thutuc.printing.TemplateProblem;

/**
 * The templates of notices: the shipped ones, and over them those a province keeps in a folder of
 * its own, each file by the name of the shipped one it stands for. A province's template that is
 * wrong is refused when the server starts, with file and line. One that is broken later is named in
 * the log and the shipped one is used, because what has to be told is told.
 */
@Component
class NoticeTemplates {

  static final String FIELDS = "docs/operator/notices.md";

  private static final Logger LOG = LoggerFactory.getLogger(NoticeTemplates.class);
  private static final String SHARED = "common.ftl";
  private static final TemplateLoader SHIPPED =
      new ClassTemplateLoader(NoticeTemplates.class.getClassLoader(), "notices");

  private final ObjectMapper json;
  private final Path folder;
  private final TemplateFolder shipped = new TemplateFolder(SHIPPED, FIELDS);
  private final TemplateFolder own;

  @Autowired
  NoticeTemplates(
      ObjectMapper json,
      NoticeSettings settings,
      @Value("${thutuc.organisation:}") String organisation) {
    this(
        json,
        ProvinceTemplates.folder(
            "thutuc.notice.templates", settings.templates(), organisation, "mau-thong-bao"));
  }

  /**
   * @param folder the province's own; null when it keeps none
   * @throws IllegalStateException when one of its templates is wrong, with all that is
   */
  NoticeTemplates(ObjectMapper json, Path folder) {
    this.json = json;
    this.folder = folder;
    this.own =
        folder == null ? null : new TemplateFolder(ProvinceTemplates.over(folder, SHIPPED), FIELDS);
    List<TemplateProblem> problems = problems();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "Templates of notices in %s cannot be used:%n%s"
              .formatted(
                  folder,
                  problems.stream()
                      .map(problem -> "  " + problem)
                      .collect(Collectors.joining(System.lineSeparator()))));
    }
  }

  /**
   * A notice in words.
   *
   * @param text the words
   * @param own whether the province's template gave them
   * @param problem what became wrong with the province's template since the start; null when
   *     nothing did
   */
  record Filled(NoticeText text, boolean own, TemplateProblem problem) {}

  Filled fill(NoticeEvent event, NoticeData data) {
    if (own == null) {
      return new Filled(fill(shipped, event, data), false, null);
    }
    try {
      return new Filled(fill(own, event, data), isOwn(event), null);
    } catch (BadTemplateException e) {
      LOG.error("Template of the province: {}; the shipped one is used", e.problem());
      return new Filled(fill(shipped, event, data), false, e.problem());
    }
  }

  /** Whether the province keeps a template of its own for an event. */
  boolean isOwn(NoticeEvent event) {
    return folder != null && Files.isRegularFile(folder.resolve(event.template()));
  }

  private NoticeText fill(TemplateFolder from, NoticeEvent event, NoticeData data) {
    NoticeParts parts = new NoticeParts();
    Map<String, Object> model =
        new HashMap<>(json.convertValue(data, new TypeReference<Map<String, Object>>() {}));
    model.putAll(parts.directives());
    String beside = from.fill(event.template(), model);
    if (!beside.isBlank()) {
      throw wrong(event.template(), "has text outside of <@subject>, <@mail>, <@sms>");
    }
    if (parts.missing() != null) {
      throw wrong(event.template(), "has no <@%s> or an empty one".formatted(parts.missing()));
    }
    return parts.text();
  }

  /** Filled with everything and with the least: a field that may be empty must be asked for. */
  private List<TemplateProblem> problems() {
    if (own == null) {
      return List.of();
    }
    List<TemplateProblem> problems = new ArrayList<>(unknownFiles());
    Set<String> told = new LinkedHashSet<>();
    for (NoticeEvent event : NoticeEvent.values()) {
      for (NoticeData data : List.of(NoticeData.full(event), NoticeData.bare(event))) {
        try {
          fill(own, event, data);
        } catch (BadTemplateException e) {
          if (told.add(e.problem().toString())) {
            problems.add(e.problem());
          }
        }
      }
    }
    return problems;
  }

  private List<TemplateProblem> unknownFiles() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".ftl") && !name.equals(SHARED))
          .filter(name -> NoticeEvent.of(name.replaceFirst("\\.ftl$", "")).isEmpty())
          .sorted()
          .map(
              name ->
                  new TemplateProblem(
                      name, 0, "stands for no notice; the names are " + NoticeEvent.known()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The templates in " + folder + " cannot be read", e);
    }
  }

  private static BadTemplateException wrong(String file, String what) {
    return new BadTemplateException(new TemplateProblem(file, 0, what));
  }
}
