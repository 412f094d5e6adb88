package vn.thutuc.rehearsal;

import java.util.Set;
import java.util.TreeSet;
import vn.thutuc.catalogue.Procedure;

/**
 * A procedure to be rehearsed.
 *
 * @param file the model
 * @param procedure its facts at the instant of reception
 * @param models the model and the shared processes
 */
record Subject(ModelFile file, Procedure procedure, Stage.Models models) {

  ModelView view() {
    return models.views().get(models.root());
  }

  /** The processes the model reaches through calls, itself included. */
  Set<String> reached() {
    Set<String> reached = new TreeSet<>();
    reach(models.root(), reached);
    return reached;
  }

  private void reach(String process, Set<String> reached) {
    ModelView view = models.views().get(process);
    if (view == null || !reached.add(process)) {
      return;
    }
    view.nodes().values().stream()
        .filter(node -> !node.calls().isEmpty())
        .forEach(node -> reach(node.calls(), reached));
  }

  /** Whether any condition of the reached models asks for a text. */
  boolean asks(String text) {
    return reached().stream()
        .flatMap(process -> models.views().get(process).flows().values().stream())
        .anyMatch(flow -> flow.condition().contains(text));
  }

  /** Whether any element of the reached models calls this verb. */
  boolean calls(String verb) {
    return reached().stream()
        .flatMap(process -> models.views().get(process).nodes().values().stream())
        .anyMatch(node -> node.verb().equals(verb));
  }
}
