package vn.thutuc.modelling.lint;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.thutuc.modelling.Finding;

/** The command {@code validate}: checks models, tables and forms by the rules of the house. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Checks models, tables and forms by the rules that also stand before every deployment.",
      "Without a path: processes and forms in the working directory, or those in the program."
    },
    footer = {
      "",
      "Exit code: 0 without errors (warnings are allowed), 1 with errors, 2 for wrong use.",
      "Each rule has a page: docs/designer/lint/<rule>.md"
    })
public final class ValidateCommand implements Callable<Integer> {

  /** No errors. */
  public static final int CLEAN = 0;

  /** At least one error. */
  public static final int FINDINGS = 1;

  /** The options or files cannot be used. */
  public static final int WRONG_USE = 2;

  /** How findings are written. */
  enum Format {
    text,
    json,
    sarif
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "folders and files to check", arity = "0..*")
  private List<Path> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), json or sarif (2.1.0)")
  private Format format = Format.text;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "folder with the versions in force: ids, contracts and forms must go on")
  private Path against;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "write the report there instead of to the screen")
  private Path output;

  private ValidateCommand() {}

  /** Runs the command and says with which code to exit. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return new CommandLine(new ValidateCommand())
        .setOut(writer(out))
        .setErr(writer(err))
        .execute(args);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  @Override
  public Integer call() throws IOException {
    for (Path path : paths) {
      require(java.nio.file.Files.exists(path), path + " does not exist");
    }
    require(against == null || java.nio.file.Files.isDirectory(against), against + " is no folder");
    Folder folder = Folder.of(paths, against);
    require(folder.size() > 0, "There is no model, table or form in the paths given");
    List<Finding> findings = folder.check();
    Report report = new Report(folder.size(), findings);
    String text =
        switch (format) {
          case text -> report.text();
          case json -> report.json();
          case sarif -> report.sarif();
        };
    if (output == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      java.nio.file.Files.writeString(output, text);
    }
    return findings.stream().anyMatch(Finding::isError) ? FINDINGS : CLEAN;
  }

  private void require(boolean met, String otherwise) {
    if (!met) {
      throw new CommandLine.ParameterException(spec.commandLine(), otherwise + ".");
    }
  }
}
