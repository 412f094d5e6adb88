package vn.thutuc.process.deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.context.Context;
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
 * stays.
 *
 * <p>Acts only on new deployments: the engine calls deployers on every lazy re-parse as well, and a
 * version that today's rules dislike must still load for its running dossiers.
 */
public final class DeploymentGuard implements Deployer {

  private static final Logger LOG = LoggerFactory.getLogger(DeploymentGuard.class);

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    Map<String, ResourceEntity> resources = deployment.getResources();
    ModelLint lint =
        new ModelLint(
            DocumentedBeans.verbs(), form -> comesAlong(resources, form) || isKnown(form));
    List<Finding> findings =
        resources.values().stream()
            .flatMap(resource -> lint.check(resource.getName(), resource.getBytes()).stream())
            .toList();
    if (!findings.isEmpty()) {
      String message = findings.stream().map(Finding::line).collect(Collectors.joining("\n"));
      LOG.warn("Deployment '{}' refused:\n{}", deployment.getName(), message);
      throw new ParseException(message, deployment.getName(), List.of(), List.of());
    }
  }

  private static boolean comesAlong(Map<String, ResourceEntity> resources, String form) {
    return resources.keySet().stream().anyMatch(name -> name.endsWith(form + ".form"));
  }

  private static boolean isKnown(String form) {
    return Context.getCommandContext()
            .getCamundaFormDefinitionManager()
            .findLatestDefinitionByKey(form)
        != null;
  }
}
