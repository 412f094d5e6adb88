package vn.thutuc.process.acts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FormService;
import org.springframework.stereotype.Component;
import vn.thutuc.process.AsHouse;

/**
 * Finds out whether a step lets a supplement be asked for: its form then offers that choice, as the
 * model has a branch for it. The form is the model's; nothing is asked for past it.
 */
@Component
class StepForms {

  /** The values under which forms offer it: after reception, and while papers are checked. */
  private static final Set<String> SUPPLEMENT = Set.of("supplement", "incomplete");

  private static final String MISSING = "missingPapers";
  private static final String REASON = "reason";
  private static final int LONGEST = 1_000;

  private final FormService forms;
  private final AsHouse house;
  private final ObjectMapper json;

  StepForms(FormService forms, AsHouse house, ObjectMapper json) {
    this.forms = forms;
    this.house = house;
    this.json = json;
  }

  /** A choice of a field. */
  public record Choice(String value, String label) {}

  /** A further field that the step's form requires. */
  public record Field(String key, String type, String label, List<Choice> choices) {}

  /**
   * How a supplement is asked for at a step.
   *
   * @param key field in which the choice stands
   * @param value the choice
   * @param longestMissing how long the list of papers may be
   * @param longestReason how long the reason may be
   * @param others fields the form requires besides
   */
  record Offer(
      String key, String value, int longestMissing, int longestReason, List<Field> others) {
    /** Null-free copy. */
    Offer {
      others = List.copyOf(others);
    }
  }

  /** What the step offers; empty when its model has no branch for a supplement. */
  Optional<Offer> supplement(String taskId) {
    List<JsonNode> fields = fields(form(taskId).path("components"));
    Optional<JsonNode> missing = named(fields, MISSING);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    return fields.stream()
        .flatMap(field -> offered(field).map(value -> new Object[] {field, value}).stream())
        .findFirst()
        .map(
            found ->
                new Offer(
                    ((JsonNode) found[0]).path("key").asText(),
                    (String) found[1],
                    longest(missing.get()),
                    named(fields, REASON).map(StepForms::longest).orElse(LONGEST),
                    others(fields, (JsonNode) found[0])));
  }

  private static Optional<String> offered(JsonNode field) {
    return StreamSupport.stream(field.path("values").spliterator(), false)
        .map(choice -> choice.path("value").asText())
        .filter(SUPPLEMENT::contains)
        .findFirst();
  }

  private static List<Field> others(List<JsonNode> fields, JsonNode choice) {
    return fields.stream()
        .filter(field -> field != choice)
        .filter(field -> !Set.of(MISSING, REASON).contains(field.path("key").asText()))
        .filter(field -> field.path("validate").path("required").asBoolean(false))
        .filter(field -> field.path("conditional").isMissingNode())
        .map(
            field ->
                new Field(
                    field.path("key").asText(),
                    field.path("type").asText(),
                    field.path("label").asText(),
                    StreamSupport.stream(field.path("values").spliterator(), false)
                        .map(
                            one ->
                                new Choice(one.path("value").asText(), one.path("label").asText()))
                        .toList()))
        .toList();
  }

  private static int longest(JsonNode field) {
    return Math.min(LONGEST, field.path("validate").path("maxLength").asInt(LONGEST));
  }

  private static Optional<JsonNode> named(List<JsonNode> fields, String key) {
    return fields.stream().filter(field -> field.path("key").asText().equals(key)).findFirst();
  }

  private static List<JsonNode> fields(JsonNode components) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode component : components) {
      if (component.has("key")) {
        found.add(component);
      }
      found.addAll(fields(component.path("components")));
    }
    return found;
  }

  private JsonNode form(String taskId) {
    return house.call(
        () -> {
          try (InputStream form = forms.getDeployedTaskForm(taskId)) {
            return form == null ? json.createObjectNode() : json.readTree(form);
          } catch (IOException e) {
            throw new UncheckedIOException("The form of task " + taskId + " is broken", e);
          }
        });
  }
}
