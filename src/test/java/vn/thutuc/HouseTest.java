package vn.thutuc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test on the whole server, with the demo province's organisation, on a database of its own
 * copied from the template, with a clock that the test moves and no job executor.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "thutuc.test=true",
      "thutuc.demo.past=false",
      "thutuc.sandbox.port=0",
      "camunda.bpm.job-execution.enabled=false",
    })
@ActiveProfiles("demo")
@ContextConfiguration(initializers = FreshDatabase.class)
@TestExecutionListeners(
    listeners = OwnEngine.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface HouseTest {}
