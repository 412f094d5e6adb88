package vn.thutuc.organisation;

/**
 * Something in the organisation's files that has to be put right; in English, for operators.
 *
 * @param file name of the file
 * @param line line in the file; 0 for the whole file
 * @param what what is wrong
 * @param remedy what to do
 */
public record FileProblem(String file, long line, String what, String remedy) {

  @Override
  public String toString() {
    return file + (line == 0 ? "" : ":" + line) + ": " + what + " -> " + remedy;
  }
}
