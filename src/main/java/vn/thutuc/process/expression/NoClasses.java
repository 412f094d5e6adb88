package vn.thutuc.process.expression;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** Models name documented beans, never classes: whatever a model asks to create is refused. */
public final class NoClasses implements ArtifactFactory {

  @Override
  public <T> T getArtifact(Class<T> type) {
    throw new ProcessEngineException(
        "Models call documented beans; the class '" + type.getName() + "' is refused");
  }
}
