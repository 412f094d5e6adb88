package vn.thutuc.catalogue.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a plan, all or nothing, and rehearses it on a copy before. */
final class Applying {

  private static final String CATALOGUE = "processes";
  private static final String FORMS = "forms";
  private static final Pattern MODEL = Pattern.compile("(\\d\\.\\d{6})-.*\\.bpmn");

  private final Path folder;
  private final Decree.Plan plan;

  Applying(Path folder, Decree.Plan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /** Rehearses every procedure of the plan that has a model; by code. */
  Map<String, RehearsalOf.Outcome> rehearse(Rehearsals rehearsals) throws IOException {
    Map<String, RehearsalOf.Outcome> outcomes = new LinkedHashMap<>();
    Path root = Files.createTempDirectory("thutuc-catalogue-");
    try {
      List<String> models = copyTo(root.resolve(CATALOGUE));
      copyForms(root.resolve(FORMS));
      try (RehearsalOf rehearsal = rehearsals.open(root, plan.from())) {
        for (Decree.Planned one : plan.planned()) {
          outcomes.put(
              one.code(),
              models.contains(one.code())
                  ? rehearsal.rehearse(one.code())
                  : new RehearsalOf.Outcome(RehearsalOf.Verdict.NO_MODEL, ""));
        }
      }
    } finally {
      delete(root);
    }
    return outcomes;
  }

  private List<String> copyTo(Path copy) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = copy.resolve(folder.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    for (Map.Entry<Path, String> write : plan.writes().entrySet()) {
      Files.writeString(
          copy.resolve(folder.relativize(write.getKey()).toString()), write.getValue());
    }
    return files.stream()
        .map(file -> MODEL.matcher(String.valueOf(file.getFileName())))
        .filter(name -> name.matches())
        .map(name -> name.group(1))
        .toList();
  }

  /** The forms beside the catalogue, without which no model can be walked. */
  private void copyForms(Path target) throws IOException {
    Path forms = folder.toAbsolutePath().resolveSibling(FORMS);
    if (!Files.isDirectory(forms)) {
      return;
    }
    try (Stream<Path> all = Files.walk(forms)) {
      for (Path form : all.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(forms.relativize(form).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(form, copy);
      }
    }
  }

  private static void delete(Path copy) throws IOException {
    try (Stream<Path> all = Files.walk(copy)) {
      for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Writes every file, or puts back what was there. */
  void write() throws IOException {
    Map<Path, String> before = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, String> write : plan.writes().entrySet()) {
        Path file = write.getKey();
        before.put(file, Files.exists(file) ? Files.readString(file) : null);
        Files.writeString(file, write.getValue(), StandardCharsets.UTF_8);
      }
    } catch (IOException failed) {
      for (Map.Entry<Path, String> one : before.entrySet()) {
        if (one.getValue() == null) {
          Files.deleteIfExists(one.getKey());
        } else {
          Files.writeString(one.getKey(), one.getValue(), StandardCharsets.UTF_8);
        }
      }
      throw failed;
    }
  }
}
