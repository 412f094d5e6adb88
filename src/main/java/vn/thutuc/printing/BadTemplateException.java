package vn.thutuc.printing;

/** A template cannot be used; says in which file and line. */
class BadTemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient TemplateProblem problem;

  BadTemplateException(TemplateProblem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  TemplateProblem problem() {
    return problem;
  }
}
