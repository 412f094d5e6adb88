package vn.thutuc.modelling.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Model, table and form files by name; read when they are asked for, for a thousand models parsed
 * do not fit into a small machine's memory.
 */
final class Files {

  private static final Set<String> SKIPPED = Set.of("target", "node_modules");

  /** Reads a file. */
  private interface Content {
    byte[] read() throws IOException;
  }

  private final Map<String, Content> contents = new TreeMap<>();
  private final Map<String, String> byBase = new TreeMap<>();

  /** Files and everything below folders. */
  static Files of(List<Path> paths) throws IOException {
    Files files = new Files();
    for (Path path : paths) {
      if (java.nio.file.Files.isDirectory(path)) {
        below(path).forEach(files::add);
      } else {
        files.add(path);
      }
    }
    return files;
  }

  /** What travels in the jar. */
  static Files ofTheJar() throws IOException {
    Files files = new Files();
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    for (String pattern : List.of("forms/**/*.form", "processes/**/*.dmn", "processes/**/*.bpmn")) {
      for (Resource resource : resolver.getResources("classpath:" + pattern)) {
        String url = resource.getURL().toString();
        int start = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/")) + 1;
        files.add(url.substring(start), resource::getContentAsByteArray);
      }
    }
    return files;
  }

  private static List<Path> below(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    java.nio.file.Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
            String name = at.getFileName() == null ? "" : at.getFileName().toString();
            boolean skip =
                !at.equals(folder)
                    && (SKIPPED.contains(name) || name.startsWith(".") && name.length() > 2);
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return found.stream().sorted().toList();
  }

  private void add(Path path) {
    add(path.toString().replace('\\', '/'), () -> java.nio.file.Files.readAllBytes(path));
  }

  private void add(String name, Content content) {
    contents.put(name, content);
    byBase.putIfAbsent(name.substring(name.lastIndexOf('/') + 1), name);
  }

  List<String> names() {
    return List.copyOf(contents.keySet());
  }

  boolean has(String name) {
    return contents.containsKey(name);
  }

  byte[] content(String name) {
    try {
      return contents.get(name).read();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** The file a process of this id stands in, by the names files must have. */
  Optional<String> ofProcess(String id) {
    if (!id.startsWith(Model.PROCEDURE)) {
      return Optional.ofNullable(byBase.get(id + ".bpmn"));
    }
    String code = id.substring(Model.PROCEDURE.length()) + "-";
    return byBase.entrySet().stream()
        .filter(base -> base.getKey().startsWith(code) && base.getKey().endsWith(".bpmn"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  Optional<String> ofForm(String id) {
    return Optional.ofNullable(byBase.get(id + ".form"));
  }

  /** Whether a file's text holds the words. */
  boolean mentions(String name, byte[] words) {
    byte[] text = content(name);
    for (int i = 0; i + words.length <= text.length; i++) {
      if (text[i] == words[0] && Arrays.equals(text, i, i + words.length, words, 0, words.length)) {
        return true;
      }
    }
    return false;
  }
}
