package vn.thutuc.process.task;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierReader;
import vn.thutuc.dossier.Reception;
import vn.thutuc.process.Vocabulary;

/**
 * Stands at the start of every procedure. A start by our own service brings the dossier's number; a
 * start from Tasklist's dialog brings only the form, so the dossier is received here.
 */
@Component
public class ReceptionListener implements ExecutionListener {

  private final ObjectProvider<Reception> reception;
  private final ObjectProvider<DossierReader> reader;

  ReceptionListener(ObjectProvider<Reception> reception, ObjectProvider<DossierReader> reader) {
    this.reception = reception;
    this.reader = reader;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey();
    if (number == null || number.isBlank()) {
      receive(execution);
    } else if (!reader.getObject().waitsForItsInstance(number)) {
      throw new BadUserRequestException(
          "Không thể khởi tạo quy trình với mã hồ sơ tự đặt \""
              + number
              + "\". Hãy dùng chức năng Tiếp nhận hồ sơ.");
    }
  }

  private void receive(DelegateExecution execution) {
    ExecutionEntity instance = (ExecutionEntity) execution;
    String key = instance.getProcessDefinition().getKey();
    try {
      Reception.ReceivedInEngine received =
          reception
              .getObject()
              .receiveInEngine(
                  StartForm.submission(Vocabulary.procedureCode(key), execution.getVariables()),
                  instance.getProcessInstanceId(),
                  instance.getProcessDefinitionId());
      removeAll(execution);
      execution.setProcessBusinessKey(received.number());
      received.flags().forEach(execution::setVariable);
    } catch (DossierProblem e) {
      throw new BadUserRequestException(e.getMessage(), e);
    }
  }

  private static void removeAll(DelegateExecution execution) {
    Map<String, Object> submitted = execution.getVariables();
    Set<String> names = new TreeSet<>(submitted.keySet());
    execution.removeVariables(names);
  }
}
