package vn.thutuc.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import vn.thutuc.process.Vocabulary;
import vn.thutuc.process.rehearsal.WalkEngine;
import vn.thutuc.process.rehearsal.WalkEngine.OpenStep;

/** Fills a step's form as its schema asks, with plainly fictional entries. */
final class FormFiller {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Tried in turn where a field has a pattern. */
  private static final List<String> SAMPLES =
      List.of(
          "000000000001",
          "0000000001",
          "00000000000001",
          "DT000001VN",
          "01/DT",
          "01/DT-2026",
          "H37.201",
          "nguoithu1@example.invalid",
          "0900000001",
          "2026",
          "1",
          "01",
          "A1",
          "12345",
          "000001");

  private final WalkEngine engine;
  private final Map<String, List<JsonNode>> fieldsOfForms = new HashMap<>();

  FormFiller(WalkEngine engine) {
    this.engine = engine;
  }

  /**
   * What a walk knows when it fills a form.
   *
   * @param flags routing flags of the dossier
   * @param intake how the dossier came in
   * @param now local time
   * @param appointment a working moment ahead, for a new appointment
   * @param verifier another commune than the one that settles
   * @param unit the unit that settles
   * @param choices what is chosen
   */
  record Knowing(
      Map<String, Object> flags,
      Intake intake,
      LocalDateTime now,
      LocalDateTime appointment,
      String verifier,
      String unit,
      Choices choices) {}

  /** The entries of a step's form. */
  Map<String, Object> fill(OpenStep step, Knowing knowing) {
    List<JsonNode> fields =
        fieldsOfForms.computeIfAbsent(
            step.process() + ":" + step.element(), key -> fields(tree(engine.form(step))));
    Map<String, Object> seen = new HashMap<>(knowing.flags());
    fields.forEach(field -> seen.put(key(field), null));
    seen.put("originalsAtReturn", knowing.flags().get("originalsAtReturn"));
    Map<String, Object> entries = new LinkedHashMap<>();
    for (JsonNode field : fields) {
      String hide = field.path("conditional").path("hide").asText("");
      if (hide.isBlank() || !engine.holds(hide, seen)) {
        Object value = value(step, field, knowing);
        if (value != null) {
          entries.put(key(field), value);
          seen.put(key(field), value);
        }
      }
    }
    return entries;
  }

  private static String key(JsonNode field) {
    return field.path("key").asText();
  }

  private Object value(OpenStep step, JsonNode field, Knowing knowing) {
    String key = key(field);
    boolean required = field.path("validate").path("required").asBoolean(false);
    Site site = new Site(key, step.path(), step.process(), step.element());
    return switch (field.path("type").asText()) {
      case "radio", "select" -> chosen(site, field, knowing, required);
      case "checkbox" -> ticked(site, required, knowing);
      case "number" -> required ? field.path("validate").path("min").asInt(1) : null;
      case "datetime" -> required || key.startsWith("valid") ? moment(field, knowing) : null;
      case "textfield", "textarea" -> required ? text(field, knowing) : null;
      default -> {
        if (required) {
          throw new IllegalArgumentException(
              "Biểu mẫu của bước %s có trường bắt buộc \"%s\" thuộc loại %s mà diễn tập không điền được."
                  .formatted(step.element(), key, field.path("type").asText()));
        }
        yield null;
      }
    };
  }

  private static Object chosen(Site site, JsonNode field, Knowing knowing, boolean required) {
    List<String> options =
        StreamSupport.stream(field.path("values").spliterator(), false)
            .map(option -> option.path("value").asText())
            .toList();
    if (options.isEmpty()) {
      if (required) {
        throw new IllegalArgumentException(
            "Trường bắt buộc \"%s\" của bước %s không có lựa chọn cố định nào."
                .formatted(site.what(), site.element()));
      }
      return null;
    }
    if (site.what().equals("caseCode") && options.contains(knowing.intake().caseCode())) {
      return knowing.intake().caseCode();
    }
    if (site.what().equals("areaClass") && options.contains(knowing.intake().area())) {
      return knowing.intake().area();
    }
    return options.size() == 1
        ? options.get(0)
        : knowing.choices().choose(site, options, Usual.of(options));
  }

  /** A box that must be ticked is; one that routes is a choice; any other stays empty. */
  private static Object ticked(Site site, boolean required, Knowing knowing) {
    if (required) {
      return true;
    }
    if (Vocabulary.VARIABLES.contains(site.what())) {
      String usual =
          site.what().equals("originalsAtReturn")
              ? String.valueOf(Boolean.TRUE.equals(knowing.flags().get(site.what())))
              : "false";
      return Boolean.valueOf(knowing.choices().choose(site, List.of("false", "true"), usual));
    }
    return null;
  }

  private static Object moment(JsonNode field, Knowing knowing) {
    String key = key(field);
    LocalDateTime moment =
        switch (key) {
          case "newAppointment" -> knowing.appointment();
          case "validTo" -> knowing.now().plusDays(30);
          default -> knowing.now();
        };
    return switch (field.path("subtype").asText("date")) {
      case "datetime" -> moment.withSecond(0).withNano(0).toString();
      case "time" -> moment.toLocalTime().withSecond(0).withNano(0).toString();
      default -> key.equals("newAppointment") ? moment.toString() : moment.toLocalDate().toString();
    };
  }

  private static String text(JsonNode field, Knowing knowing) {
    JsonNode validate = field.path("validate");
    String pattern = validate.path("pattern").asText("");
    if (!pattern.isBlank()) {
      return SAMPLES.stream()
          .filter(sample -> sample.matches(strip(pattern)))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "Trường \"%s\" đòi mẫu %s mà diễn tập không có giá trị nào khớp."
                          .formatted(key(field), pattern)));
    }
    String text = sample(key(field), field, knowing);
    int max = validate.path("maxLength").asInt(Integer.MAX_VALUE);
    return text.length() > max ? text.substring(0, max) : text;
  }

  private static String strip(String pattern) {
    return pattern.replaceFirst("^\\^", "").replaceFirst("\\$$", "");
  }

  private static String sample(String key, JsonNode field, Knowing knowing) {
    if (key.equals("verifierUnit")) {
      return knowing.verifier();
    }
    if (key.endsWith("Unit")) {
      return knowing.unit();
    }
    if (key.endsWith("Name")) {
      return "Người Diễn Tập";
    }
    if (key.endsWith("Number") || key.endsWith("Volume") || key.endsWith("Code")) {
      return "01/DT";
    }
    return "Diễn tập: " + field.path("label").asText(key);
  }

  private static JsonNode tree(String form) {
    try {
      return JSON.readTree(form).path("components");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Biểu mẫu không phải JSON đúng: " + e.getMessage(), e);
    }
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
}
