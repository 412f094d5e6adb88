package vn.thutuc.process;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.thutuc.dossier.DossierProblem;

/**
 * Brings a refusal out of the engine's wrapping: what a listener or a step of a model refused
 * reaches the officer in its own words and as a wrong request (400, 403), not as a failure of the
 * server.
 */
final class PlainRefusals extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (BadUserRequestException | AuthorizationException e) {
      throw e;
    } catch (ProcessEngineException e) {
      throw refusal(e).orElse(e);
    }
  }

  private static Optional<ProcessEngineException> refusal(ProcessEngineException failure) {
    for (Throwable at = failure.getCause(); at != null; at = at.getCause()) {
      if (at instanceof BadUserRequestException || at instanceof AuthorizationException) {
        return Optional.of((ProcessEngineException) at);
      }
      if (at instanceof DossierProblem problem) {
        return Optional.of(new BadUserRequestException(problem.getMessage(), problem));
      }
    }
    return Optional.empty();
  }
}
