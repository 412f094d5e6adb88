package vn.thutuc.process.deployment;

import java.util.Map;
import vn.thutuc.modelling.ModelIdentity;
import vn.thutuc.modelling.ModelIdentity.Kind;

/** Where a file that came in by a deployment belongs below processes/ and forms/. */
final class DraftPath {

  private static final String FORMS = "forms/";
  private static final String PROCESSES = "processes/";
  private static final String SHARED = "shared/";

  private DraftPath() {}

  /**
   * @param identity what the file is
   * @param file the name it was sent under; folders in it are not followed
   * @param inForce path of the version in force; null when there is none
   * @param taken paths in use, with their keys
   */
  static String of(ModelIdentity identity, String file, String inForce, Map<String, String> taken) {
    if (inForce != null && (inForce.startsWith(FORMS) || inForce.startsWith(PROCESSES))) {
      return inForce;
    }
    String base =
        file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
            .replaceAll("[^\\p{L}\\p{N}._-]", "-");
    boolean procedure = identity.key().startsWith("TTHC-");
    String folder =
        identity.kind() == Kind.FORM
            ? FORMS + SHARED
            : PROCESSES + (procedure && identity.kind() == Kind.PROCESS ? "" : SHARED);
    String path = folder + base;
    if (taken.getOrDefault(path, identity.key()).equals(identity.key())) {
      return path;
    }
    // Another model has a file of this name.
    return folder + identity.key().replaceAll("[^\\p{L}\\p{N}._-]", "-") + "-" + base;
  }
}
