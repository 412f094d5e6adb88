package vn.thutuc.dossier;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Deadline;
import vn.thutuc.clock.OpenClass;

/**
 * What acts on tasks need of the dossier behind them: may I work on it, how does it stand, trace.
 */
@Service
@Transactional
public class DossierWork {

  private final Dossiers dossiers;
  private final DossierVisibility visibility;
  private final DossierClock clock;
  private final Terms terms;
  private final Journal journal;

  DossierWork(
      Dossiers dossiers,
      DossierVisibility visibility,
      DossierClock clock,
      Terms terms,
      Journal journal) {
    this.dossiers = dossiers;
    this.visibility = visibility;
    this.clock = clock;
    this.terms = terms;
    this.journal = journal;
  }

  /**
   * How a dossier stands.
   *
   * @param state Vietnamese label of its national state
   * @param open whether its settlement lasts
   * @param end legal end of the phase that counts, local; null while paused or without a term
   * @param late whether that end has passed
   */
  public record Standing(String state, boolean open, LocalDateTime end, boolean late) {}

  /**
   * How many supplements were asked of those that count, and how many the procedure allows.
   *
   * @param allowed null when its facts set no limit
   * @param waiting whether one is being waited for
   */
  public record Supplements(long asked, Integer allowed, boolean waiting, String source) {}

  /** Refuses who may not work on the dossier; as if there were none who may not know of it. */
  @Transactional(readOnly = true)
  public Standing requireWork(String number) {
    Dossier dossier = find(number);
    visibility.requireWork(dossier);
    return standing(dossier);
  }

  /** The supplements of a dossier the caller may see. */
  @Transactional(readOnly = true)
  public Supplements supplements(String number) {
    Dossier dossier = find(number);
    visibility.requireRead(dossier);
    long asked =
        dossier.supplements().stream()
            .filter(s -> !s.beforeAcceptance() && !s.isRevision())
            .count();
    var rule = terms.pause(dossier, PauseGround.SUPPLEMENT);
    return new Supplements(
        asked,
        dossier.isAccepted() ? rule.times() : null,
        dossier.openSupplement().isPresent(),
        rule.source());
  }

  /**
   * A paper of the procedure.
   *
   * @param received whether it was handed in
   */
  public record PaperOf(String key, String title, boolean received) {}

  /** The papers of the dossier's procedure, for whoever may see the dossier. */
  @Transactional(readOnly = true)
  public List<PaperOf> papers(String number) {
    Dossier dossier = find(number);
    visibility.requireRead(dossier);
    Set<String> received =
        dossier.papers().stream()
            .filter(paper -> paper.originals() + paper.copies() > 0)
            .map(PaperReceived::key)
            .collect(Collectors.toSet());
    return terms.procedure(dossier).papers().stream()
        .map(paper -> new PaperOf(paper.key(), paper.title(), received.contains(paper.key())))
        .toList();
  }

  private Standing standing(Dossier dossier) {
    Optional<Deadline> deadline = clock.current(dossier).map(run -> clock.deadline(dossier, run));
    return new Standing(
        dossier.state().label(),
        dossier.isOpen(),
        deadline.map(Deadline::end).orElse(null),
        dossier.isOpen() && clock.openClass(dossier) == OpenClass.LATE);
  }

  /**
   * A line of the journal about a task.
   *
   * @param what which step, from whom to whom, in Vietnamese
   * @param onBehalfOf id of the person a deputy acted for; null for nobody
   */
  public void trace(
      String number, JournalEvent event, String reason, String what, String onBehalfOf) {
    journal.write(find(number), event, reason, Map.of("what", what), onBehalfOf);
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
