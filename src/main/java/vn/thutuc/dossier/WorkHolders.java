package vn.thutuc.dossier;

import java.util.List;
import java.util.Set;

/** Who has the open work of a dossier; implemented where tasks are. Asked by the house itself. */
public interface WorkHolders {

  /**
   * A piece of open work.
   *
   * @param assignee login id of who has it; null while nobody has
   * @param groups ids of the groups that may take it, as the organisation writes them
   */
  record OpenWork(String assignee, Set<String> groups) {}

  /** The open work of a dossier; empty when none is. */
  List<OpenWork> openWork(String number);
}
