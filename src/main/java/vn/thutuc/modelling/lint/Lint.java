package vn.thutuc.modelling.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.thutuc.modelling.Finding;
import vn.thutuc.modelling.XmlFile;

/** Checks models, tables and forms against the rules. */
public final class Lint {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Rule<?>> rules;

  /** With every rule. */
  public Lint() {
    this(Rules.ALL);
  }

  Lint(List<Rule<?>> rules) {
    this.rules = rules;
  }

  /** Reads a file by its ending; empty for files that are neither model, table nor form. */
  public static Optional<Subject> read(String file, byte[] content) {
    String name = file.toLowerCase(Locale.ROOT);
    // The engine's own suffixes, which have no dot.
    if (name.endsWith("cmmn") || name.endsWith("cmmn11.xml") || name.endsWith("cmmn10.xml")) {
      return Optional.of(new Subject.CaseModel(file));
    }
    boolean bpmn = name.endsWith("bpmn") || name.endsWith("bpmn20.xml");
    if (bpmn || name.endsWith("dmn") || name.endsWith("dmn11.xml")) {
      XmlFile.Parsed parsed = XmlFile.parse(content);
      if (parsed.document() == null) {
        return Optional.of(new Subject.Unreadable(file, parsed.line(), parsed.message()));
      }
      return Optional.of(
          bpmn
              ? new Subject.Process(new Model(file, parsed.document()))
              : new Subject.Table(file, parsed.document()));
    }
    return name.endsWith(".form") ? Optional.of(form(file, content)) : Optional.empty();
  }

  private static Subject form(String file, byte[] content) {
    try {
      JsonNode root = JSON.readTree(content);
      return new Subject.Form(FormFile.of(file, root));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      return new Subject.Unreadable(file, line, plain(e.getOriginalMessage()));
    } catch (IOException e) {
      return new Subject.Unreadable(file, 0, e.getMessage());
    }
  }

  /** The parser's words without where it read from. */
  private static String plain(String message) {
    return message.replaceAll("\\s*\\(start marker at .*", "");
  }

  /** The findings of every rule, in the rules' order. */
  public List<Finding> check(Subject subject, Context context) {
    List<Finding> findings = new ArrayList<>();
    for (Rule<?> rule : rules) {
      findings.addAll(check(rule, subject, context));
    }
    return findings;
  }

  private static <T extends Subject> List<Finding> check(
      Rule<T> rule, Subject subject, Context context) {
    if (!rule.of().isInstance(subject)) {
      return List.of();
    }
    Findings findings = new Findings(subject.file(), rule);
    rule.check(rule.of().cast(subject), context, findings);
    return findings.list();
  }
}
