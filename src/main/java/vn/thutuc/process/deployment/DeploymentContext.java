package vn.thutuc.process.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.modelling.Verbs;
import vn.thutuc.modelling.lint.Context;
import vn.thutuc.modelling.lint.FormFile;
import vn.thutuc.modelling.lint.Lint;
import vn.thutuc.modelling.lint.Model;
import vn.thutuc.modelling.lint.Subject;

/** What comes in one deployment, with what is in force beside it. */
final class DeploymentContext implements Context {

  private final Verbs verbs = Verbs.documented();
  private final Map<String, Subject> subjects = new TreeMap<>();
  private final Map<String, Model> processes = new LinkedHashMap<>();
  private final Map<String, FormFile> forms = new LinkedHashMap<>();
  private final RepositoryModels inForce;
  private final Catalogue catalogue;
  private final Function<String, Optional<byte[]>> drafts;

  /**
   * Reads a deployment.
   *
   * @param drafts the forms that wait as drafts, for a person's deployment; none for the house's
   */
  DeploymentContext(
      DeploymentEntity deployment,
      RepositoryModels inForce,
      Catalogue catalogue,
      Function<String, Optional<byte[]>> drafts) {
    this.drafts = drafts;
    this.inForce = inForce;
    this.catalogue = catalogue;
    deployment
        .getResources()
        .forEach(
            (name, resource) ->
                Lint.read(name, resource.getBytes())
                    .ifPresent(subject -> subjects.put(name, subject)));
    for (Subject subject : subjects.values()) {
      if (subject instanceof Subject.Process process) {
        processes.put(process.model().id(), process.model());
      } else if (subject instanceof Subject.Form form) {
        forms.put(form.form().id(), form.form());
      }
    }
  }

  /** The files of the deployment that are models, tables or forms. */
  Iterable<Subject> subjects() {
    return subjects.values();
  }

  @Override
  public Verbs verbs() {
    return verbs;
  }

  @Override
  public Optional<FormFile> form(String id) {
    return id.isBlank()
        ? Optional.empty()
        : Optional.ofNullable(forms.get(id)).or(() -> formBefore(id)).or(() -> drafted(id));
  }

  /** A person's model may use a form that waits as a draft; in force it needs one in force. */
  private Optional<FormFile> drafted(String id) {
    return drafts
        .apply(id)
        .flatMap(content -> Lint.read(id + ".form", content))
        .map(subject -> subject instanceof Subject.Form form ? form.form() : null);
  }

  @Override
  public Optional<Model> process(String id) {
    return Optional.ofNullable(processes.get(id)).or(() -> before(id));
  }

  @Override
  public List<Procedure> facts(String code) {
    return catalogue.versions(code);
  }

  @Override
  public Optional<Model> before(String id) {
    return inForce.process(id).flatMap(DeploymentContext::model);
  }

  @Override
  public Optional<FormFile> formBefore(String id) {
    return inForce
        .form(id)
        .map(subject -> subject instanceof Subject.Form form ? form.form() : null);
  }

  @Override
  public Stream<Model> others(String words) {
    return inForce
        .mentioning(words)
        .flatMap(subject -> model(subject).stream())
        .filter(model -> !processes.containsKey(model.id()));
  }

  private static Optional<Model> model(Subject subject) {
    return Optional.of(subject)
        .map(one -> one instanceof Subject.Process process ? process.model() : null);
  }
}
