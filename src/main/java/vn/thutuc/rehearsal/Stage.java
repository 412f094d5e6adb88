package vn.thutuc.rehearsal;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.thutuc.almanac.Almanac;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierActs;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.DossierTimes;
import vn.thutuc.dossier.ProcedureEngine;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.process.rehearsal.WalkEngine;

/** The services of the house that a walk works with. */
@Component
@Profile("rehearsal")
record Stage(
    WalkEngine engine,
    DossierActs acts,
    DossierDocuments documents,
    DossierTimes times,
    ProcedureEngine procedures,
    Organisation organisation,
    Almanac almanac,
    Catalogue catalogue,
    Now now,
    RehearsedReports reports,
    EntityManager entities,
    PlatformTransactionManager transactions) {

  /** Between two acts everything is read anew, as between two requests of a server. */
  void forget() {
    entities.flush();
    entities.clear();
  }

  /**
   * The models a walk can reach.
   *
   * @param root id of the procedure's own
   * @param views all of them, by process id
   */
  record Models(String root, Map<String, ModelView> views) {

    /** What a text says where it stands: a literal itself, a variable what the callers pass. */
    String resolve(String path, String text) {
      if (!text.startsWith("$")) {
        return text;
      }
      if (path.isEmpty()) {
        return "";
      }
      int slash = path.lastIndexOf('/');
      String above = slash < 0 ? "" : path.substring(0, slash);
      ModelView.Node call = node(process(above), path.substring(slash + 1));
      String passed = call == null ? null : call.inputs().get(text.substring(1));
      if (passed == null || passed.equals("null")) {
        // Without a phase of its own a called step counts on the phase around it.
        return text.equals("$ownPhase") ? resolve(path, "$phase") : "";
      }
      return resolve(above, passed);
    }

    /** The model to which calls lead. */
    private String process(String path) {
      String process = root;
      for (String call : path.isEmpty() ? new String[0] : path.split("/")) {
        ModelView.Node node = node(process, call);
        process = node == null ? "" : node.calls();
      }
      return process;
    }

    ModelView.Node node(String process, String element) {
      ModelView view = views.get(process);
      return view == null ? null : view.nodes().get(element);
    }

    /** The engine goes from an event-based gateway to the event without taking the flow. */
    List<String> waitedFor(String process, String element) {
      ModelView view = views.get(process);
      return view == null
          ? List.of()
          : view.flows().values().stream()
              .filter(flow -> flow.target().equals(element))
              .filter(flow -> isEventGateway(view, flow.source()))
              .map(flow -> process + ":" + flow.id())
              .toList();
    }

    private static boolean isEventGateway(ModelView view, String element) {
      ModelView.Node node = view.nodes().get(element);
      return node != null && node.kind().equals("eventBasedGateway");
    }

    String name(String process, String element) {
      ModelView.Node node = node(process, element);
      return node == null || node.name().isBlank() ? element : node.name();
    }
  }
}
