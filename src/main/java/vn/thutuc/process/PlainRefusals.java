package vn.thutuc.process;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.thutuc.dossier.DossierProblem;

/**
 * Brings a refusal out of the engine's wrapping: what a listener or a step of a model refused
 * reaches the officer in its own words and as a wrong request (400, 403), not as a failure of the
 * server.
 */
final class PlainRefusals extends CommandInterceptor {

  private static final Set<Class<?>> PEOPLE_DO =
      Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class, ClaimTaskCmd.class);

  private static final String GONE =
      "Việc này không còn: người khác đã hoàn thành, hoặc hồ sơ đã rút, dừng hay chuyển bước. Nội"
          + " dung anh/chị vừa nhập chưa được ghi.";

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (BadUserRequestException | AuthorizationException e) {
      throw e;
    } catch (NullValueException e) {
      throw isGone(command, e) ? new AuthorizationException(GONE) : e;
    } catch (ProcessEngineException e) {
      throw refusal(e).orElse(e);
    }
  }

  /**
   * Somebody else was quicker, or the dossier has moved on: no failure of the server. Of the
   * engine's own refusals only a right that is missing reaches people in its words alone.
   */
  private static boolean isGone(Command<?> command, NullValueException failure) {
    return PEOPLE_DO.contains(command.getClass())
        && String.valueOf(failure.getMessage()).contains("Cannot find task");
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
