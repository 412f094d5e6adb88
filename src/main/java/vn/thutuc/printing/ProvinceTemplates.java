package vn.thutuc.printing;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Templates of a province's own, which stand before the shipped ones of the same name. */
public final class ProvinceTemplates {

  private ProvinceTemplates() {}

  /**
   * The folder of a province's own templates.
   *
   * @param setting name of the setting, for the message
   * @param named folder the setting names; blank for none
   * @param organisation where the province's organisation files are; a folder beside them is taken
   *     when the setting names none
   * @param beside name of that folder
   * @return null when the province has none
   * @throws IllegalArgumentException when the setting names what is no folder
   */
  public static Path folder(String setting, String named, String organisation, String beside) {
    if (!named.isBlank()) {
      Path folder = Path.of(named);
      if (!Files.isDirectory(folder)) {
        throw new IllegalArgumentException(
            setting + " names no folder: " + folder.toAbsolutePath());
      }
      return folder;
    }
    if (organisation.isBlank() || organisation.startsWith("classpath")) {
      return null;
    }
    Path folder = Path.of(organisation.replaceFirst("^file:", ""), beside);
    return Files.isDirectory(folder) ? folder : null;
  }

  /**
   * Finds a template in a province's folder before the shipped one.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static TemplateLoader over(Path folder, TemplateLoader shipped) {
    try {
      return new MultiTemplateLoader(
          new TemplateLoader[] {new FileTemplateLoader(folder.toFile()), shipped});
    } catch (IOException e) {
      throw new UncheckedIOException("The templates in " + folder + " cannot be read", e);
    }
  }
}
