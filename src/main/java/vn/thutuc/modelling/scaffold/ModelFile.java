package vn.thutuc.modelling.scaffold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.thutuc.catalogue.PlainWords;

/** Writes a model to its file, unless a person has edited what is there. */
final class ModelFile {

  private static final int SLUG = 60;

  /** What became of a model. */
  enum Fate {
    MADE,
    UNCHANGED,
    KEPT
  }

  private ModelFile() {}

  static Fate write(Path file, Scaffold scaffold) throws IOException {
    if (Files.exists(file)) {
      String there = Files.readString(file);
      if (!Mark.isUntouched(there)) {
        return Fate.KEPT;
      }
      if (Mark.madeFrom(there).filter(scaffold.madeFrom()::equals).isPresent()) {
        return Fate.UNCHANGED;
      }
    }
    String model = scaffold.model();
    Files.createDirectories(file.getParent());
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.write(temporary, model.getBytes(StandardCharsets.UTF_8));
    Files.move(
        temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return Fate.MADE;
  }

  /** The models below a folder by the code their names begin with, whatever their slugs are. */
  static Map<String, Path> byCode(Path folder) throws IOException {
    Map<String, Path> models = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.getFileName().toString().endsWith(".bpmn"))
            .sorted()
            .forEach(file -> models.putIfAbsent(code(file), file));
      }
    }
    return models;
  }

  /** What a file's name begins with. */
  static String code(Path file) {
    String name = file.getFileName().toString();
    return name.contains("-") ? name.substring(0, name.indexOf('-')) : name;
  }

  /** A title as part of a file name: whole words, lower case, without marks. */
  static String slug(String title) {
    StringBuilder slug = new StringBuilder();
    for (String word : PlainWords.of(title.replace('.', ' '))) {
      if (slug.length() + word.length() + 1 > SLUG) {
        break;
      }
      slug.append(slug.isEmpty() ? "" : "-").append(word);
    }
    return slug.isEmpty() ? "khong-ten" : slug.toString();
  }
}
