package vn.thutuc.catalogue;

/**
 * Something in a catalogue file that has to be put right. The texts are Vietnamese: designers and
 * administrators read them.
 *
 * @param file the file, relative to the root of the catalogue
 * @param key where in the file, e.g. {@code phases[0].terms[1].term}; empty for the whole file
 * @param what what is wrong
 * @param remedy what to do
 */
public record CatalogueProblem(String file, String key, String what, String remedy) {

  @Override
  public String toString() {
    return file + (key.isEmpty() ? "" : " [" + key + "]") + ": " + what + " → " + remedy;
  }
}
