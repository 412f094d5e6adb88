package vn.thutuc.process.deployment;

import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.AsHouse;

/**
 * Puts drafts in force when their day has come: deployed by the house, each in a transaction of its
 * own, under the lock of all deployments, so that nodes that try together do it once.
 */
@Component
public class DraftsInForce {

  private static final Logger LOG = LoggerFactory.getLogger(DraftsInForce.class);

  private final DraftRows rows;
  private final DraftLog log;
  private final ModelsInForce inForce;
  private final RepositoryService repository;
  private final AsHouse house;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Now now;

  DraftsInForce(
      DraftRows rows,
      DraftLog log,
      ModelsInForce inForce,
      RepositoryService repository,
      AsHouse house,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Now now) {
    this.rows = rows;
    this.log = log;
    this.inForce = inForce;
    this.repository = repository;
    this.house = house;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.now = now;
  }

  /** Changes a draft alone, in a transaction that has ended when it is to be looked for. */
  void schedule(long id, Consumer<Draft> plan) {
    transaction.executeWithoutResult(
        status -> {
          lock();
          plan.accept(
              rows.hold(id)
                  .orElseThrow(
                      () ->
                          new DossierProblem(
                              DossierProblem.Kind.NOT_FOUND,
                              "draft-unknown",
                              "id",
                              "Không có bản dự thảo số " + id + ".")));
        });
  }

  /**
   * Puts every draft in force whose day has come. One that cannot be stops no other: its day is
   * taken back, with the reason in its log.
   *
   * @return how many were put in force
   */
  public int bringDue() {
    int brought = 0;
    for (long id : rows.due(now.instant())) {
      try {
        brought += Boolean.TRUE.equals(transaction.execute(status -> bring(id))) ? 1 : 0;
      } catch (ProcessEngineException e) {
        LOG.error("Draft {} is not put in force:\n{}", id, e.getMessage());
        transaction.executeWithoutResult(status -> takeBack(id, e.getMessage()));
      }
    }
    return brought;
  }

  private boolean bring(long id) {
    lock();
    Draft draft = rows.hold(id).orElseThrow();
    if (!isDue(draft)) {
      return false;
    }
    String over = rows.text(id, "over_sha256");
    String current =
        inForce.find(draft.kind(), draft.key()).map(ModelsInForce.Version::sha256).orElse(null);
    if (!Objects.equals(over, current)) {
      takeBack(
          draft,
          "Từ khi định ngày, phiên bản đang áp dụng đã thay đổi. Hãy xem lại khác biệt rồi định ngày lại.");
      return false;
    }
    String deployment =
        house.call(
            () ->
                repository
                    .createDeployment()
                    .name(draft.path())
                    .source(ModelsInForce.PEOPLE)
                    .addInputStream(
                        draft.path(), new ByteArrayInputStream(rows.content(draft.id())))
                    .deploy()
                    .getId());
    rows.close(id, Draft.State.IN_FORCE, now.instant(), null, deployment);
    write(draft, "IN_FORCE", null);
    LOG.info("{} is in force from draft {}", draft.path(), id);
    return true;
  }

  private boolean isDue(Draft draft) {
    return draft.state() == Draft.State.SCHEDULED && !draft.inForceFrom().isAfter(now.instant());
  }

  private void takeBack(long id, String reason) {
    Draft draft = rows.hold(id).orElseThrow();
    if (isDue(draft)) {
      takeBack(draft, "Không đưa vào áp dụng được: " + reason);
    }
  }

  private void takeBack(Draft draft, String reason) {
    rows.takeBack(draft.id(), reason.length() > 4000 ? reason.substring(0, 4000) : reason);
    write(draft, "TAKEN_BACK", reason);
  }

  private void write(Draft draft, String act, String note) {
    log.write(
        new DraftLog.Entry(
            draft.id(),
            draft.scheduledBy(),
            act,
            draft.sha256(),
            draft.reportSha256(),
            draft.decision(),
            note));
  }

  private void lock() {
    jdbc.sql("select pg_advisory_xact_lock(?)")
        .param(ModelDeployer.LOCK)
        .query((row, index) -> 1)
        .single();
  }
}
