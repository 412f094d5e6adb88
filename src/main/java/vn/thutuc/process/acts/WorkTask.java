package vn.thutuc.process.acts;

import java.time.Instant;
import java.util.List;
import vn.thutuc.organisation.GroupRef;

/**
 * An open task as acts see it.
 *
 * @param id the engine's id
 * @param name Vietnamese name of the step
 * @param step id of the step in the model
 * @param number number of the dossier
 * @param assignee login id of who has it; null while nobody has
 * @param owner login id of who handed it over, or for whom a deputy took it; null for nobody
 * @param followUp when a task that was put back comes again; null when it was not
 * @param candidates units and roles that may do it
 */
record WorkTask(
    String id,
    String name,
    String step,
    String number,
    String assignee,
    String owner,
    Instant followUp,
    List<GroupRef> candidates) {}
