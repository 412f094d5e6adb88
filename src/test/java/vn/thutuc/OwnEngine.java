package vn.thutuc;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The engine's interfaces find their engine in a static registry. Tests with several contexts in
 * one JVM put their own engine there before they begin, so that each context is asked through
 * itself.
 */
class OwnEngine implements TestExecutionListener {

  @Override
  public void beforeTestClass(TestContext context) {
    ProcessEngines.registerProcessEngine(
        context.getApplicationContext().getBean(ProcessEngine.class));
  }
}
