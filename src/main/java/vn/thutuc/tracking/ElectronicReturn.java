package vn.thutuc.tracking;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.NationalState;
import vn.thutuc.dossier.TrackedDossier;
import vn.thutuc.drafting.IssuedPapers;
import vn.thutuc.outbound.OutboundActs;

/**
 * The result as a file on the tracking page: only what is returned electronically, and only once
 * the model has come to that return. Before, originals may still have to be handed over.
 */
@Component
class ElectronicReturn {

  /** Kind of the outbound act that returns a result electronically. */
  static final String KIND = "ELECTRONIC_RETURN";

  private final OutboundActs acts;
  private final IssuedPapers papers;
  private final ObjectProvider<TrackedThings> things;
  private final Now now;

  ElectronicReturn(
      OutboundActs acts, IssuedPapers papers, ObjectProvider<TrackedThings> things, Now now) {
    this.acts = acts;
    this.papers = papers;
    this.things = things;
    this.now = now;
  }

  /** Id of the file behind a result; null when the applicant cannot fetch one here. */
  Long file(TrackedDossier dossier, TrackedDossier.Outcome result) {
    return result.paper() != null && act(dossier).isPresent() ? result.paper() : null;
  }

  /**
   * The file, which from now on counts as opened; empty when it is none the applicant may fetch.
   */
  Optional<IssuedPapers.Pdf> open(TrackedDossier dossier, long file) {
    Optional<OutboundActs.Written> act = act(dossier);
    boolean isOne =
        dossier.results().stream().anyMatch(result -> Long.valueOf(file).equals(result.paper()));
    if (act.isEmpty() || !isOne) {
      return Optional.empty();
    }
    acts.proof(
        act.get().id(),
        OutboundActs.Proof.OPENED,
        now.instant(),
        "Người nộp mở kết quả tại trang tra cứu");
    things.orderedStream().forEach(one -> one.resultOpened(dossier.number()));
    return Optional.of(papers.pdf(dossier.number(), file));
  }

  private Optional<OutboundActs.Written> act(TrackedDossier dossier) {
    boolean due =
        dossier.returnMethod() == ReturnMethod.ELECTRONIC
            && (dossier.state() == NationalState.READY
                || dossier.state() == NationalState.RETURNED);
    return due
        ? acts.of(dossier.number()).stream()
            .filter(act -> KIND.equals(act.kind()))
            .reduce((earlier, later) -> later)
        : Optional.empty();
  }
}
