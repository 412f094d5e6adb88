package vn.thutuc.printing;

/** A template cannot be used; says in which file and line. */
public class BadTemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient TemplateProblem problem;

  /** About this problem. */
  public BadTemplateException(TemplateProblem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** What is wrong, and where. */
  public TemplateProblem problem() {
    return problem;
  }
}
