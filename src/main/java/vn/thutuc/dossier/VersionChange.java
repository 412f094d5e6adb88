package vn.thutuc.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.Transition;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Organisation;

/**
 * Lets one open dossier go over to a later version of its procedure's facts, where that version
 * allows it and a leader approves. Otherwise a dossier keeps the version of its reception.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class VersionChange {

  private final Dossiers dossiers;
  private final Catalogue catalogue;
  private final Terms terms;
  private final DossierVisibility visibility;
  private final CurrentActor actor;
  private final Organisation organisation;
  private final Journal journal;
  private final Reissue reissue;
  private final ProcedureEngine engine;
  private final Now now;

  VersionChange(
      Dossiers dossiers,
      Catalogue catalogue,
      Terms terms,
      DossierVisibility visibility,
      CurrentActor actor,
      Organisation organisation,
      Journal journal,
      Reissue reissue,
      ProcedureEngine engine,
      Now now) {
    this.dossiers = dossiers;
    this.catalogue = catalogue;
    this.terms = terms;
    this.visibility = visibility;
    this.actor = actor;
    this.organisation = organisation;
    this.journal = journal;
    this.reissue = reissue;
    this.engine = engine;
    this.now = now;
  }

  /**
   * A leader of the competent unit approves that a dossier follows the version in force from a day.
   * Running phases take its terms, counted from where they began; the appointment given stays
   * unless the end became later.
   *
   * @param from first day of that version
   * @param ground why; required
   */
  public void approve(String number, LocalDate from, String ground) {
    Dossier dossier =
        dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
    visibility.requireWork(dossier);
    Texts.required("ground", "Căn cứ chuyển sang quy định mới", ground);
    Texts.fits("ground", "Căn cứ chuyển sang quy định mới", ground, Texts.REASON);
    requireLeader(dossier);
    Procedure held = terms.procedure(dossier);
    Procedure next = next(dossier, held, from);
    dossier.reception().holdTo(from);
    List<String> changed = new ArrayList<>();
    for (PhaseRun run : dossier.phases()) {
      Phase phase = next.phase(run.phase()).orElseThrow();
      String before = String.valueOf(run.term());
      if (run.isRunning() && run.take(terms.of(dossier, phase))) {
        changed.add("%s: %s → %s".formatted(run.phase(), before, run.term()));
      }
    }
    journal.write(
        dossier,
        JournalEvent.FACTS_CHANGED,
        ground,
        Map.of(
            "from", from.toString(),
            "version", next.version(),
            "heldBefore", held.version(),
            "terms", String.join("; ", changed)));
    dossiers.saveAndFlush(dossier);
    reissue.ifLater(dossier, ground);
    dossiers.saveAndFlush(dossier);
    engine.rederive(number);
  }

  private Procedure next(Dossier dossier, Procedure held, LocalDate from) {
    String number = dossier.number();
    if (!dossier.isOpen()) {
      throw refused("Hồ sơ %s đã kết thúc nên giữ quy định cũ.".formatted(number));
    }
    if (from == null || from.isAfter(now.local().toLocalDate())) {
      throw refused("Quy định mới chưa có hiệu lực. Hãy ghi ngày đã có hiệu lực.");
    }
    Procedure next =
        catalogue
            .find(dossier.procedureCode(), from.atStartOfDay())
            .filter(one -> from.equals(one.effective().from()))
            .orElseThrow(
                () ->
                    refused(
                        "Thủ tục %s không có bản nào có hiệu lực từ %s."
                            .formatted(dossier.procedureCode(), from)));
    LocalDate heldFrom = held.effective().from();
    if (heldFrom != null && !from.isAfter(heldFrom)) {
      throw refused("Hồ sơ %s đã theo bản này hoặc bản mới hơn.".formatted(number));
    }
    if (next.transition() != Transition.CHANGE_WITH_APPROVAL) {
      throw refused(
          "Bản có hiệu lực từ %s không cho hồ sơ đang giải quyết chuyển sang.".formatted(from));
    }
    List<String> missing =
        held.phases().stream().map(Phase::id).filter(phase -> next.phase(phase).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw refused(
          "Bản mới không có giai đoạn %s mà hồ sơ %s cần. Hãy chuyển quy trình của hồ sơ trước."
              .formatted(String.join(", ", missing), number));
    }
    return next;
  }

  private static DossierProblem refused(String why) {
    return DossierProblem.conflict("version-change-refused", why);
  }

  private void requireLeader(Dossier dossier) {
    String person = actor.get().personId();
    String unit = dossier.units().competent();
    if (!organisation.holds(person, unit, "leader", now.local().toLocalDate())) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "leader-decides",
          null,
          "Chỉ lãnh đạo của đơn vị giải quyết được quyết định việc này.");
    }
  }
}
