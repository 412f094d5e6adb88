package vn.thutuc.modelling.scaffold;

/**
 * Who does a step.
 *
 * @param place place of the models
 * @param role role there
 */
record Actor(String place, Role role) {

  static final String COMPETENT = "competent";

  static Actor of(Role role) {
    return new Actor(role == Role.ONE_STOP ? "desk" : COMPETENT, role);
  }
}
