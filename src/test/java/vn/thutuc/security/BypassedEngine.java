package vn.thutuc.security;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;

/**
 * A stock engine on the house's database, without lint, guard or closed language: what somebody
 * with the database's password, or an older house, could have deployed.
 */
final class BypassedEngine implements AutoCloseable {

  private final ProcessEngine engine;

  BypassedEngine(DataSource database) {
    StandaloneProcessEngineConfiguration stock = new StandaloneProcessEngineConfiguration();
    stock.setProcessEngineName("bypassed");
    stock.setDataSource(database);
    stock.setDatabaseSchemaUpdate("false");
    stock.setJobExecutorActivate(false);
    stock.setMetricsEnabled(false);
    stock.setTaskMetricsEnabled(false);
    stock.setEnforceHistoryTimeToLive(false);
    stock.setCustomHistoryLevels(List.of(new TheHousesLevel()));
    stock.setHistory("thutuc");
    engine = stock.buildProcessEngine();
  }

  /** Deploys a file nobody has checked. */
  void deploy(String file, String content) {
    engine.getRepositoryService().createDeployment().name(file).addString(file, content).deploy();
  }

  /** Starts a process in the stock engine. */
  void start(String key) {
    engine.getRuntimeService().startProcessInstanceByKey(key);
  }

  @Override
  public void close() {
    engine.close();
  }

  /** A process of one step, between start and end. */
  static String model(String id, String step) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
        xmlns:activiti="http://activiti.org/bpmn"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn">
      <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
        <bpmn:startEvent id="Start" name="Bắt đầu"/>
        <bpmn:sequenceFlow id="Flow_1" sourceRef="Start" targetRef="Task_Bad"/>
        %s
        <bpmn:sequenceFlow id="Flow_2" sourceRef="Task_Bad" targetRef="End"/>
        <bpmn:endEvent id="End" name="Kết thúc"/>
      </bpmn:process>
    </bpmn:definitions>
    """
        .formatted(id, step);
  }

  private static final class TheHousesLevel extends AbstractHistoryLevel {

    @Override
    public int getId() {
      return 37;
    }

    @Override
    public String getName() {
      return "thutuc";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
      return false;
    }
  }
}
