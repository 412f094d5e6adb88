package vn.thutuc.dossier;

/**
 * Who acts now.
 *
 * @param personId id of the person, or {@code system} for the engine itself
 */
public record Actor(String personId) {

  /** The engine itself: timers, service steps. */
  public static final Actor SYSTEM = new Actor("system");

  /** Whether the engine itself acts. */
  public boolean isSystem() {
    return SYSTEM.personId.equals(personId);
  }
}
