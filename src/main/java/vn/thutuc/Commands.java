package vn.thutuc;

import java.util.Map;
import vn.thutuc.catalogue.intake.CatalogueCommand;
import vn.thutuc.catalogue.intake.Rehearsals;
import vn.thutuc.clock.Now;
import vn.thutuc.command.DeadlineCommand;
import vn.thutuc.modelling.lint.ValidateCommand;
import vn.thutuc.organisation.ProvinceInit;

/** The commands that need no server, by the word that names them. */
final class Commands {

  private static final int UNKNOWN = 2;

  private static final Map<String, Command> TABLE =
      Map.of(
          "catalogue",
              args ->
                  CatalogueCommand.run(
                      args,
                      System.out,
                      System.err,
                      new Now().local().toLocalDate(),
                      Rehearsals.NONE),
          "validate", args -> ValidateCommand.run(args, System.out, System.err),
          "init", args -> ProvinceInit.run(args, System.out, System.err),
          "deadline", args -> DeadlineCommand.run(args, System.in, System.out, System.err));

  private Commands() {}

  private interface Command {
    int run(String[] args);
  }

  /** Runs a command and says with which code to exit. */
  static int run(String name, String[] args) {
    Command command = TABLE.get(name);
    if (command == null) {
      System.err.println(
          "Unknown command '"
              + name
              + "'. Known: catalogue --help; init --province <code>; deadline --help; validate --help; none starts the server.");
      return UNKNOWN;
    }
    return command.run(args);
  }
}
