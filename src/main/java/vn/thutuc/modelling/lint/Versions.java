package vn.thutuc.modelling.lint;

import java.util.List;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.modelling.Finding;

/**
 * Compares a model with the versions of its procedure's facts. A model may be drawn for what holds
 * today or for what holds from a later day, so it agrees when it agrees with one of them.
 */
final class Versions {

  /** Compares with one version. */
  interface Comparison {
    /** Notes what does not agree. */
    void compare(Procedure version, Findings into);
  }

  private Versions() {}

  /** Notes what does not agree with the version the model is closest to. */
  static void closest(Context context, Model model, Findings findings, Comparison comparison) {
    if (!model.isProcedure()) {
      return;
    }
    List<Finding> fewest = null;
    for (Procedure version : context.facts(model.code())) {
      Findings into = findings.another();
      comparison.compare(version, into);
      if (fewest == null || into.list().size() < fewest.size()) {
        fewest = into.list();
      }
    }
    if (fewest != null) {
      findings.list().addAll(fewest);
    }
  }
}
