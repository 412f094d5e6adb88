package vn.thutuc.dossier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/** Hands dossiers to whoever prints their papers, each only to those who may see it. */
@Service
@Transactional(readOnly = true)
public class CaseFiles {

  private final Dossiers dossiers;
  private final DossierDocuments documents;
  private final DossierVisibility visibility;
  private final Organisation organisation;
  private final Journal journal;

  CaseFiles(
      Dossiers dossiers,
      DossierDocuments documents,
      DossierVisibility visibility,
      Organisation organisation,
      Journal journal) {
    this.dossiers = dossiers;
    this.documents = documents;
    this.visibility = visibility;
    this.organisation = organisation;
    this.journal = journal;
  }

  /**
   * The file, to be read.
   *
   * @throws DossierProblem when there is no such dossier or the caller may not know of it
   */
  public CaseFile read(String number) {
    Dossier dossier = find(number);
    visibility.requireRead(dossier);
    return of(dossier);
  }

  /**
   * The file, to issue papers from it.
   *
   * @throws DossierProblem when there is no such dossier or the caller may not work on it
   */
  public CaseFile toWorkOn(String number) {
    Dossier dossier = find(number);
    visibility.requireWork(dossier);
    return of(dossier);
  }

  /** Writes down, in the transaction of whoever issues it, that a form was issued. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void formIssued(String number, Map<String, ?> data) {
    journal.write(find(number), JournalEvent.FORM_ISSUED, null, data);
  }

  private CaseFile of(Dossier dossier) {
    return new CaseFile(
        documents.read(dossier.number()),
        local(dossier.appointments().binding()),
        dossier.appointments().isReAppointed(),
        local(dossier.acceptedAt()),
        local(dossier.settledAt()),
        local(dossier.returnedAt()),
        dossier.supplements().stream().map(request -> request(dossier, request)).toList(),
        dossier.lateness().reason(),
        Optional.ofNullable(dossier.lateness().unit()).map(this::name).orElse(null),
        dossier.authority() == null ? null : dossier.authority().collector());
  }

  private static CaseFile.Request request(Dossier dossier, SupplementRequest request) {
    PauseGround ground = request.isRevision() ? PauseGround.REVISION : PauseGround.SUPPLEMENT;
    Instant until =
        dossier.pauses().stream()
            .filter(pause -> pause.ground() == ground)
            .filter(pause -> !pause.fromAt().isBefore(request.askedAt()))
            .findFirst()
            .map(ClockPause::windowEnd)
            .orElse(null);
    return new CaseFile.Request(
        request.missing(),
        request.reason(),
        local(request.askedAt()),
        local(until),
        request.beforeAcceptance());
  }

  private String name(String unit) {
    return organisation.unit(unit).map(UnitView::name).orElse(unit);
  }

  private static LocalDateTime local(Instant instant) {
    return instant == null ? null : DossierClock.local(instant).withNano(0);
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
