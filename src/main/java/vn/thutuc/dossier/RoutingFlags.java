package vn.thutuc.dossier;

import java.util.HashMap;
import java.util.Map;

/** The facts of a dossier that models route by; no personal data. */
final class RoutingFlags {

  private RoutingFlags() {}

  /** The flags by their names in the documented vocabulary; values may be null. */
  static Map<String, Object> of(Dossier dossier) {
    Map<String, Object> flags = new HashMap<>();
    flags.put("channel", dossier.channel().name());
    flags.put("caseCode", dossier.caseCode());
    flags.put("areaClass", dossier.areaClass());
    flags.put("returnMethod", dossier.returnMethod().name());
    return flags;
  }
}
