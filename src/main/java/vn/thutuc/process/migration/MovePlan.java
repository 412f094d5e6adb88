package vn.thutuc.process.migration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.migration.MigrationPlan;

/** How one version of a model is mapped onto another, and what is not. */
public final class MovePlan {

  private final Version source;
  private final Version target;
  private final List<Mapped> mapped;
  private final List<Unmapped> unmapped;
  private final Set<String> added;
  private final MigrationPlan engine;
  private final Map<String, String> targets;
  private final Map<String, Unmapped> reasons;

  MovePlan(
      Version source,
      Version target,
      List<Mapped> mapped,
      List<Unmapped> unmapped,
      Set<String> added,
      MigrationPlan engine) {
    this.source = source;
    this.target = target;
    this.mapped = List.copyOf(mapped);
    this.unmapped = List.copyOf(unmapped);
    this.added = Set.copyOf(added);
    this.engine = engine;
    this.targets = mapped.stream().collect(Collectors.toMap(Mapped::from, Mapped::to));
    this.reasons = unmapped.stream().collect(Collectors.toMap(Unmapped::id, Function.identity()));
  }

  /** A version of a model. */
  public record Version(String id, String key, String name, int version) {}

  /**
   * An element that is mapped.
   *
   * @param how SAME id, SUCCESSOR named in the new version, or ENTERED by the administrator
   */
  public record Mapped(String from, String to, String name, String kind, String how) {}

  /**
   * An element of the old version without a place in the new one.
   *
   * @param code MISSING, KIND, SCOPE or ENGINE
   * @param reason why, and what to do, in Vietnamese
   */
  public record Unmapped(String id, String name, String kind, String code, String reason) {}

  /** The version left. */
  public Version source() {
    return source;
  }

  /** The version moved to. */
  public Version target() {
    return target;
  }

  /** What maps. */
  public List<Mapped> mapped() {
    return mapped;
  }

  /** What does not: dossiers that stand there stay on the old version. */
  public List<Unmapped> unmapped() {
    return unmapped;
  }

  MigrationPlan engine() {
    return engine;
  }

  Optional<String> targetOf(String id) {
    return Optional.ofNullable(targets.get(id));
  }

  Optional<Unmapped> whyNot(String id) {
    return Optional.ofNullable(reasons.get(id));
  }

  /** Whether an element is new in the new version: nothing of the old one becomes it. */
  boolean isNew(String targetId) {
    return added.contains(targetId);
  }
}
