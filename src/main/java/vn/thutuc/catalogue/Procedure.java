package vn.thutuc.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A procedure as facts, in the version in force at one instant. Lists and maps are never null and
 * cannot be changed.
 *
 * @param code national code, e.g. {@code 1.000028}
 * @param title full title of the national list, in Vietnamese
 * @param shortTitle the title a desk uses, in Vietnamese
 * @param field field of the national list, in Vietnamese
 * @param levels levels of administration of the list
 * @param settled where it is settled
 * @param settledBy the body outside that settles it, in Vietnamese; null when it is settled here or
 *     nobody has written it down
 * @param decision number of the decision that published it
 * @param effective the days this version is in force
 * @param transition what open dossiers do when this version comes into force
 * @param competent key of the unit that settles it where {@code competences} do not say otherwise;
 *     {@code ubnd-xa} means the commune chosen at reception; null while the agency is not
 *     determined, then no dossier can be received
 * @param competences units that settle it by case, area class or another criterion; empty when
 *     there is only {@code competent}
 * @param bodies other bodies of the house taking part: place of the models to key of the unit
 * @param outside bodies outside the house taking part: place to its Vietnamese name; an officer
 *     records what they answer
 * @param cases cases the desk chooses from; empty when there is one
 * @param areas area classes the terms depend on; empty when they depend on none
 * @param channels channels it can be submitted through
 * @param returnMethods ways the result can be returned
 * @param phases its time, in order; the whole ends with the last of the house's own phases
 * @param windows how long people outside may take to answer, as far as the text says
 * @param supplement how a supplement is asked for; null when the text says nothing
 * @param papers papers of the dossier
 * @param fees fees and charges as far as the text says; empty when it says nothing
 * @param results kinds of result
 * @param originalsWantedFrom channels whose dossiers hold copies or scans, so that the originals
 *     have to be handed over before the result is given; empty when none
 * @param silence what the agency's own silence means
 * @param silenceArticle the article behind a silence that is not {@code NONE}; null otherwise
 * @param quick whether it is settled while the applicant waits, without an appointment
 * @param retention how long the dossier is kept; null when nothing is recorded
 * @param stages what is done between acceptance and result; empty when nobody has read the steps
 * @param after what is done once the result is there, beside its return; empty when nothing is
 * @param rules what the text says that no step does by itself, told at the steps; empty when nobody
 *     has written any down
 * @param approvedSteps the province's approved internal steps; null when none are approved
 * @param notes what was not verified or does not fit the form, in Vietnamese
 * @param imported says that an import wrote the file; null when a person wrote it
 * @param determinations determinations of the province that apply at that instant
 * @param version short hash of the facts and of these determinations; changes when either does
 */
public record Procedure(
    String code,
    String title,
    String shortTitle,
    String field,
    List<Level> levels,
    Settled settled,
    String settledBy,
    String decision,
    Effective effective,
    Transition transition,
    String competent,
    List<Competence> competences,
    Map<String, String> bodies,
    Map<String, String> outside,
    List<Choice> cases,
    List<Choice> areas,
    List<Channel> channels,
    List<ReturnMethod> returnMethods,
    List<Phase> phases,
    List<Window> windows,
    Supplement supplement,
    List<Paper> papers,
    List<Fee> fees,
    List<ResultKind> results,
    List<Channel> originalsWantedFrom,
    Silence silence,
    String silenceArticle,
    boolean quick,
    Retention retention,
    List<Stage> stages,
    List<Stage> after,
    List<Rule> rules,
    ApprovedSteps approvedSteps,
    List<String> notes,
    Imported imported,
    List<Determination> determinations,
    String version) {

  /** The phase with this id; empty when the procedure has none. */
  public Optional<Phase> phase(String id) {
    return phases.stream().filter(phase -> phase.id().equals(id)).findFirst();
  }

  /**
   * Phases of the check of papers, which end when the complete dossier is accepted: those from
   * reception that are neither the whole time nor the time of a stage, which run on.
   */
  public List<Phase> phasesOfTheCheck() {
    List<String> ofStages = allStages().stream().map(Stage::phase).toList();
    return phases.stream()
        .filter(phase -> phase.starts() == PhaseStart.RECEPTION)
        .filter(phase -> !phase.isWhole() && !ofStages.contains(phase.id()))
        .toList();
  }

  /** The window with this id as the procedure's own text gives it; empty when it gives none. */
  public Optional<Window> window(String id) {
    return windows.stream().filter(window -> window.id().equals(id)).findFirst();
  }

  /** The kind of result with this key; empty when the procedure has none. */
  public Optional<ResultKind> result(String key) {
    return results.stream().filter(result -> result.key().equals(key)).findFirst();
  }

  /**
   * The units that settle a dossier of this case and area class: those of the narrowest criterion
   * that applies, else {@code competent}. Several mean that the desk chooses by a criterion that is
   * no fact of the dossier; none that the agency is not determined.
   *
   * @param caseCode chosen case; null when the procedure has none
   * @param area area class; null when the procedure has none
   */
  public List<Competence> competent(String caseCode, String area) {
    return Competences.of(this, caseCode, area);
  }

  /** Every unit key that may settle it, each once; empty while the agency is not determined. */
  public List<String> competentKeys() {
    return Stream.concat(competences.stream().map(Competence::unit), Stream.ofNullable(competent))
        .distinct()
        .toList();
  }

  /** Whether somebody has determined who settles it; until then no dossier can be received. */
  public boolean isAgencyKnown() {
    return !competentKeys().isEmpty();
  }

  /** All stages, those inside groups included, in order; those after the result come last. */
  public List<Stage> allStages() {
    List<Stage> all = new ArrayList<>(StagesReader.all(stages));
    all.addAll(StagesReader.all(after));
    return List.copyOf(all);
  }

  /** The rules told at a step of the frame or a stage, in their order. */
  public List<Rule> rulesAt(String step) {
    return rules.stream().filter(rule -> rule.at().equals(step)).toList();
  }

  /** Whether a dossier of this channel is returned only against the originals. */
  public boolean originalsAtReturn(Channel channel) {
    return originalsWantedFrom.contains(channel);
  }

  /** What a list of hits shows of it. */
  public ProcedureSummary summary() {
    return new ProcedureSummary(code, title, shortTitle, field, levels, settled);
  }

  Procedure with(List<Determination> applying, String itsVersion) {
    return new Procedure(
        code,
        title,
        shortTitle,
        field,
        levels,
        settled,
        settledBy,
        decision,
        effective,
        transition,
        competent,
        competences,
        bodies,
        outside,
        cases,
        areas,
        channels,
        returnMethods,
        phases,
        windows,
        supplement,
        papers,
        fees,
        results,
        originalsWantedFrom,
        silence,
        silenceArticle,
        quick,
        retention,
        stages,
        after,
        rules,
        approvedSteps,
        notes,
        imported,
        List.copyOf(applying),
        itsVersion);
  }
}
