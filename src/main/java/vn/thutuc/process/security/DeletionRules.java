package vn.thutuc.process.security;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thutuc.process.AsHouse;

/**
 * Nobody, an administrator included, deletes a model with dossiers, running or within their
 * retention: a cascading deletion would take instances and history with it.
 */
@Component
class DeletionRules {

  /** Endings of forms and tables, as the engine knows them. */
  private static final List<String> SHARED = List.of("form", "dmn", "dmn11.xml");

  private final RepositoryService repository;
  private final HistoryService history;
  private final AsHouse house;

  DeletionRules(@Lazy RepositoryService repository, @Lazy HistoryService history, AsHouse house) {
    this.repository = repository;
    this.history = history;
    this.house = house;
  }

  void checkDeployment(String deploymentId) {
    house.run(
        () -> {
          repository.getDeploymentResourceNames(deploymentId).forEach(this::requireReplaceable);
          repository
              .createProcessDefinitionQuery()
              .deploymentId(deploymentId)
              .list()
              .forEach(this::requireUnused);
        });
  }

  /** Models name forms and tables by their latest version: without it open tasks stand still. */
  private void requireReplaceable(String resource) {
    if (SHARED.stream().anyMatch(resource::endsWith)) {
      throw new AuthorizationException(
          "Không thể xóa %s: các quy trình dùng chung tệp này. Hãy triển khai phiên bản mới thay thế."
              .formatted(resource));
    }
  }

  /** A dossier ends by being returned, withdrawn or stopped, never by removing its instance. */
  void checkInstance() {
    if (Context.getCommandContext().getAuthentication() != null) {
      throw new AuthorizationException(
          "Không thể xóa hồ sơ khỏi hệ thống quy trình. Hãy rút hoặc dừng giải quyết hồ sơ.");
    }
  }

  void checkDefinition(String definitionId) {
    house.run(
        () ->
            repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .list()
                .forEach(this::requireUnused));
  }

  void checkKey(String key) {
    house.run(
        () ->
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .list()
                .forEach(this::requireUnused));
  }

  /** Without it the version before would be in force again, which no two persons have decided. */
  private void requireSuperseded(ProcessDefinition definition) {
    ProcessDefinition latest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(definition.getKey())
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    if (latest != null && latest.getId().equals(definition.getId())) {
      throw new AuthorizationException(
          "Không thể xóa quy trình %s phiên bản %d: đang được áp dụng. Hãy đưa phiên bản khác vào áp dụng."
              .formatted(definition.getKey(), definition.getVersion()));
    }
  }

  private void requireUnused(ProcessDefinition definition) {
    HistoricProcessInstanceQuery used =
        history.createHistoricProcessInstanceQuery().processDefinitionId(definition.getId());
    long dossiers = used.count();
    if (dossiers > 0) {
      throw new AuthorizationException(
          "Không thể xóa quy trình %s phiên bản %d: còn %d hồ sơ đang chạy hoặc còn thời hạn lưu."
              .formatted(definition.getKey(), definition.getVersion(), dossiers));
    }
    requireSuperseded(definition);
  }
}
