package vn.thutuc.dossier;

/** Tells who acts in this thread; implemented where people log in. */
public interface CurrentActor {

  /** The person logged in, or {@link Actor#SYSTEM}; never null. */
  Actor get();
}
