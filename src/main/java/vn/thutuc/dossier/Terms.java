package vn.thutuc.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thutuc.almanac.Almanac;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.PauseRule;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.PhaseStart;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.TermFact;

/** What the catalogue says for one dossier, in the version it was received under. */
@Component
class Terms {

  private final Catalogue catalogue;
  private final Almanac almanac;

  Terms(Catalogue catalogue, Almanac almanac) {
    this.catalogue = catalogue;
    this.almanac = almanac;
  }

  /** The version in force for what is received at an instant: that of its effective instant. */
  Optional<Procedure> inForce(String code, Instant received) {
    return catalogue.find(code, factsDay(received).atStartOfDay());
  }

  /** The day of the effective reception, with the hours of the whole house. */
  LocalDate factsDay(Instant received) {
    return almanac.clockOf("").calendar().effective(DossierClock.local(received)).toLocalDate();
  }

  Procedure procedure(Dossier dossier) {
    LocalDate held = dossier.reception().factsDay();
    LocalDateTime received =
        held == null ? DossierClock.local(dossier.reception().receivedAt()) : held.atStartOfDay();
    return catalogue
        .find(dossier.procedureCode(), received)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The catalogue has no facts of %s for %s (dossier %s); put its file back"
                        .formatted(dossier.procedureCode(), received, dossier.number())));
  }

  PhaseFacts of(Dossier dossier, Phase phase) {
    TermFact fact =
        catalogue.term(
            procedure(dossier),
            phase.id(),
            dossier.channel(),
            dossier.caseCode(),
            dossier.areaClass());
    return new PhaseFacts(phase.id(), phase.name(), fact.term(), fact.source(), fact.determined());
  }

  /** What starts a phase of this dossier. */
  PhaseStart start(Dossier dossier, Phase phase) {
    return phase.start(dossier.channel(), dossier.caseCode(), dossier.areaClass());
  }

  PauseRule pause(Dossier dossier, PauseGround ground) {
    return catalogue.pauseRule(procedure(dossier), ground.name());
  }

  /**
   * Whether a phase is the term another body has to act in: one that starts with the body's act, or
   * that of a stage for which the main clock stands still.
   */
  boolean isOfOtherBody(Dossier dossier, String phase) {
    Procedure procedure = procedure(dossier);
    return procedure.phase(phase).filter(facts -> facts.starts() == PhaseStart.BODY_ACT).isPresent()
        || procedure.allStages().stream()
            .anyMatch(
                stage ->
                    stage.stopsClock() && !stage.block().isGroup() && phase.equals(stage.phase()));
  }

  TermFact window(Dossier dossier, String window) {
    return catalogue.window(procedure(dossier), window);
  }
}
