package vn.thutuc.process.migration;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import vn.thutuc.dossier.DossierProblem;

/** Which id of a new version follows one that is gone: {@code OldId=NewId;OldId2=NewId2}. */
final class Successors {

  /** Extension property of the process element. */
  static final String PROPERTY = "successors";

  private static final String INNER_OF_MULTI = "#multiInstanceBody";

  private final Map<String, String> byOldId;

  private Successors(Map<String, String> byOldId) {
    this.byOldId = byOldId;
  }

  /** What a new version names; none when it has no such property. */
  static Successors of(BpmnModelInstance model) {
    return model.getModelElementsByType(Process.class).stream()
        .flatMap(process -> Optional.ofNullable(process.getExtensionElements()).stream())
        .flatMap(Successors::properties)
        .filter(property -> PROPERTY.equals(property.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .findFirst()
        .map(Successors::parse)
        .orElseGet(() -> parse(""));
  }

  private static java.util.stream.Stream<CamundaProperty> properties(ExtensionElements extensions) {
    return extensions.getChildElementsByType(CamundaProperties.class).stream()
        .flatMap(all -> all.getCamundaProperties().stream());
  }

  /** Reads the written form; an empty text names none. */
  static Successors parse(String text) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String pair : (text == null ? "" : text).split("[;\\r\\n]+")) {
      if (pair.isBlank()) {
        continue;
      }
      String[] sides = pair.split("=", -1);
      if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
        throw DossierProblem.invalid(
            "mapping-malformed",
            "mapping",
            "\"%s\" không đọc được: mỗi cặp viết là MãCũ=MãMới, các cặp cách nhau bằng dấu chấm phẩy."
                .formatted(pair.strip()));
      }
      String before = found.put(sides[0].strip(), sides[1].strip());
      if (before != null && !before.equals(sides[1].strip())) {
        throw DossierProblem.invalid(
            "mapping-twice",
            "mapping",
            "Mã %s được ghép hai lần: với %s và với %s."
                .formatted(sides[0].strip(), before, sides[1].strip()));
      }
    }
    return new Successors(found);
  }

  /** The written form. */
  String text() {
    StringBuilder text = new StringBuilder();
    byOldId.forEach((old, next) -> text.append(text.isEmpty() ? "" : ";").append(old + "=" + next));
    return text.toString();
  }

  /** All pairs as written. */
  Map<String, String> pairs() {
    return byOldId;
  }

  /** Who follows an id, over several renamings if need be. */
  Optional<String> of(String id) {
    boolean body = id.endsWith(INNER_OF_MULTI);
    String bare = body ? id.substring(0, id.length() - INNER_OF_MULTI.length()) : id;
    String next = byOldId.get(bare);
    Set<String> seen = new HashSet<>(Set.of(bare));
    while (next != null && byOldId.containsKey(next) && seen.add(next)) {
      next = byOldId.get(next);
    }
    return Optional.ofNullable(next).map(found -> body ? found + INNER_OF_MULTI : found);
  }
}
