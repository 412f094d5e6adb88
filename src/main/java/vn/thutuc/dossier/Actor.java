package vn.thutuc.dossier;

/**
 * Who acts now.
 *
 * @param personId id of the person, or {@code system} for the engine itself
 * @param onBehalfOf id of the person a deputy acts for; null when people act in their own right
 */
public record Actor(String personId, String onBehalfOf) {

  /** The engine itself: timers, service steps. */
  public static final Actor SYSTEM = new Actor("system");

  /** Somebody who acts in their own right. */
  public Actor(String personId) {
    this(personId, null);
  }

  /** Whether the engine itself acts. */
  public boolean isSystem() {
    return SYSTEM.personId.equals(personId);
  }
}
