package vn.thutuc.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import vn.thutuc.command.DeadlineCommand;
import vn.thutuc.command.GeneratedDossiers;

/**
 * How many lines a second {@code deadline --batch} answers. Not a test: run {@link #main}. With a
 * file name it only writes the lines, to be given to the real jar.
 */
public final class DeadlineBatchBenchmark {

  private static final int LINES = 100_000;
  private static final int ROUNDS = 5;
  private static final long SEED = 20261121;

  private DeadlineBatchBenchmark() {}

  /**
   * Measures, or writes the lines.
   *
   * @param args nothing, or the file to write
   */
  public static void main(String[] args) throws IOException {
    byte[] lines = lines().getBytes(StandardCharsets.UTF_8);
    if (args.length > 0) {
      Files.write(Path.of(args[0]), lines);
      return;
    }
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.println("Round " + round + ": " + measured(lines));
    }
  }

  private static String lines() {
    return GeneratedDossiers.of(LINES, SEED).stream()
        .map(dossier -> dossier.line() + "\n")
        .collect(Collectors.joining());
  }

  private static String measured(byte[] lines) {
    long begin = System.nanoTime();
    long beginOfCpu = cpuTime();
    answer(lines);
    return "%s lines/s (%s a second of its thread's processor time)"
        .formatted(perSecond(System.nanoTime() - begin), perSecond(cpuTime() - beginOfCpu));
  }

  /** What this thread has used; on a busy machine it says more than the time that passed. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long perSecond(long nanos) {
    return LINES * 1_000_000_000L / nanos;
  }

  private static void answer(byte[] lines) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    int code =
        DeadlineCommand.run(
            new String[] {"--batch", "-"}, new ByteArrayInputStream(lines), nowhere, System.err);
    if (code != DeadlineCommand.ANSWERED) {
      throw new IllegalStateException("The batch ended with code " + code + ".");
    }
  }
}
