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
    Path copy = Files.createTempDirectory("thutuc-catalogue-");
    try {
      List<String> models = copyTo(copy);
      try (RehearsalOf rehearsal = rehearsals.open(copy, plan.from())) {
        for (Decree.Planned one : plan.planned()) {
          outcomes.put(
              one.code(),
              models.contains(one.code())
                  ? rehearsal.rehearse(one.code())
                  : new RehearsalOf.Outcome(RehearsalOf.Verdict.NO_MODEL, ""));
        }
      }
    } finally {
      delete(copy);
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
