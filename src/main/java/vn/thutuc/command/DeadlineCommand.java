package vn.thutuc.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vn.thutuc.clock.Deadline;
import vn.thutuc.clock.Line;

/**
 * The command {@code deadline}: asks the statutory clock on the shipped calendar, for one dossier
 * or for a file of them. It reads and writes UTF-8 and times of the calendar's zone, whatever the
 * machine's zone, locale and encoding.
 */
public final class DeadlineCommand {

  /** Everything was answered. */
  public static final int ANSWERED = 0;

  /** At least one line of a batch was answered with an error. */
  public static final int BAD_LINES = 1;

  /** The options, the file or the output cannot be used. */
  public static final int REFUSED = 2;

  private static final String USAGE =
      """
      Usage: deadline --received 2026-02-10T16:20 --term 5wd [--pause PAUSE]... [--json]
             deadline --batch FILE.jsonl        (- for standard input)
        --received   local time in Viet Nam
        --term       5wd, 10d, 2mo, 16wh, 24h, sd or sd@16:00
        --pause      FROM/TO, FROM/TO/RESTART, FROM/TO/PLUS=5wd or FROM/TO/WITH=18wd; FROM/ while open
        --json       one JSON object instead of text
        --batch      one object a line: {"id":1,"received":"2026-02-10T16:20","term":"5wd","pauses":[]}
        --help       this text
      """;
  private static final Set<String> FLAGS = Set.of("--json", "--help");
  private static final Set<String> VALUED = Set.of("--received", "--term", "--pause", "--batch");
  private static final Set<String> OF_BATCH = Set.of("--batch", "--json");

  private final InputStream in;
  private final Output out;
  private final Output err;

  private DeadlineCommand(InputStream in, Output out, Output err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the command.
   *
   * @param args the options; a leading {@code deadline} is skipped
   * @param in read for {@code --batch -}, and left open
   * @param out takes the answers
   * @param err takes what is wrong and what to do
   * @return {@link #ANSWERED}, {@link #BAD_LINES} or {@link #REFUSED}
   */
  public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    List<String> words = List.of(args);
    boolean isNamed = !words.isEmpty() && words.get(0).equals("deadline");
    return new DeadlineCommand(in, new Output(out), new Output(err))
        .run(isNamed ? words.subList(1, words.size()) : words);
  }

  private int run(List<String> words) {
    try {
      return run(Options.read(words, FLAGS, VALUED));
    } catch (BadInputException wrong) {
      return refuse(wrong.getMessage() + "\n" + USAGE);
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      return refuse(wrong.getMessage() + "\n");
    } catch (IOException failed) {
      return refuse("Stopped: %s. Check the file, the disk and who reads.\n".formatted(failed));
    }
  }

  private int run(Options options) throws IOException {
    if (options.has("--help")) {
      print(out, USAGE);
      return ANSWERED;
    }
    return options.has("--batch") ? batch(options) : single(options);
  }

  private int single(Options options) throws IOException {
    List<PauseWords> pauses = options.all("--pause").stream().map(PauseWords::ofOption).toList();
    Question question =
        new Question(required(options, "--received"), required(options, "--term"), pauses);
    Deadline deadline = Counter.shipped().answer(question);
    if (options.has("--json")) {
      try (Answers answers = new Answers(Batch.JSON, out)) {
        answers.deadline(deadline);
      }
    } else {
      print(out, text(deadline));
    }
    return ANSWERED;
  }

  private static String required(Options options, String name) {
    String value = options.one(name);
    if (value == null) {
      throw new BadInputException("Option %s is missing.".formatted(name));
    }
    return value;
  }

  private static String text(Deadline deadline) {
    StringBuilder text = new StringBuilder("Hạn / Due: ");
    text.append(deadline.end() == null ? "chưa có / none" : deadline.end());
    text.append(deadline.provisional() ? " (tạm tính / provisional)\n\n" : "\n\n");
    deadline.explanation().stream().map(Line::vietnamese).forEach(l -> text.append(l).append('\n'));
    text.append('\n');
    deadline.explanation().stream().map(Line::english).forEach(l -> text.append(l).append('\n'));
    return text.toString();
  }

  private int batch(Options options) throws IOException {
    if (!options.onlyOf(OF_BATCH)) {
      throw new BadInputException(
          "Option --batch stands alone: reception, term and pauses are in its lines.");
    }
    String file = options.one("--batch");
    if (file.equals("-")) {
      return batch(in);
    }
    try (InputStream lines = Files.newInputStream(Path.of(file))) {
      return batch(lines);
    } catch (NoSuchFileException missing) {
      return refuse("There is no file %s: check the name, or use - for input.\n".formatted(file));
    } catch (InvalidPathException noName) {
      return refuse("%s cannot be a file name here: use --batch - < FILE.\n".formatted(file));
    }
  }

  private int batch(InputStream lines) throws IOException {
    long bad = Batch.run(Counter.shipped(), lines, out);
    if (bad == 0) {
      return ANSWERED;
    }
    print(err, "Lines answered with an error: %s. Each says why.\n".formatted(bad));
    return BAD_LINES;
  }

  private int refuse(String message) {
    try {
      print(err, message);
    } catch (IOException nobodyReads) {
      return REFUSED;
    }
    return REFUSED;
  }

  private static void print(Output target, String text) throws IOException {
    target.write(text.getBytes(StandardCharsets.UTF_8));
    target.flush();
  }
}
