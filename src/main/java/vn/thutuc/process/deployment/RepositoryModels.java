package vn.thutuc.process.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import vn.thutuc.modelling.lint.Lint;
import vn.thutuc.modelling.lint.Subject;

/**
 * The latest versions in the engine's repository, as the lint reads them. Must be asked inside a
 * command. What many models call is kept parsed; a definition never changes.
 */
final class RepositoryModels {

  private static final int KEPT = 64;

  private final Map<String, Subject> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Subject> eldest) {
              return size() > KEPT;
            }
          });

  Optional<Subject> process(String key) {
    ResourceDefinition latest =
        commands().getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
    return subject(latest);
  }

  Optional<Subject> form(String key) {
    ResourceDefinition latest =
        commands().getCamundaFormDefinitionManager().findLatestDefinitionByKey(key);
    return subject(latest);
  }

  /** Processes whose text holds the words, each parsed when its turn comes. */
  Stream<Subject> mentioning(String words) {
    List<ProcessDefinition> latest =
        commands().runWithoutAuthorization(() -> latestDefinitions().executeList(commands(), null));
    return latest.stream()
        .flatMap(
            definition ->
                resource(definition)
                    .filter(found -> new String(found.getBytes(), UTF_8).contains(words))
                    .flatMap(found -> Lint.read(found.getName(), found.getBytes()))
                    .stream());
  }

  private static ProcessDefinitionQueryImpl latestDefinitions() {
    ProcessDefinitionQueryImpl query = new ProcessDefinitionQueryImpl();
    query.latestVersion();
    return query;
  }

  private Optional<Subject> subject(ResourceDefinition definition) {
    if (definition == null) {
      return Optional.empty();
    }
    Subject known = kept.get(definition.getId());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Subject> read =
        resource(definition).flatMap(found -> Lint.read(found.getName(), found.getBytes()));
    read.ifPresent(subject -> kept.put(definition.getId(), subject));
    return read;
  }

  private static Optional<ResourceEntity> resource(ResourceDefinition definition) {
    return Optional.ofNullable(
        commands()
            .getResourceManager()
            .findResourceByDeploymentIdAndResourceName(
                definition.getDeploymentId(), definition.getResourceName()));
  }

  private static CommandContext commands() {
    return Context.getCommandContext();
  }
}
