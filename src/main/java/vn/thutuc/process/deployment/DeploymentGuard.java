package vn.thutuc.process.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thutuc.modelling.Finding;
import vn.thutuc.modelling.ModelLint;
import vn.thutuc.process.expression.DocumentedBeans;

/**
 * Stands before every deployment, whichever way it comes in: own deployer, REST, Cockpit's
 * interface, the Modeler. A model with findings is refused (HTTP 400) and the version in force
 * stays. What a person deploys and the lint accepts is taken in as a draft and comes into force by
 * two; what the house deploys is in force at once.
 *
 * <p>Acts only on new deployments: the engine calls deployers on every lazy re-parse as well, and a
 * version that today's rules dislike must still load for its running dossiers.
 */
public final class DeploymentGuard implements Deployer {

  private static final Logger LOG = LoggerFactory.getLogger(DeploymentGuard.class);

  private final DraftIntake drafts;

  /**
   * @param drafts takes in what people deploy
   */
  public DeploymentGuard(DraftIntake drafts) {
    this.drafts = drafts;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    Map<String, ResourceEntity> resources = deployment.getResources();
    ModelLint lint =
        new ModelLint(
            DocumentedBeans.verbs(),
            form -> comesAlong(resources, form) || isKnown(form) || isDrafted(form));
    List<Finding> findings =
        resources.values().stream()
            .flatMap(resource -> lint.check(resource.getName(), resource.getBytes()).stream())
            .toList();
    if (!findings.isEmpty()) {
      String message = findings.stream().map(Finding::line).collect(Collectors.joining("\n"));
      LOG.warn("Deployment '{}' refused:\n{}", deployment.getName(), message);
      throw new ParseException(message, deployment.getName(), List.of(), List.of());
    }
    person().ifPresent(person -> drafts.take(deployment, person, Map.of()));
  }

  /** Who deploys; nobody when it is the house. */
  private static Optional<String> person() {
    return Optional.ofNullable(Context.getCommandContext().getAuthentication())
        .map(Authentication::getUserId);
  }

  /** A person's model may use a form that waits as a draft; in force it needs one in force. */
  private boolean isDrafted(String form) {
    return person().isPresent() && drafts.hasOpenForm(form);
  }

  private static boolean comesAlong(Map<String, ResourceEntity> resources, String form) {
    return resources.keySet().stream().anyMatch(name -> name.endsWith(form + ".form"));
  }

  private static boolean isKnown(String form) {
    return Context.getCommandContext()
            .getCamundaFormDefinitionManager()
            .findLatestDefinitionByKeyAndTenantId(form, null)
        != null;
  }
}
