package vn.thutuc.process;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.RetryCallback;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats what lost a race (a timer that fired at the same moment, a second node, a second
 * officer): three tries in all, each in a new transaction, with a short random wait between them.
 */
@Aspect
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class LostRaces {

  private static final RetryTemplate TRIES =
      RetryTemplate.builder()
          .maxAttempts(3)
          .uniformRandomBackoff(20, 150)
          .retryOn(OptimisticLockingException.class)
          .retryOn(ConcurrencyFailureException.class)
          .traversingCauses()
          .build();

  /** Around our own services; inside somebody else's transaction there is nothing to repeat. */
  @Around("@within(vn.thutuc.dossier.RepeatedAfterLostRace)")
  Object repeat(ProceedingJoinPoint act) throws Throwable {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return act.proceed();
    }
    return repeat(context -> act.proceed());
  }

  static <T, E extends Throwable> T repeat(RetryCallback<T, E> act) throws E {
    return TRIES.execute(act);
  }
}
