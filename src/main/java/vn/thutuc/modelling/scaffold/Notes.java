package vn.thutuc.modelling.scaffold;

import java.util.ArrayList;
import java.util.List;
import vn.thutuc.catalogue.Rule;
import vn.thutuc.catalogue.Stage;
import vn.thutuc.catalogue.TermWords;

/**
 * What stands at a stage's first element: its own notes as documentation, the rules told there as
 * extension properties, which cost a running task nothing.
 */
final class Notes {

  private Notes() {}

  /** Puts the rules told at a step on the element that is met there first. */
  static Element told(Element element, String step, List<Rule> rules) {
    int number = 0;
    for (Rule rule : rules) {
      if (rule.at().equals(step)) {
        number++;
        element.property(
            "rule" + number,
            "%s: %s. Nguồn: %s."
                .formatted(rule.kind().label(), rule.sentence(), rule.source())
                .replace("..", "."));
      }
    }
    return element;
  }

  static String of(Stage stage) {
    List<String> notes = new ArrayList<>();
    if (stage.name() != null) {
      notes.add(stage.name() + ".");
    }
    if (stage.detail() != null) {
      notes.add("Nội dung: " + stage.detail() + ".");
    }
    if (stage.within() != null) {
      notes.add("Làm xong trong: " + TermWords.of(stage.within()) + ".");
    }
    if (stage.article() != null) {
      notes.add("Căn cứ: " + stage.article() + ".");
    }
    if (stage.source() != null) {
      notes.add("Nguồn: " + stage.source() + ".");
    }
    if (stage.unclear() != null) {
      notes.add("Chưa rõ: " + stage.unclear() + ".");
    }
    return notes.isEmpty() ? null : String.join(" ", notes).replace("..", ".");
  }
}
