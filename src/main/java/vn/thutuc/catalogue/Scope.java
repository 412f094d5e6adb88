package vn.thutuc.catalogue;

/** The conditions a term holds under; null in a component means "whatever it is". */
record Scope(Channel channel, String caseCode, String area) {

  static Scope of(PhaseTerm term) {
    return new Scope(term.channel(), term.caseCode(), term.area());
  }

  static Scope of(Determination made) {
    return new Scope(made.channel(), made.caseCode(), made.area());
  }

  boolean matches(Channel wanted, String wantedCase, String wantedArea) {
    return holds(channel, wanted) && holds(caseCode, wantedCase) && holds(area, wantedArea);
  }

  /** How narrow the conditions are: the number of components that are given. */
  int narrowness() {
    return (channel == null ? 0 : 1) + (caseCode == null ? 0 : 1) + (area == null ? 0 : 1);
  }

  /** Whether some dossier falls under both while neither is the narrower one. */
  boolean clashesWith(Scope other) {
    return narrowness() == other.narrowness()
        && compatible(channel, other.channel)
        && compatible(caseCode, other.caseCode)
        && compatible(area, other.area);
  }

  private static boolean holds(Object condition, Object wanted) {
    return condition == null || condition.equals(wanted);
  }

  private static boolean compatible(Object one, Object other) {
    return one == null || other == null || one.equals(other);
  }
}
