package vn.thutuc.process.security;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/**
 * A dossier begins at the beginning: the engine would let whoever may start an instance start it
 * behind the signature, or start an ended one again.
 */
@Component
class StartRules {

  private static final Set<Class<?>> FROM_THE_START =
      Set.of(StartProcessInstanceCmd.class, SubmitStartFormCmd.class);

  void check() {
    if (Context.getCommandContext().getAuthentication() != null
        && !FROM_THE_START.contains(
            Context.getCommandInvocationContext().getCommand().getClass())) {
      throw new AuthorizationException(
          "Hồ sơ chỉ được bắt đầu từ bước tiếp nhận, không bắt đầu giữa quy trình.");
    }
  }
}
