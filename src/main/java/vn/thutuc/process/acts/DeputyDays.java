package vn.thutuc.process.acts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierWork;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.RepeatedAfterLostRace;
import vn.thutuc.organisation.Deputies;
import vn.thutuc.organisation.Deputyship;
import vn.thutuc.process.AsHouse;
import vn.thutuc.process.security.IdentityProvisioning;
import vn.thutuc.process.task.TaskHolders;

/**
 * What a new day does to deputies: lists follow who stands in today, and what a deputy still has on
 * behalf of somebody goes back to that person. Rights need none of this: they are asked each time.
 */
@Service
@RepeatedAfterLostRace
public class DeputyDays {

  private final Deputies deputies;
  private final IdentityProvisioning identities;
  private final WorkTasks work;
  private final JdbcClient jdbc;
  private final TaskHolders holders;
  private final DossierWork dossiers;
  private final Rights rights;
  private final AsHouse house;
  private final Now now;
  private final TransactionTemplate transaction;

  DeputyDays(
      Deputies deputies,
      IdentityProvisioning identities,
      WorkTasks work,
      JdbcClient jdbc,
      TaskHolders holders,
      DossierWork dossiers,
      Rights rights,
      AsHouse house,
      Now now,
      PlatformTransactionManager transactions) {
    this.deputies = deputies;
    this.identities = identities;
    this.work = work;
    this.jdbc = jdbc;
    this.holders = holders;
    this.dossiers = dossiers;
    this.rights = rights;
    this.house = house;
    this.now = now;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Brings lists and work in line with today; repeating it changes nothing. */
  public void turn() {
    house.run(identities::refreshDeputies);
    for (Deputyship ended : deputies.endedUnsettled(rights.today())) {
      transaction.executeWithoutResult(status -> settle(ended));
    }
  }

  private void settle(Deputyship ended) {
    if (deputies.settle(ended.id(), now.instant())) {
      held(ended.deputy()).forEach(task -> giveBack(task, ended));
    }
  }

  /** Everything a person has, in one look: between two pages somebody could complete a task. */
  private List<String> held(String person) {
    return jdbc.sql("select id_ from act_ru_task where assignee_ = ? order by id_")
        .param(person)
        .query(String.class)
        .list();
  }

  private void giveBack(String taskId, Deputyship ended) {
    work.heldByHouse(taskId)
        .filter(task -> ended.deputy().equals(task.assignee()))
        .filter(task -> isOnBehalf(task, ended))
        .ifPresent(
            task -> {
              boolean mayWork = rights.mayWork(task, ended.principal());
              String to = mayWork ? ended.principal() : null;
              house.run(() -> holders.give(taskId, to, null));
              dossiers.trace(
                  task.number(),
                  JournalEvent.WORK_RETURNED,
                  null,
                  "%s: %s → %s"
                      .formatted(
                          task.name(),
                          rights.name(ended.deputy()),
                          to == null ? "hàng chờ của đơn vị" : rights.name(to)),
                  null);
            });
  }

  /** Taken from the principal, or in no right of the deputy's own and for nobody else. */
  private boolean isOnBehalf(WorkTask task, Deputyship ended) {
    return ended.principal().equals(task.owner())
            && !rights.standsInFor(task, ended.deputy(), ended.principal())
        || !rights.mayWork(task, ended.deputy())
            && rights.principal(task, ended.deputy()).isEmpty()
            && rights.mayWork(task, ended.principal());
  }
}
