package vn.thutuc.process.deployment;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.modelling.ModelIdentity;

/**
 * Takes a person's deployment in as drafts. The engine keeps the deployment, so that the Modeler
 * gets its answer, but makes no definition of it: what is not defined cannot be started, called,
 * opened as a form or looked up by anybody, an administrator included.
 *
 * <p>Giving drafts a tenant of their own would not do: the engine looks the latest form up in all
 * tenants and refuses when several have one, so that one draft of a form would stop the open tasks.
 */
@Component
public class DraftIntake {

  /**
   * Tenant of the deployments of drafts: keeps them apart in Cockpit and in duplicate filtering.
   */
  static final String TENANT = "nhap";

  private final ObjectProvider<JdbcClient> jdbc;
  private final ObjectProvider<ModelsInForce> inForce;
  private final Now now;

  DraftIntake(ObjectProvider<JdbcClient> jdbc, ObjectProvider<ModelsInForce> inForce, Now now) {
    this.jdbc = jdbc;
    this.inForce = inForce;
    this.now = now;
  }

  /**
   * Takes in what a person deploys; runs inside the engine's command and its transaction.
   *
   * @param deployment new, checked by the lint
   * @param person who deploys
   * @param warnings findings of the lint that refuse nothing, by file
   */
  void take(DeploymentEntity deployment, String person, Map<String, List<String>> warnings) {
    Map<String, ResourceEntity> resources = Map.copyOf(deployment.getResources());
    resources.forEach(
        (file, resource) -> {
          if (ModelIdentity.kindOf(file).isPresent()) {
            ModelIdentity identity = identity(deployment, resource);
            write(identity, deployment, resource, person, warnings.getOrDefault(file, List.of()));
          }
        });
    deployment.setTenantId(TENANT);
    deployment.setResources(new HashMap<>());
  }

  /** The newest form of this id that waits as a draft: a model may be drawn with it already. */
  Optional<byte[]> openForm(String key) {
    return jdbc.getObject()
        .sql(
            """
            select content from model_draft
            where kind = 'FORM' and model_key = ? and closed_at is null order by id desc limit 1
            """)
        .param(key)
        .query(byte[].class)
        .optional();
  }

  private static ModelIdentity identity(DeploymentEntity deployment, ResourceEntity resource) {
    String file = resource.getName();
    ModelIdentity identity =
        ModelIdentity.of(file, resource.getBytes())
            .orElseThrow(
                () -> refused(file, "The file cannot be read or what it holds has no id."));
    ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
    switch (identity.kind()) {
      case PROCESS -> parseProcess(engine, deployment, resource);
      case DECISION -> parseDecisions(engine, resource);
      default -> {
        // A form is read when it is shown.
      }
    }
    return identity;
  }

  /** The engine's own reading, which a definition would have gone through. */
  private static void parseProcess(
      ProcessEngineConfigurationImpl engine, DeploymentEntity deployment, ResourceEntity resource) {
    engine.getDeployers().stream()
        .filter(BpmnDeployer.class::isInstance)
        .map(BpmnDeployer.class::cast)
        .forEach(
            deployer ->
                deployer
                    .getBpmnParser()
                    .createParse()
                    .sourceInputStream(new ByteArrayInputStream(resource.getBytes()))
                    .deployment(deployment)
                    .name(resource.getName())
                    .execute());
  }

  private static void parseDecisions(
      ProcessEngineConfigurationImpl engine, ResourceEntity resource) {
    try {
      engine
          .getDmnEngineConfiguration()
          .getTransformer()
          .createTransform()
          .modelInstance(new ByteArrayInputStream(resource.getBytes()))
          .transformDecisions();
    } catch (RuntimeException e) {
      throw refused(resource.getName(), e.getMessage());
    }
  }

  private static ParseException refused(String file, String why) {
    return new ParseException(file + ": " + why, file, List.of(), List.of());
  }

  private void write(
      ModelIdentity identity,
      DeploymentEntity deployment,
      ResourceEntity resource,
      String person,
      List<String> warnings) {
    String sha256 = ModelIdentity.sha256(resource.getBytes());
    Optional<Long> before = ownDraft(identity, person);
    if (before.isPresent() && isSame(before.get(), sha256)) {
      return;
    }
    Optional<ModelsInForce.Version> base =
        inForce.getObject().find(identity.kind(), identity.key());
    String path =
        DraftPath.of(
            identity,
            resource.getName(),
            base.map(ModelsInForce.Version::path).orElse(null),
            inForce.getObject().keysByPath(identity.kind()));
    long id =
        jdbc.getObject()
            .sql(
                """
                insert into model_draft (file, path, kind, model_key, name, content, sha256,
                  base_sha256, warnings, author, deployed_at, engine_deployment, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT') returning id
                """)
            .params(
                resource.getName(),
                path,
                identity.kind().name(),
                identity.key(),
                identity.name(),
                resource.getBytes(),
                sha256,
                base.map(ModelsInForce.Version::sha256).orElse(null),
                warnings.isEmpty() ? null : String.join("\n", warnings),
                person,
                Timestamp.from(now.instant()),
                deployment.getId())
            .query(Long.class)
            .single();
    log().write(new DraftLog.Entry(id, person, "DRAFTED", sha256, null, null, null));
    before.ifPresent(replaced -> supersede(replaced, id, person));
  }

  private DraftLog log() {
    return new DraftLog(jdbc.getObject(), now);
  }

  /** A person's own draft nobody has reviewed yet; drafts of others stay beside it. */
  private Optional<Long> ownDraft(ModelIdentity identity, String person) {
    return jdbc.getObject()
        .sql(
            """
            select id from model_draft
            where kind = ? and model_key = ? and author = ? and state = 'DRAFT'
            order by id desc limit 1 for update
            """)
        .params(identity.kind().name(), identity.key(), person)
        .query(Long.class)
        .optional();
  }

  private boolean isSame(long id, String sha256) {
    return sha256.equals(
        jdbc.getObject()
            .sql("select sha256 from model_draft where id = ?")
            .param(id)
            .query(String.class)
            .single());
  }

  private void supersede(long replaced, long by, String person) {
    String sha256 =
        jdbc.getObject()
            .sql(
                """
                update model_draft set state = 'SUPERSEDED', closed_at = ?, reason = ?
                where id = ? returning sha256
                """)
            .params(Timestamp.from(now.instant()), "Được thay bằng bản dự thảo số " + by, replaced)
            .query(String.class)
            .single();
    log()
        .write(
            new DraftLog.Entry(
                replaced, person, "SUPERSEDED", sha256, null, null, "Thay bằng số " + by));
  }
}
