package vn.thutuc.process.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.thutuc.modelling.ModelIdentity;

/** The files of processes/ and forms/ below a root. */
final class ModelFiles {

  private ModelFiles() {}

  /** One file; its path begins with processes/ or forms/. */
  record ModelFile(String path, byte[] content, String hash) {}

  /** Forms first, then tables, then shared processes, then procedures: each needs those before. */
  static List<ModelFile> all(String root) {
    return Stream.of("forms/**/*.form", "processes/**/*.dmn", "processes/**/*.bpmn")
        .flatMap(pattern -> Stream.of(list(root, pattern)))
        .map(ModelFiles::read)
        .sorted(Comparator.comparing(ModelFiles::rank).thenComparing(ModelFile::path))
        .toList();
  }

  static int countProcesses(String root) {
    return list(root, "processes/**/*.bpmn").length;
  }

  private static Resource[] list(String root, String pattern) {
    try {
      return new PathMatchingResourcePatternResolver().getResources(root + pattern);
    } catch (IOException e) {
      throw new UncheckedIOException("Models under " + root + " cannot be listed", e);
    }
  }

  private static int rank(ModelFile file) {
    if (file.path().startsWith("forms/")) {
      return 0;
    }
    if (file.path().endsWith(".dmn")) {
      return 1;
    }
    return file.path().startsWith("processes/shared/") ? 2 : 3;
  }

  private static ModelFile read(Resource resource) {
    try {
      String url = resource.getURL().toString();
      int start = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/")) + 1;
      byte[] content = resource.getContentAsByteArray();
      return new ModelFile(url.substring(start), content, ModelIdentity.sha256(content));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
