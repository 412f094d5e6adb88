package vn.thutuc.process.deployment;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.clock.Now;
import vn.thutuc.modelling.ModelIdentity;

/**
 * Deploys processes/ and forms/, one deployment a file with a stable name. What has not changed is
 * not deployed again; one bad file stops only itself; a version deployed by a person is never
 * superseded by start-up. Safe when two nodes start together.
 */
@Component
public class ModelDeployer {

  private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

  /** Any number will do: one lock for all nodes while a file is compared and deployed. */
  static final long LOCK = 7_240_001L;

  private final RepositoryService repository;
  private final ModelsInForce inForce;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Now now;
  private final String root;

  ModelDeployer(
      RepositoryService repository,
      ModelsInForce inForce,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Now now,
      @Value("${thutuc.models:classpath:}") String root) {
    this.repository = repository;
    this.inForce = inForce;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.now = now;
    this.root = root;
  }

  /**
   * What a run did.
   *
   * @param deployed files deployed
   * @param unchanged files that are deployed as they are
   * @param held files not deployed because a person's version is in force
   * @param refused files that were refused, each with its message
   */
  public record Report(
      List<String> deployed, int unchanged, List<String> held, Map<String, String> refused) {}

  private enum Outcome {
    DEPLOYED,
    UNCHANGED,
    HELD
  }

  /** Brings the engine up to date with the files. */
  public Report deploy() {
    Map<String, String> known = known();
    List<String> deployed = new ArrayList<>();
    List<String> held = new ArrayList<>();
    Map<String, String> refused = new TreeMap<>();
    int unchanged = 0;
    for (ModelFiles.ModelFile file : ModelFiles.all(root)) {
      if (file.hash().equals(known.get(file.path()))) {
        unchanged++;
        continue;
      }
      try {
        switch (transaction.execute(status -> deploy(file))) {
          case DEPLOYED -> deployed.add(file.path());
          case HELD -> held.add(file.path());
          default -> unchanged++;
        }
      } catch (ProcessEngineException e) {
        refused.put(file.path(), e.getMessage());
        LOG.error("{} is not deployed; mend it and start again:\n{}", file.path(), e.getMessage());
      }
    }
    return new Report(deployed, unchanged, held, refused);
  }

  private Outcome deploy(ModelFiles.ModelFile file) {
    // A machine that dies loses the last of these at most, and the next start deploys them again.
    jdbc.sql("set local synchronous_commit = off").update();
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, i) -> 1).single();
    if (isKnown(file)) {
      return Outcome.UNCHANGED;
    }
    Optional<ModelsInForce.Version> peoples = peoples(file);
    if (peoples.isPresent()) {
      return beside(file, peoples.get());
    }
    Deployment deployment =
        repository
            .createDeployment()
            .name(file.path())
            .source(ModelsInForce.HOUSE)
            .addInputStream(file.path(), new ByteArrayInputStream(file.content()))
            .deploy();
    remember(file, deployment.getId());
    return Outcome.DEPLOYED;
  }

  /** Another node may have deployed it since all hashes were compared. */
  private boolean isKnown(ModelFiles.ModelFile file) {
    return jdbc.sql("select count(*) from deployed_resource where path = ? and sha256 = ?")
            .params(file.path(), file.hash())
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * A version that people have put in force stays. Once it has been brought into the files, the
   * files lead again.
   */
  private Outcome beside(ModelFiles.ModelFile file, ModelsInForce.Version peoples) {
    if (peoples.sha256().equals(file.hash())) {
      remember(file, peoples.deploymentId());
      return Outcome.UNCHANGED;
    }
    LOG.warn("{} is held: a person has deployed a version that stays in force", file.path());
    return Outcome.HELD;
  }

  private Optional<ModelsInForce.Version> peoples(ModelFiles.ModelFile file) {
    return ModelIdentity.of(file.path(), file.content())
        .flatMap(identity -> inForce.find(identity.kind(), identity.key()))
        .filter(ModelsInForce.Version::isPeoples)
        .filter(version -> !isTakenOver(version));
  }

  private boolean isTakenOver(ModelsInForce.Version version) {
    return jdbc.sql("select count(*) from deployed_resource where deployment_id = ?")
            .param(version.deploymentId())
            .query(Long.class)
            .single()
        > 0;
  }

  private Map<String, String> known() {
    Map<String, String> hashes = new TreeMap<>();
    jdbc.sql("select path, sha256 from deployed_resource")
        .query((row, i) -> hashes.put(row.getString(1), row.getString(2)))
        .list();
    return hashes;
  }

  private void remember(ModelFiles.ModelFile file, String deploymentId) {
    jdbc.sql(
            """
            insert into deployed_resource (path, sha256, deployment_id, deployed_at)
            values (?, ?, ?, ?)
            on conflict (path) do update set sha256 = excluded.sha256,
              deployment_id = excluded.deployment_id, deployed_at = excluded.deployed_at
            """)
        .param(file.path())
        .param(file.hash())
        .param(deploymentId)
        .param(Timestamp.from(now.instant()))
        .update();
  }
}
