package vn.thutuc.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.modelling.Finding;
import vn.thutuc.modelling.lint.Lint;

/**
 * Stands before every deployment, whichever way it comes in: own deployer, REST, Cockpit's
 * interface, the Modeler. A model with errors is refused (HTTP 400) and the version in force stays;
 * warnings are told in the log. What a person deploys and the lint accepts is taken in as a draft
 * and comes into force by two; what the house deploys is in force at once.
 *
 * <p>Acts only on new deployments: the engine calls deployers on every lazy re-parse as well, and a
 * version that today's rules dislike must still load for its running dossiers.
 */
@Component
public final class DeploymentGuard implements Deployer {

  private static final Logger LOG = LoggerFactory.getLogger(DeploymentGuard.class);

  private final Lint lint = new Lint();
  private final RepositoryModels inForce = new RepositoryModels();
  private final ObjectProvider<Catalogue> catalogue;
  private final DraftIntake drafts;

  /**
   * Checks against the catalogue.
   *
   * @param catalogue the facts, asked for at the first deployment: the engine is made before them
   * @param drafts takes in what people deploy
   */
  DeploymentGuard(ObjectProvider<Catalogue> catalogue, DraftIntake drafts) {
    this.catalogue = catalogue;
    this.drafts = drafts;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    Optional<String> person = person();
    DeploymentContext context =
        new DeploymentContext(
            deployment,
            inForce,
            catalogue.getObject(),
            form -> person.isPresent() ? drafts.openForm(form) : Optional.empty());
    List<Finding> errors = new ArrayList<>();
    List<Finding> warnings = new ArrayList<>();
    context
        .subjects()
        .forEach(
            subject ->
                lint.check(subject, context)
                    .forEach(finding -> (finding.isError() ? errors : warnings).add(finding)));
    if (!warnings.isEmpty()) {
      LOG.info("Deployment '{}' has warnings:\n{}", deployment.getName(), lines(warnings));
    }
    if (!errors.isEmpty()) {
      String message = lines(errors);
      LOG.warn("Deployment '{}' refused:\n{}", deployment.getName(), message);
      throw new ParseException(message, deployment.getName(), List.of(), List.of());
    }
    person.ifPresent(who -> drafts.take(deployment, who, byFile(warnings)));
  }

  /** Who deploys; nobody when it is the house. */
  private static Optional<String> person() {
    return Optional.ofNullable(Context.getCommandContext().getAuthentication())
        .map(Authentication::getUserId);
  }

  private static Map<String, List<String>> byFile(List<Finding> findings) {
    return findings.stream()
        .collect(
            Collectors.groupingBy(
                Finding::file, Collectors.mapping(Finding::line, Collectors.toList())));
  }

  private static String lines(List<Finding> findings) {
    return findings.stream().map(Finding::line).collect(Collectors.joining("\n"));
  }
}
