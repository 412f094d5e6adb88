package vn.thutuc.process.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models export}: asks a running server for what is in force and writes it to a folder. */
public final class ModelsCommand {

  private static final String PASSWORD = "THUTUC_PASSWORD";

  private ModelsCommand() {}

  /**
   * Runs the command.
   *
   * @return 0 when done, 1 when the server refused or cannot be reached, 2 for wrong use
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return new CommandLine(new Root())
        .addSubcommand("export", new Export(out, err))
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .execute(args);
  }

  @Command(
      name = "models",
      mixinStandardHelpOptions = true,
      description = "Models in force on a running server.")
  private static final class Root implements Callable<Integer> {

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
      spec.commandLine().usage(spec.commandLine().getErr());
      return CommandLine.ExitCode.USAGE;
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Writes what is in force to a folder in the layout of processes/ and forms/,",
        "so that 'git diff' shows what people have changed.",
        "The password is read from the environment variable " + PASSWORD + "."
      })
  private static final class Export implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder to write to.")
    private Path folder;

    @Option(names = "--server", defaultValue = "http://localhost:8080", description = "Address.")
    private URI server;

    @Option(
        names = "--user",
        required = true,
        description = "Login name of an administrator or designer.")
    private String user;

    private Export(PrintStream out, PrintStream err) {
      this.out = out;
      this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
      String password = System.getProperty("thutuc.password", System.getenv(PASSWORD));
      if (password == null) {
        err.println(
            "Set the environment variable " + PASSWORD + " to the password of " + user + ".");
        return CommandLine.ExitCode.USAGE;
      }
      try {
        return write(answer(password));
      } catch (IOException e) {
        err.println(server + " cannot be asked or " + folder + " cannot be written: " + e);
        return CommandLine.ExitCode.SOFTWARE;
      }
    }

    private HttpResponse<InputStream> answer(String password)
        throws IOException, InterruptedException {
      String login =
          Base64.getEncoder()
              .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/api/models/export"))
              .timeout(Duration.ofMinutes(5))
              .header("Authorization", "Basic " + login)
              .build();
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private int write(HttpResponse<InputStream> answer) throws IOException {
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) {
          err.println(
              "The server answered "
                  + answer.statusCode()
                  + ": the login is wrong or may not export models.");
          return CommandLine.ExitCode.SOFTWARE;
        }
        int files = 0;
        int changed = 0;
        ZipInputStream zip = new ZipInputStream(body, StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          files++;
          changed += write(entry.getName(), zip.readAllBytes()) ? 1 : 0;
        }
        out.println(files + " files in force, " + changed + " of them written to " + folder);
        return CommandLine.ExitCode.OK;
      }
    }

    /** Whether the file was not there like that. */
    private boolean write(String name, byte[] content) throws IOException {
      Path root = folder.toAbsolutePath().normalize();
      Path file = root.resolve(name).normalize();
      if (!file.startsWith(root)) {
        throw new IOException("The server names a file outside the folder: " + name);
      }
      if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
        return false;
      }
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return true;
    }
  }
}
