package vn.thutuc;

import java.util.Map;
import java.util.TreeMap;
import vn.thutuc.catalogue.intake.CatalogueCommand;
import vn.thutuc.clock.Now;
import vn.thutuc.command.DeadlineCommand;
import vn.thutuc.modelling.lint.ValidateCommand;
import vn.thutuc.modelling.scaffold.ScaffoldCommand;
import vn.thutuc.organisation.ProvinceInit;
import vn.thutuc.process.deployment.ModelsCommand;
import vn.thutuc.rehearsal.DecreeRehearsals;
import vn.thutuc.rehearsal.RehearseCommand;

/** The commands that need no server, by the word that names them. */
final class Commands {

  private static final int UNKNOWN = 2;

  private static final Map<String, Command> TABLE =
      new TreeMap<>(
          Map.of(
              "catalogue", Commands::catalogue,
              "deadline", args -> DeadlineCommand.run(args, System.in, System.out, System.err),
              "init", args -> ProvinceInit.run(args, System.out, System.err),
              "models", args -> ModelsCommand.run(args, System.out, System.err),
              "rehearse", args -> RehearseCommand.run(args, System.out, System.err),
              "scaffold", args -> ScaffoldCommand.run(args, System.out, System.err),
              "validate", args -> ValidateCommand.run(args, System.out, System.err)));

  private Commands() {}

  private interface Command {
    int run(String[] args);
  }

  /** Runs a command and says with which code to exit. */
  static int run(String name, String[] args) {
    Command command = TABLE.get(name);
    if (command == null) {
      System.err.printf(
          "Unknown command '%s'. Known: %s; each with --help. None starts the server.%n",
          name, String.join(", ", TABLE.keySet()));
      return UNKNOWN;
    }
    return command.run(args);
  }

  private static int catalogue(String[] args) {
    return CatalogueCommand.run(
        args, System.out, System.err, new Now().local().toLocalDate(), new DecreeRehearsals());
  }
}
