package vn.thutuc.dossier;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.PhaseStart;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.TermFact;
import vn.thutuc.clock.Deadline;
import vn.thutuc.clock.Term;

/**
 * The appointment a dossier would get if it were received and found complete at an instant, as the
 * slip would print it. Phases that begin with the complete dossier count from that instant.
 */
@Service
public class AppointmentPreview {

  private final Catalogue catalogue;
  private final DossierClock clock;

  AppointmentPreview(Catalogue catalogue, DossierClock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * A preview.
   *
   * @param appointment local time; null when the term is unknown
   * @param provisional whether it rests on a calendar year not published
   * @param explanation one line a fact
   */
  public record Preview(
      LocalDateTime appointment,
      boolean provisional,
      List<DossierDocument.ExplainedLine> explanation) {}

  /** The preview for one channel, case and area. */
  public Preview of(
      Procedure procedure, Channel channel, String caseCode, String area, LocalDateTime at) {
    List<DossierDocument.ExplainedLine> lines = new ArrayList<>();
    LocalDateTime end = null;
    boolean provisional = false;
    for (Phase phase : counted(procedure)) {
      TermFact fact = catalogue.term(procedure, phase.id(), channel, caseCode, area);
      Term term = fact.known() ? Term.parse(fact.term()) : null;
      Deadline deadline = clock.preview(DossierClock.instant(at), term);
      deadline.explanation().forEach(line -> lines.add(DossierDocument.ExplainedLine.of(line)));
      end = deadline.end();
      provisional |= deadline.provisional();
    }
    return new Preview(end, provisional, lines);
  }

  /**
   * The phase the appointment rests on: the whole time; where there is none that of the complete
   * dossier, else what runs from reception.
   */
  private static List<Phase> counted(Procedure procedure) {
    Optional<Phase> whole = procedure.phase(Phase.SETTLEMENT);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<Phase> complete =
        procedure.phases().stream().filter(p -> p.starts() == PhaseStart.COMPLETE_DOSSIER).toList();
    return complete.isEmpty()
        ? procedure.phases().stream().filter(p -> p.starts() == PhaseStart.RECEPTION).toList()
        : complete;
  }
}
