package vn.thutuc.process.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.clock.Now;

/**
 * Deploys processes/ and forms/, one deployment a file with a stable name. What has not changed is
 * not deployed again; one bad file stops only itself; a version deployed by a person is never
 * superseded by start-up. Safe when two nodes start together.
 */
@Component
public class ModelDeployer {

  private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

  /** Source of our own deployments; a person's has another or none. */
  static final String SOURCE = "thutuc";

  /** Any number will do: one lock for all nodes while a file is compared and deployed. */
  private static final long LOCK = 7_240_001L;

  private static final Pattern PROCESS_ID = Pattern.compile("<bpmn:process id=\"([^\"]+)\"");

  private final RepositoryService repository;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Now now;
  private final String root;

  ModelDeployer(
      RepositoryService repository,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Now now,
      @Value("${thutuc.models:classpath:}") String root) {
    this.repository = repository;
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

  private record ModelFile(String path, byte[] content, String hash) {}

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
    for (ModelFile file : files()) {
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

  private Outcome deploy(ModelFile file) {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, i) -> 1).single();
    if (file.hash().equals(known().get(file.path()))) {
      return Outcome.UNCHANGED;
    }
    if (isHeld(file)) {
      LOG.warn("{} is held: a person has deployed a version that stays in force", file.path());
      return Outcome.HELD;
    }
    Deployment deployment =
        repository
            .createDeployment()
            .name(file.path())
            .source(SOURCE)
            .addInputStream(file.path(), new ByteArrayInputStream(file.content()))
            .deploy();
    remember(file, deployment.getId());
    return Outcome.DEPLOYED;
  }

  private boolean isHeld(ModelFile file) {
    Matcher id = PROCESS_ID.matcher(new String(file.content(), StandardCharsets.UTF_8));
    if (!file.path().endsWith(".bpmn") || !id.find()) {
      return false;
    }
    ProcessDefinition inForce =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(id.group(1))
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    if (inForce == null) {
      return false;
    }
    Deployment deployment =
        repository.createDeploymentQuery().deploymentId(inForce.getDeploymentId()).singleResult();
    return !SOURCE.equals(deployment.getSource());
  }

  private Map<String, String> known() {
    Map<String, String> hashes = new TreeMap<>();
    jdbc.sql("select path, sha256 from deployed_resource")
        .query((row, i) -> hashes.put(row.getString(1), row.getString(2)))
        .list();
    return hashes;
  }

  private void remember(ModelFile file, String deploymentId) {
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

  /** Forms first, then tables, then shared processes, then procedures: each needs those before. */
  private List<ModelFile> files() {
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    return List.of("forms/**/*.form", "processes/**/*.dmn", "processes/**/*.bpmn").stream()
        .flatMap(
            pattern -> {
              try {
                return Arrays.stream(resolver.getResources(root + pattern));
              } catch (IOException e) {
                throw new UncheckedIOException("Models under " + root + " cannot be listed", e);
              }
            })
        .map(ModelDeployer::read)
        .sorted(Comparator.comparing(ModelDeployer::rank).thenComparing(ModelFile::path))
        .toList();
  }

  private static int rank(ModelFile file) {
    if (file.path().startsWith("forms/")) {
      return 0;
    }
    if (file.path().endsWith(".dmn")) {
      return 1;
    }
    return file.path().startsWith("processes/shared/") ? 2 : 3;
  }

  private static ModelFile read(Resource resource) {
    try {
      String url = resource.getURL().toString();
      int start = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/")) + 1;
      byte[] content = resource.getContentAsByteArray();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new ModelFile(url.substring(start), content, HexFormat.of().formatHex(digest));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
