package vn.thutuc.process;

import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands outside the engine's transactions. A lost race on a dossier's row becomes the engine's own
 * kind, which the job executor repeats without using up a retry; what people do in Tasklist is
 * repeated here.
 */
final class LockFailures extends CommandInterceptor {

  private static final Set<Class<?>> PEOPLE_DO =
      Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class, ClaimTaskCmd.class);

  @Override
  public <T> T execute(Command<T> command) {
    boolean alone = !TransactionSynchronizationManager.isActualTransactionActive();
    return alone && PEOPLE_DO.contains(command.getClass()) ? repeated(command) : once(command);
  }

  private <T> T once(Command<T> command) {
    try {
      return next.execute(command);
    } catch (OptimisticLockingFailureException e) {
      throw new OptimisticLockingException("Lost a race on a dossier's row: " + e.getMessage(), e);
    }
  }

  private <T> T repeated(Command<T> command) {
    return LostRaces.<T, RuntimeException>repeat(context -> once(command));
  }
}
