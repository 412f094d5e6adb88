package vn.thutuc.process.security;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.HistoricActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.batch.RestartProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationBatchCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteHistoricProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobListener;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.batch.MigrateProcessInstanceBatchCmd;

/**
 * Refuses people the commands that the engine runs without asking for tenant or rights: whoever
 * knows an id reads another unit's comment, deletes its attachment or spoils its timer, and one
 * statistic counts every unit; a batch that removes instances or their history runs later, as
 * nobody. Nothing of ours needs them: papers belong to the dossier.
 */
public final class UncheckedCommands extends CommandInterceptor {

  private static final Set<Class<?>> FOR_NOBODY =
      Set.of(
          GetTaskCommentCmd.class,
          CreateAttachmentCmd.class,
          SaveAttachmentCmd.class,
          GetAttachmentCmd.class,
          GetAttachmentContentCmd.class,
          GetTaskAttachmentCmd.class,
          GetTaskAttachmentContentCmd.class,
          DeleteAttachmentCmd.class,
          DeleteProcessInstanceBatchCmd.class,
          DeleteHistoricProcessInstancesBatchCmd.class,
          SetRemovalTimeToHistoricProcessInstancesCmd.class);

  /**
   * Moving a dossier to another version or another step: only the house does it, dossier by dossier
   * with every deadline compared. Plans may be made and looked at.
   */
  private static final Set<Class<?>> MOVING =
      Set.of(
          MigrateProcessInstanceCmd.class,
          MigrateProcessInstanceBatchCmd.class,
          ModifyProcessInstanceCmd.class,
          ModifyProcessInstanceAsyncCmd.class,
          ProcessInstanceModificationCmd.class,
          ProcessInstanceModificationBatchCmd.class,
          RestartProcessInstancesCmd.class,
          RestartProcessInstancesBatchCmd.class);

  /** A refused attempt to run a job would use up one of its retries. */
  private static final Set<Class<?>> FOR_ADMINISTRATORS =
      Set.of(HistoricActivityStatisticsQueryImpl.class, FailedJobListener.class);

  @Override
  public <T> T execute(Command<T> command) {
    Authentication person = Context.getCommandContext().getAuthentication();
    if (person != null && MOVING.contains(command.getClass())) {
      throw new AuthorizationException(
          "Hồ sơ không được chuyển phiên bản, chuyển bước hay chạy lại bằng chức năng này. Quản trị"
              + " viên chuyển phiên bản tại trang Chuyển phiên bản (/chuyen-phien-ban/).");
    }
    if (person != null && isRefused(command.getClass(), person)) {
      throw new AuthorizationException(
          "Chức năng này không dùng ở đây: giấy tờ và nhật ký nằm trong hồ sơ.");
    }
    return next.execute(command);
  }

  private static boolean isRefused(Class<?> command, Authentication person) {
    return FOR_NOBODY.contains(command)
        || FOR_ADMINISTRATORS.contains(command) && !administers(person);
  }

  private static boolean administers(Authentication person) {
    return person.getGroupIds() != null && person.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
  }
}
