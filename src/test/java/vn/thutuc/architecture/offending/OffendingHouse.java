package vn.thutuc.architecture.offending;

import org.camunda.bpm.engine.RuntimeService;

/** A house built against its own rules, so that the guards have something to refuse. */
public class OffendingHouse {

  RuntimeService engine;
}
