package vn.thutuc.outbound;

import java.util.Optional;

/**
 * Makes failed acts visible where administrators look at running processes; implemented where the
 * engine is known.
 */
public interface Incidents {

  /**
   * Raises an incident for an act on its dossier's living process.
   *
   * @return id of the incident; empty when the process has ended, the acts page is then the only
   *     place
   */
  Optional<String> raise(long act, String number, String words);

  /** Whether an incident is still there. */
  boolean stands(String incident);

  /** Takes an incident away; one that is gone stays gone. */
  void resolve(String incident);

  /** The act an incident stands for; empty when it is none of ours or gone. */
  Optional<Long> actOf(String incident);
}
