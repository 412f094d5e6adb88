package vn.thutuc.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a catalogue folder, for commands that read, compare and write them. */
public final class FactsFolder {

  private final Path folder;
  private final Snapshot snapshot;

  private FactsFolder(Path folder, Snapshot snapshot) {
    this.folder = folder;
    this.snapshot = snapshot;
  }

  /**
   * One file with a version of a procedure.
   *
   * @param file the file
   * @param procedure its facts as they stand there, without determinations
   */
  public record Version(Path file, Procedure procedure) {}

  /**
   * What a text says.
   *
   * @param procedure its facts; null when something is wrong
   * @param problems everything that is wrong
   */
  public record Parsed(Procedure procedure, List<CatalogueProblem> problems) {}

  /** Reads a folder; files that are wrong are left out and stand in {@link #problems}. */
  public static FactsFolder read(Path folder) {
    return new FactsFolder(folder, CatalogueFiles.at(folder));
  }

  /** Reads the text of one file. */
  public static Parsed parse(String place, String yaml) {
    List<CatalogueProblem> problems = new ArrayList<>();
    try {
      Section section = new Section(place, "", CatalogueFiles.YAML.readTree(yaml), problems);
      Procedure procedure = FactsReader.read(section);
      return new Parsed(problems.isEmpty() ? procedure : null, problems);
    } catch (JsonProcessingException broken) {
      problems.add(CatalogueFiles.broken(place, broken));
      return new Parsed(null, problems);
    }
  }

  /** Reads facts that have been taken apart and changed. */
  public static Parsed parse(String place, JsonNode yaml) {
    List<CatalogueProblem> problems = new ArrayList<>();
    Procedure procedure = FactsReader.read(new Section(place, "", yaml, problems));
    return new Parsed(problems.isEmpty() ? procedure : null, problems);
  }

  /** The facts as a tree that can be changed. */
  public static ObjectNode tree(Procedure procedure) {
    try {
      return (ObjectNode) CatalogueFiles.YAML.readTree(FactsWriter.write(procedure));
    } catch (JsonProcessingException itsOwnText) {
      throw new IllegalStateException(itsOwnText);
    }
  }

  /** Any YAML text as a tree. */
  public static JsonNode yaml(String text) throws JsonProcessingException {
    return CatalogueFiles.YAML.readTree(text);
  }

  /** Reads one file. */
  public static Parsed parse(Path file) throws IOException {
    return parse(
        String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
  }

  /** Every sound version, by code and first day. */
  public List<Version> versions() {
    return snapshot.versions().stream()
        .map(facts -> new Version(path(facts.place()), facts.procedure()))
        .toList();
  }

  /** The versions of one procedure, by first day. */
  public List<Version> versions(String code) {
    return versions().stream().filter(one -> one.procedure().code().equals(code)).toList();
  }

  /** The determination files' entries that apply to a procedure, whatever the day. */
  public List<Determination> determinations(String code) {
    return snapshot.determinations(code);
  }

  /** The table of agencies in the folder. */
  public Agencies agencies() {
    return snapshot.agencies();
  }

  /** Everything that is wrong with the files. */
  public List<CatalogueProblem> problems() {
    return snapshot.problems();
  }

  /** A place names the field folder and the file; a file at the top has its folder's own name. */
  private Path path(String place) {
    Path below = folder.resolve(place);
    return Optional.of(below)
        .filter(Files::exists)
        .orElseGet(() -> folder.resolve(place.substring(place.lastIndexOf('/') + 1)));
  }
}
