package vn.thutuc.modelling.lint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.modelling.Finding;
import vn.thutuc.modelling.Verbs;

/**
 * Files under check with what stands beside them: the folders {@code processes} and {@code forms}
 * of the working directory, or those in the jar where there are none.
 */
public final class Folder implements Context {

  private final Verbs verbs = Verbs.documented();
  private final Files given;
  private final Files around;
  private final Files before;
  private final CompletableFuture<List<Catalogue>> catalogues;
  private final Map<String, Optional<Model>> processes = new ConcurrentHashMap<>();
  private final Map<String, Optional<FormFile>> forms = new ConcurrentHashMap<>();

  private Folder(
      Files given, Files around, Files before, CompletableFuture<List<Catalogue>> catalogues) {
    this.given = given;
    this.around = around;
    this.before = before;
    this.catalogues = catalogues;
  }

  /**
   * The files below the paths.
   *
   * @param paths folders and files; empty for {@code processes} and {@code forms}
   * @param against a folder with the versions in force; null when nothing is compared
   */
  public static Folder of(List<Path> paths, Path against) throws IOException {
    List<Path> house =
        Stream.of(Path.of("processes"), Path.of("forms"))
            .filter(java.nio.file.Files::isDirectory)
            .toList();
    Files around = house.isEmpty() ? Files.ofTheJar() : Files.of(house);
    Files given = paths.isEmpty() ? around : Files.of(paths);
    Files before = against == null ? Files.of(List.of()) : Files.of(List.of(against));
    // The facts are read while the first models are.
    return new Folder(
        given, around, before, CompletableFuture.supplyAsync(() -> catalogues(paths, house)));
  }

  /** Facts beside the files first, then those of the house. */
  private static List<Catalogue> catalogues(List<Path> paths, List<Path> house) {
    List<Catalogue> catalogues = new ArrayList<>();
    paths.stream()
        .map(
            path ->
                java.nio.file.Files.isDirectory(path) ? path : path.toAbsolutePath().getParent())
        .distinct()
        .forEach(folder -> catalogues.add(Catalogue.of(folder)));
    catalogues.add(
        house.contains(Path.of("processes"))
            ? Catalogue.of(Path.of("processes"))
            : new Catalogue(new PathMatchingResourcePatternResolver(), "classpath:processes/"));
    return catalogues;
  }

  /** Checks every file; the findings stand in the order of the files' names. */
  public List<Finding> check() {
    Lint lint = new Lint();
    return given.names().parallelStream()
        .flatMap(
            name ->
                Lint.read(name, given.content(name)).stream()
                    .flatMap(subject -> lint.check(subject, this).stream()))
        .toList();
  }

  /** How many files are models, tables or forms. */
  public long size() {
    return given.names().stream().filter(name -> name.matches("(?i).*\\.(bpmn|dmn|form)")).count();
  }

  @Override
  public Verbs verbs() {
    return verbs;
  }

  @Override
  public boolean hasForm(String id) {
    return given.ofForm(id).isPresent() || around.ofForm(id).isPresent();
  }

  @Override
  public Optional<FormFile> form(String id) {
    return id.isBlank()
        ? Optional.empty()
        : forms.computeIfAbsent(
            id,
            its ->
                given
                    .ofForm(its)
                    .map(name -> form(given, name))
                    .orElseGet(() -> around.ofForm(its).flatMap(name -> form(around, name))));
  }

  private static Optional<FormFile> form(Files files, String name) {
    return Lint.read(name, files.content(name))
        .map(subject -> subject instanceof Subject.Form form ? form.form() : null);
  }

  @Override
  public Optional<Model> process(String id) {
    return processes.computeIfAbsent(
        id,
        its ->
            given
                .ofProcess(its)
                .map(name -> model(given, name))
                .orElseGet(() -> around.ofProcess(its).flatMap(name -> model(around, name))));
  }

  private static Optional<Model> model(Files files, String name) {
    return Lint.read(name, files.content(name))
        .map(subject -> subject instanceof Subject.Process process ? process.model() : null);
  }

  @Override
  public List<Procedure> facts(String code) {
    return catalogues.join().stream()
        .map(catalogue -> catalogue.versions(code))
        .filter(versions -> !versions.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  @Override
  public Optional<Model> before(String id) {
    return before.ofProcess(id).flatMap(name -> model(before, name));
  }

  @Override
  public Optional<FormFile> formBefore(String id) {
    return before.ofForm(id).flatMap(name -> form(before, name));
  }

  @Override
  public Stream<Model> others(String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    return Stream.of(before, around)
        .flatMap(
            files ->
                files.names().stream()
                    .filter(name -> name.endsWith(".bpmn") && !isGiven(name))
                    .filter(name -> files == before || !before.has(name))
                    .filter(name -> files.mentions(name, bytes))
                    .flatMap(name -> model(files, name).stream()));
  }

  private boolean isGiven(String name) {
    String base = name.substring(name.lastIndexOf('/') + 1);
    return given.names().stream().anyMatch(one -> one.equals(base) || one.endsWith("/" + base));
  }
}
