package vn.thutuc.rehearsal;

/**
 * A place where a walk chooses.
 *
 * @param what the form's field, or {@link #NEXT}
 * @param path calls that lead to the model, joined by slashes; empty in the procedure's own
 * @param process id of the model
 * @param element id of the element
 */
record Site(String what, String path, String process, String element) {

  /** What happens next: a task, a message, a timer. */
  static final String NEXT = "next";

  /** What two options of different places are told apart by. */
  String key(String option) {
    return what.equals(NEXT) ? option : place(path, element) + "." + what + "=" + option;
  }

  /** The calls that lead to an element and the element, joined by slashes. */
  static String place(String path, String element) {
    return path.isEmpty() ? element : path + "/" + element;
  }
}
