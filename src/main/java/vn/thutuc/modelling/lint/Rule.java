package vn.thutuc.modelling.lint;

import vn.thutuc.modelling.Severity;

/**
 * One rule of the lint.
 *
 * @param <T> what it looks at
 */
public interface Rule<T extends Subject> {

  /** Stable code, which is the name of its page, too. */
  String code();

  /** Whether a finding refuses the model. */
  Severity severity();

  /** What it asks for, in one line. */
  String title();

  /** What kind of file it looks at. */
  Class<T> of();

  /** Looks at a file and notes what is wrong. */
  void check(T subject, Context context, Findings findings);

  /**
   * The check of a rule.
   *
   * @param <S> what it looks at
   */
  @FunctionalInterface
  interface Check<S> {
    /** Looks at a file and notes what is wrong. */
    void check(S subject, Context context, Findings findings);
  }

  /** A rule for process models that refuses. */
  static Rule<Subject.Process> model(String code, String title, Check<Model> check) {
    return new Plain<>(code, Severity.ERROR, title, Subject.Process.class, onModel(check));
  }

  /** A rule for process models that warns. */
  static Rule<Subject.Process> warning(String code, String title, Check<Model> check) {
    return new Plain<>(code, Severity.WARNING, title, Subject.Process.class, onModel(check));
  }

  /** A rule for forms. */
  static Rule<Subject.Form> form(String code, String title, Check<FormFile> check) {
    return new Plain<>(
        code,
        Severity.ERROR,
        title,
        Subject.Form.class,
        (subject, context, findings) -> check.check(subject.form(), context, findings));
  }

  /** A rule for any other kind of file. */
  static <S extends Subject> Rule<S> of(Class<S> kind, String code, String title, Check<S> check) {
    return new Plain<>(code, Severity.ERROR, title, kind, check);
  }

  private static Check<Subject.Process> onModel(Check<Model> check) {
    return (subject, context, findings) -> check.check(subject.model(), context, findings);
  }

  /** A rule as its parts. */
  record Plain<S extends Subject>(
      String code, Severity severity, String title, Class<S> of, Check<S> does) implements Rule<S> {
    @Override
    public void check(S subject, Context context, Findings findings) {
      does.check(subject, context, findings);
    }
  }
}
