package vn.thutuc.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models, forms and tables of a folder, or those that came with the program. */
final class ModelFolder {

  private static final String SHARED = "processes/shared/";

  private final Path folder;
  private final String root;

  private ModelFolder(Path folder, String root) {
    this.folder = folder;
    this.root = root;
  }

  /** A folder with processes/ and forms/; null means what came with the program. */
  static ModelFolder of(Path folder) {
    return folder == null
        ? new ModelFolder(null, "classpath:")
        : new ModelFolder(folder, "file:" + folder.toAbsolutePath().normalize() + "/");
  }

  /** The folder; null for what came with the program. */
  Path folder() {
    return folder;
  }

  /** What every model needs: forms, tables and shared processes. */
  Map<String, byte[]> common() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Stream.of("forms/**/*.form", "processes/**/*.dmn", SHARED + "*.bpmn")
        .flatMap(pattern -> found(pattern).stream())
        .forEach(file -> files.put(file.path(), file.content()));
    return files;
  }

  /** The shared processes. */
  List<ModelFile> shared() {
    return found(SHARED + "*.bpmn");
  }

  /** The models of procedures, by code. */
  List<ModelFile> procedures() {
    return found("processes/**/*.bpmn").stream()
        .filter(file -> file.code() != null)
        .sorted(Comparator.comparing(ModelFile::code))
        .toList();
  }

  /** The model of one procedure. */
  Optional<ModelFile> procedure(String code) {
    return found("processes/**/" + code + "-*.bpmn").stream().findFirst();
  }

  private List<ModelFile> found(String pattern) {
    try {
      return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(root + pattern))
          .map(ModelFolder::read)
          .sorted(Comparator.comparing(ModelFile::path))
          .toList();
    } catch (java.io.FileNotFoundException none) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("The models under " + root + " cannot be listed", e);
    }
  }

  private static ModelFile read(Resource resource) {
    try {
      String url = resource.getURL().toString();
      int start = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/")) + 1;
      return new ModelFile(url.substring(start), resource.getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** A single file, which may be a draft outside every folder. */
  static ModelFile read(Path file) {
    try {
      return new ModelFile("processes/" + file.getFileName(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** The folder with processes/ and forms/ around a file or folder, if it lies in one. */
  static Optional<Path> around(Path place) {
    for (Path at = place.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("processes/shared"))
          && Files.isDirectory(at.resolve("forms"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }
}
