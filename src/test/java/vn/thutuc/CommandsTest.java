package vn.thutuc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void listens() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restores() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void findsACommandByItsName() {
    assertThat(run("deadline", "--help")).isZero();
    assertThat(printed()).startsWith("Usage: deadline");
    assertThat(run("init")).isEqualTo(1);
    assertThat(printed()).contains("Usage: init --province");
  }

  @Test
  void refusesAnUnknownCommandAndNamesTheKnown() {
    assertThat(run("dealine", "--help")).isEqualTo(2);
    assertThat(printed()).contains("Unknown command 'dealine'", "init", "deadline");
  }

  private static int run(String name, String... args) {
    return Commands.run(name, args);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
