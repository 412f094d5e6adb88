package vn.thutuc.process.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import vn.thutuc.dossier.PaperStep;
import vn.thutuc.dossier.PaperTasks;

/**
 * What a form says of the paper of a result: a component of it has the custom property {@code
 * paper} with {@code draft}, {@code review}, {@code sign} or {@code number}.
 *
 * @param role what a step with this form does to the paper; null when nothing
 * @param decisionField the first field that is chosen; null when there is none
 * @param choices what can be chosen there
 */
public record PaperForm(
    PaperStep.Role role, String decisionField, List<PaperTasks.Choice> choices) {

  private static final String PROPERTY = "paper";
  private static final Set<String> CHOSEN = Set.of("radio", "select");
  private static final Set<String> TEXTS = Set.of("textfield", "textarea");

  /** The dossier keeps no longer text of a form. */
  private static final int LONGEST = 1_000;

  static final PaperForm NONE = new PaperForm(null, null, List.of());

  static PaperForm read(JsonNode form) {
    List<JsonNode> components = components(form.path("components"));
    PaperStep.Role role =
        components.stream()
            .map(component -> component.path("properties").path(PROPERTY).asText(""))
            .map(PaperForm::role)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    Optional<JsonNode> decision =
        components.stream()
            .filter(component -> CHOSEN.contains(component.path("type").asText()))
            .findFirst();
    return new PaperForm(
        role,
        decision.map(field -> field.path("key").asText()).orElse(null),
        decision.map(field -> choices(field, components)).orElse(List.of()));
  }

  private static PaperStep.Role role(String word) {
    return Arrays.stream(PaperStep.Role.values())
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElse(null);
  }

  private static List<PaperTasks.Choice> choices(JsonNode field, List<JsonNode> components) {
    return StreamSupport.stream(field.path("values").spliterator(), false)
        .map(
            one -> {
              String value = one.path("value").asText();
              JsonNode comment = comment(value, components);
              return new PaperTasks.Choice(
                  value,
                  one.path("label").asText(),
                  comment == null ? null : comment.path("key").asText(),
                  comment != null && comment.path("validate").path("required").asBoolean(false),
                  comment == null
                      ? LONGEST
                      : Math.min(
                          LONGEST, comment.path("validate").path("maxLength").asInt(LONGEST)));
            })
        .toList();
  }

  /** The text that the form asks for with this choice, else one it always offers. */
  private static JsonNode comment(String value, List<JsonNode> components) {
    List<JsonNode> texts =
        components.stream()
            .filter(component -> TEXTS.contains(component.path("type").asText()))
            .toList();
    return texts.stream()
        .filter(
            text -> text.path("conditional").path("hide").asText().contains("\"" + value + "\""))
        .findFirst()
        .or(
            () ->
                texts.stream().filter(text -> text.path("conditional").isMissingNode()).findFirst())
        .orElse(null);
  }

  private static List<JsonNode> components(JsonNode components) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode component : components) {
      found.add(component);
      found.addAll(components(component.path("components")));
    }
    return found;
  }
}
