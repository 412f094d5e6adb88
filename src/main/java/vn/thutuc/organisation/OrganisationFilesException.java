package vn.thutuc.organisation;

import java.util.List;
import java.util.stream.Collectors;

/** The organisation's files cannot be used; names every problem found, not only the first. */
public class OrganisationFilesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FileProblem> problems;

  OrganisationFilesException(List<FileProblem> problems) {
    super(
        "The organisation files have %d problem(s):%n".formatted(problems.size())
            + problems.stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, by file and line. */
  public List<FileProblem> problems() {
    return problems;
  }
}
