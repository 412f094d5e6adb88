package vn.thutuc.process.deployment;

import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.thutuc.modelling.ModelIdentity.Kind;
import vn.thutuc.modelling.ModelSteps;

/** The models in force as people read them. */
@Service
public class ModelSheets {

  private final ModelsInForce inForce;

  ModelSheets(ModelsInForce inForce) {
    this.inForce = inForce;
  }

  /**
   * A model in force.
   *
   * @param version its number
   * @param sha256 hash of its file
   * @param byPeople whether people have put it in force, and not a release
   * @param outline its steps
   */
  public record Sheet(int version, String sha256, boolean byPeople, ModelSteps.Outline outline) {}

  /** The model of a process; empty when none is in force. */
  public Optional<Sheet> of(String key) {
    return inForce
        .find(Kind.PROCESS, key)
        .map(
            version ->
                new Sheet(
                    version.version(),
                    version.sha256(),
                    version.isPeoples(),
                    ModelSteps.of(version.content())));
  }
}
