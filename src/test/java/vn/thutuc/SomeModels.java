package vn.thutuc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The few procedures the tests of the house tell stories about, with everything all share, in a
 * folder of their own: a house with all of them would take a minute to open and shows nothing more.
 * {@link vn.thutuc.process.deployment.AllModelsTests} opens one with all.
 */
public final class SomeModels {

  /** One for each JVM: tests run in two side by side, and each makes it anew. */
  private static final Path FOLDER =
      Path.of("target", "some-models-" + ProcessHandle.current().pid()).toAbsolutePath();

  private static boolean isThere;

  private SomeModels() {}

  /** Folder with {@code processes/} and {@code forms/}, made anew in each run. */
  public static synchronized Path folder() {
    if (!isThere) {
      try {
        FileSystemUtils.deleteRecursively(FOLDER);
        FileSystemUtils.copyRecursively(Path.of("forms"), FOLDER.resolve("forms"));
        copy(codes());
      } catch (IOException e) {
        throw new UncheckedIOException("The tests' models cannot be copied", e);
      }
      isThere = true;
    }
    return FOLDER;
  }

  /** Codes of the procedures. */
  public static Set<String> codes() {
    try {
      return new TreeSet<>(
          Files.readAllLines(
              Path.of("src/test/resources/some-models.txt"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The list of the tests' procedures cannot be read", e);
    }
  }

  private static void copy(Set<String> codes) throws IOException {
    Path from = Path.of("processes");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path below = from.relativize(file);
        boolean isShared = below.getNameCount() == 1 || below.startsWith("shared");
        String name = file.getFileName().toString();
        if (isShared || codes.stream().anyMatch(code -> name.startsWith(code + "-"))) {
          Path to = FOLDER.resolve("processes").resolve(below.toString());
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
  }
}
