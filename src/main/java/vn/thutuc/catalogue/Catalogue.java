package vn.thutuc.catalogue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The procedures as dated facts, with the province's determinations laid over them and the defaults
 * of the house beneath.
 */
public class Catalogue {

  private final ResourcePatternResolver resolver;
  private final String root;
  private volatile Snapshot snapshot;

  /**
   * Reads every YAML file below a root. Files that are wrong are left out and listed in {@link
   * #problems}.
   *
   * @param resolver finds the files
   * @param root a Spring location, e.g. {@code classpath:processes/} or {@code file:processes/}
   */
  public Catalogue(ResourcePatternResolver resolver, String root) {
    this.resolver = resolver;
    this.root = root;
    reload();
  }

  /** The catalogue below a folder. */
  public static Catalogue of(Path folder) {
    return new Catalogue(
        new PathMatchingResourcePatternResolver(), "file:" + folder.toAbsolutePath() + "/");
  }

  /** Reads the files again; whoever asks meanwhile is answered from the files read before. */
  public final void reload() {
    snapshot = CatalogueFiles.read(resolver, root);
  }

  /**
   * The version of a procedure in force for a dossier.
   *
   * @param code national code
   * @param effectiveInstant effective instant of the dossier's reception
   * @return empty when there is no such procedure or none was in force on that day
   */
  public Optional<Procedure> find(String code, LocalDateTime effectiveInstant) {
    return snapshot.find(code, effectiveInstant.toLocalDate());
  }

  /**
   * Every version of a procedure the files have, whatever its days, without determinations; a model
   * may be drawn for a version that is not in force yet.
   *
   * @param code national code
   */
  public List<Procedure> versions(String code) {
    return snapshot.versions(code);
  }

  /**
   * Procedures whose code begins with the query or whose titles or field have all its words, marks
   * over letters left aside; those whose short title has the query as it stands come first, the
   * shortest before.
   *
   * @param query blank finds every procedure
   */
  public List<ProcedureSummary> search(String query) {
    List<String> words = PlainWords.of(query);
    String phrase = String.join(" ", words);
    return snapshot.searchable().stream()
        .filter(one -> one.isHit(phrase, words))
        .sorted(Comparator.comparing(one -> one.rank(phrase)))
        .map(one -> one.procedure().summary())
        .toList();
  }

  /**
   * The term of a phase for one dossier: the province's determination where there is one, else what
   * the text gives; among several the one with the most conditions.
   *
   * @param procedure as {@link #find} gave it
   * @param phaseId id of the phase
   * @param channel channel of the dossier
   * @param caseCode chosen case; null when the procedure has no cases
   * @param area area class; null when the procedure has none
   * @return never null; an unknown term says why it is unknown
   * @throws IllegalArgumentException when the procedure has no such phase
   */
  public TermFact term(
      Procedure procedure, String phaseId, Channel channel, String caseCode, String area) {
    return Terms.of(procedure, phaseId, channel, caseCode, area);
  }

  /**
   * How long somebody may take to answer: the procedure's own text, else the default of the house
   * for the ground of the same name, else unknown.
   *
   * @param windowId id of the window, e.g. {@code supplement}
   */
  public TermFact window(Procedure procedure, String windowId) {
    return Pauses.window(procedure, snapshot.defaults(), windowId);
  }

  /**
   * What a pause on a ground does to the clock of this procedure.
   *
   * @param ground {@code SUPPLEMENT}, {@code FINANCIAL_OBLIGATION} ...
   * @throws IllegalArgumentException when the defaults of the house have no such ground
   */
  public PauseRule pauseRule(Procedure procedure, String ground) {
    return Pauses.rule(procedure, snapshot.defaults(), ground);
  }

  /** The table of agencies beside the procedures. */
  public Agencies agencies() {
    return snapshot.agencies();
  }

  /** The latest version of every procedure, by code. */
  public List<Procedure> latest() {
    return snapshot.searchable().stream().map(Snapshot.Searchable::procedure).toList();
  }

  /** Everything that is wrong with the files, by file. */
  public List<CatalogueProblem> problems() {
    return snapshot.problems();
  }
}
