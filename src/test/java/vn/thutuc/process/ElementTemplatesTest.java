package vn.thutuc.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thutuc.modelling.Verbs;
import vn.thutuc.process.expression.DocumentedBeans;

/** The designers' element templates: of Camunda's shape, and naming only what exists. */
class ElementTemplatesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("processes/.camunda/element-templates");
  private static final Pattern CALL = Pattern.compile("^[$#]\\{(\\w+)\\.(\\w+)\\((.*)\\)}$");
  private static final Pattern FLAG = Pattern.compile("^\\$\\{(\\w+)}$");
  private static final Set<String> ROLES =
      Set.of("one-stop-officer", "specialist", "head", "leader", "clerk");
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    try (InputStream file =
        ElementTemplatesTest.class.getResourceAsStream("/element-templates/schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(JSON.readTree(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new AssertionError(file + " is not JSON", e);
    }
  }

  /** Everything wrong with a file of templates, one line each. */
  private static List<String> problems(JsonNode templates) {
    List<String> problems = new ArrayList<>();
    for (ValidationMessage message : SCHEMA.validate(templates)) {
      problems.add(message.getMessage());
    }
    for (JsonNode template : templates) {
      for (JsonNode property : template.path("properties")) {
        values(property).forEach(value -> unknown(property.path("binding"), value, problems));
      }
    }
    return problems;
  }

  private static Stream<String> values(JsonNode property) {
    return Stream.concat(
        Stream.of(property.path("value").asText()),
        StreamSupport.stream(property.path("choices").spliterator(), false)
            .map(choice -> choice.path("value").asText()));
  }

  private static void unknown(JsonNode binding, String value, List<String> problems) {
    String name = binding.path("name").asText();
    if (name.equals("camunda:formRef") && !exists("forms/shared/" + value + ".form")) {
      problems.add("no form " + value);
    }
    if (name.equals("calledElement") && !exists("processes/shared/" + value + ".bpmn")) {
      problems.add("no process " + value);
    }
    String variable =
        switch (binding.path("type").asText()) {
          case "camunda:in" -> binding.path("target").asText();
          case "camunda:out", "camunda:outputParameter" -> binding.path("source").asText();
          default -> "outcome";
        };
    if (!Vocabulary.VARIABLES.contains(variable)) {
      problems.add("no variable " + variable);
    }
    Matcher flag = FLAG.matcher(value);
    if (flag.matches()
        && !Vocabulary.VARIABLES.contains(flag.group(1))
        && !Set.of("null", "true", "false").contains(flag.group(1))) {
      problems.add("no variable " + flag.group(1));
    }
    Matcher call = CALL.matcher(value);
    if (call.matches()) {
      call(call, problems);
    }
  }

  private static void call(Matcher call, List<String> problems) {
    String[] arguments = call.group(3).split(",");
    Verbs verbs = DocumentedBeans.verbs();
    boolean known =
        verbs
            .byBean()
            .getOrDefault(call.group(1), Set.of())
            .contains(new Verbs.Signature(call.group(2), arguments.length));
    if (!known) {
      problems.add("no verb " + call.group());
    }
    if (call.group(2).equals("candidates")
        && !ROLES.contains(arguments[2].strip().replace("'", ""))) {
      problems.add("no role " + arguments[2]);
    }
  }

  private static boolean exists(String file) {
    return Files.exists(Path.of(file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aTemplateIsOfCamundasShapeAndNamesWhatExists(Path file) {
    assertThat(problems(read(file))).as(file.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aTemplateHasAPage(Path file) {
    String page = file.getFileName().toString().replace(".json", ".md");
    assertThat(exists("docs/designer/blocks/" + page)).as(page).isTrue();
  }

  @Test
  void everySharedProcessHasATemplateAndNoIdIsTakenTwice() throws IOException {
    Set<String> called = new HashSet<>();
    Set<String> ids = new HashSet<>();
    files()
        .forEach(
            file ->
                read(file)
                    .forEach(
                        template -> {
                          assertThat(ids.add(template.path("id").asText())).isTrue();
                          template
                              .path("properties")
                              .forEach(
                                  property -> {
                                    if (property
                                        .path("binding")
                                        .path("name")
                                        .asText()
                                        .equals("calledElement")) {
                                      called.add(property.path("value").asText());
                                    }
                                  });
                        }));
    try (Stream<Path> shared = Files.list(Path.of("processes/shared"))) {
      assertThat(
              shared
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".bpmn"))
                  .map(name -> name.replace(".bpmn", ""))
                  // Its callers choose the commune in a form of their own.
                  .filter(name -> !name.equals("xac-minh")))
          .isSubsetOf(called);
    }
  }

  private static JsonNode broken(String how) {
    JsonNode templates = read(FOLDER.resolve("consult.json"));
    ObjectNode template = (ObjectNode) templates.get(0);
    switch (how) {
      case "no name" -> template.remove("name");
      case "applies to nothing" -> template.remove("appliesTo");
      case "binding of no kind" -> binding(template, "calledElement").remove("type");
      case "no such process" -> property(template, "calledElement").put("value", "khong-co");
      case "no such variable" -> binding(template, "place").put("target", "khongCo");
      case "no such flag" -> property(template, "ownPhase").put("value", "${khongCo}");
      default -> property(template, "calledElement").put("value", "${dossier.destroy(execution)}");
    }
    return templates;
  }

  private static ObjectNode binding(JsonNode template, String name) {
    return (ObjectNode) property(template, name).path("binding");
  }

  private static ObjectNode property(JsonNode template, String name) {
    return (ObjectNode)
        StreamSupport.stream(template.path("properties").spliterator(), false)
            .filter(
                property ->
                    name.equals(property.path("binding").path("name").asText())
                        || name.equals(property.path("binding").path("target").asText()))
            .findFirst()
            .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no name",
        "applies to nothing",
        "binding of no kind",
        "no such process",
        "no such variable",
        "no such flag",
        "no such verb"
      })
  void aBrokenTemplateIsRefused(String how) {
    assertThat(problems(broken(how))).as(how).isNotEmpty();
  }
}
