package vn.thutuc.clock;

/**
 * The same words in two languages.
 *
 * @param vietnamese for officers and applicants
 * @param english for those who maintain the models
 */
record Phrase(String vietnamese, String english) {

  Phrase then(Phrase next) {
    return new Phrase(vietnamese + next.vietnamese, english + next.english);
  }
}
