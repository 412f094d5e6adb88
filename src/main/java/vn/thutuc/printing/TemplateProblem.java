package vn.thutuc.printing;

/**
 * What is wrong with a template; in English, for operators, and without anything of a dossier.
 *
 * @param file name of the template's file
 * @param line line in the file; 0 when it is not known
 * @param what what is wrong and what to do
 */
public record TemplateProblem(String file, int line, String what) {

  @Override
  public String toString() {
    return file + (line == 0 ? "" : ":" + line) + ": " + what;
  }
}
