package vn.thutuc.process.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.AsHouse;

/**
 * Checks what was submitted against the step's form on the server as well: the browser checks only
 * what comes through Tasklist. Fields that the form shows on a condition are left to the step.
 */
@Component
class FormCheck {

  private static final Set<String> TEXTS = Set.of("textfield", "textarea");

  /** Keys of a form's fields; texts are those in which anything may be written. */
  record Fields(Set<String> declared, Set<String> texts) {}

  private final ObjectProvider<FormService> forms;
  private final AsHouse house;
  private final ObjectMapper json;

  FormCheck(ObjectProvider<FormService> forms, AsHouse house, ObjectMapper json) {
    this.forms = forms;
    this.house = house;
    this.json = json;
  }

  /**
   * Refuses a required field without a value and a choice the form does not offer.
   *
   * @return the keys of the form's fields, and which of them are free text
   * @throws DossierProblem naming the field
   */
  Fields check(DelegateTask task) {
    Set<String> declared = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (JsonNode field : fields(form(task).path("components"))) {
      declared.add(field.path("key").asText());
      if (TEXTS.contains(field.path("type").asText())) {
        texts.add(field.path("key").asText());
      }
      Object value = task.getVariable(field.path("key").asText());
      if (value == null || value.toString().isBlank()) {
        requireNothing(field);
      } else {
        requireOffered(field, value);
      }
    }
    return new Fields(declared, texts);
  }

  private static void requireNothing(JsonNode field) {
    boolean required = field.path("validate").path("required").asBoolean(false);
    if (required && field.path("conditional").isMissingNode()) {
      throw new DossierProblem(
          DossierProblem.Kind.INVALID,
          "field-missing",
          field.path("key").asText(),
          "Chưa nhập \"" + label(field) + "\". Hãy điền rồi gửi lại.");
    }
  }

  private static void requireOffered(JsonNode field, Object value) {
    JsonNode offered = field.path("values");
    boolean among =
        offered.isMissingNode()
            || StreamSupport.stream(offered.spliterator(), false)
                .anyMatch(choice -> choice.path("value").asText().equals(value.toString()));
    if (!among) {
      throw new DossierProblem(
          DossierProblem.Kind.INVALID,
          "choice-unknown",
          field.path("key").asText(),
          // What was sent is not repeated: the engine writes this message into the log.
          "\"" + label(field) + "\" không có lựa chọn đã gửi. Hãy chọn trong biểu mẫu.");
    }
  }

  private static String label(JsonNode field) {
    JsonNode label = field.path("label");
    return label.isMissingNode() ? field.path("dateLabel").asText() : label.asText();
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

  private JsonNode form(DelegateTask task) {
    return house.call(
        () -> {
          try (InputStream form = forms.getObject().getDeployedTaskForm(task.getId())) {
            return json.readTree(form);
          } catch (IOException e) {
            throw new UncheckedIOException("The form of " + task.getName() + " is broken", e);
          }
        });
  }
}
