package vn.thutuc.process;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Stands outside the transaction and turns a lost race on a dossier's row into the engine's own
 * kind, which the job executor repeats without using up a retry.
 */
final class LockFailures extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (OptimisticLockingFailureException e) {
      throw new OptimisticLockingException("Lost a race on a dossier's row: " + e.getMessage(), e);
    }
  }
}
