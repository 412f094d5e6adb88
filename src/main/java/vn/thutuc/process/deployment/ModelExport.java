package vn.thutuc.process.deployment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import vn.thutuc.modelling.ModelIdentity.Kind;

/**
 * Writes what is in force as files in the layout of processes/ and forms/, so that a comparison
 * with the files of the release shows what people have changed.
 */
@Service
public class ModelExport {

  private final ModelsInForce inForce;

  ModelExport(ModelsInForce inForce) {
    this.inForce = inForce;
  }

  /**
   * Writes a zip, one file at a time.
   *
   * @return how many files
   */
  public int write(OutputStream out) throws IOException {
    Set<String> written = new HashSet<>();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Kind kind : List.of(Kind.FORM, Kind.DECISION, Kind.PROCESS)) {
        inForce.each(
            kind,
            version -> {
              String path = path(kind, version);
              // A table file may hold several decisions: each of them names the same file.
              if (written.add(path)) {
                put(zip, path, version.content());
              }
            });
      }
    }
    return written.size();
  }

  /** Where a version stands; versions of before had no folder. */
  private static String path(Kind kind, ModelsInForce.Version version) {
    String path = version.path();
    boolean below = path.startsWith("processes/") || path.startsWith("forms/");
    if (below && !path.contains("..")) {
      return path;
    }
    String base = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return (kind == Kind.FORM ? "forms/khac/" : "processes/khac/") + base;
  }

  private static void put(ZipOutputStream zip, String path, byte[] content) {
    try {
      ZipEntry entry = new ZipEntry(path);
      // The same content makes the same file.
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be written", e);
    }
  }
}
