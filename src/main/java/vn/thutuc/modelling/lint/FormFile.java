package vn.thutuc.modelling.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Camunda Form as the rules see it.
 *
 * @param file name of the file
 * @param id id models refer to
 * @param root the whole of it
 * @param fields its fields, those in groups included
 */
public record FormFile(String file, String id, JsonNode root, List<Field> fields) {

  private static final Set<String> SHOWN =
      Set.of(
          "text",
          "html",
          "image",
          "separator",
          "spacer",
          "button",
          "group",
          "dynamiclist",
          "table",
          "iframe");

  /**
   * A field or another component.
   *
   * @param id id of the component
   * @param key key of the value; empty when it has none
   * @param type type of the component
   * @param required whether it must be filled in
   * @param conditional whether it is shown on a condition
   * @param options values of a static choice; empty for others
   */
  public record Field(
      String id,
      String key,
      String type,
      boolean required,
      boolean conditional,
      Set<String> options) {

    boolean takesValue() {
      return !SHOWN.contains(type);
    }

    boolean isChoice() {
      return Set.of("radio", "select", "checkbox", "checklist", "taglist").contains(type);
    }
  }

  static FormFile of(String file, JsonNode root) {
    List<Field> fields = new ArrayList<>();
    collect(root.path("components"), fields);
    return new FormFile(file, root.path("id").asText(""), root, List.copyOf(fields));
  }

  private static void collect(JsonNode components, List<Field> into) {
    for (JsonNode component : components) {
      Set<String> options = new TreeSet<>();
      component.path("values").forEach(value -> options.add(value.path("value").asText()));
      into.add(
          new Field(
              component.path("id").asText(""),
              component.path("key").asText(""),
              component.path("type").asText(""),
              component.path("validate").path("required").asBoolean(false),
              component.has("conditional"),
              options));
      collect(component.path("components"), into);
    }
  }

  Optional<Field> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst();
  }
}
