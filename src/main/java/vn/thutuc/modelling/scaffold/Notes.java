package vn.thutuc.modelling.scaffold;

import java.util.ArrayList;
import java.util.List;
import vn.thutuc.catalogue.Stage;
import vn.thutuc.catalogue.TermWords;

/** What stands in the documentation of a stage's first element. */
final class Notes {

  private Notes() {}

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
