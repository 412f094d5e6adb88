package vn.thutuc.benchmark;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.thutuc.SomeModels;
import vn.thutuc.TestDatabase;
import vn.thutuc.Thutuc;
import vn.thutuc.browser.Browser;
import vn.thutuc.demo.Play;

/**
 * A certified copy at the quick sheet, from the opened sheet to the printed slip, in a real browser
 * and at the pace of a person as the keystroke-level model has it (Card, Moran, Newell 1980): it is
 * a model and no person. Argument: sheets a figure.
 */
public final class QuickSheetBenchmark {

  private static final String NAME = "Nguyễn Văn Mẫu";
  private static final String PAPER = "Bằng tốt nghiệp đại học";
  private static final int GOAL_KEYS = 12;
  private static final double GOAL_SECONDS = 25;

  private QuickSheetBenchmark() {}

  public static void main(String[] arguments) {
    int sheets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    try (ConfigurableApplicationContext house = open()) {
      house.getBean(Play.class).to(LocalDateTime.parse("2026-03-03T09:00"));
      int port = Integer.parseInt(house.getEnvironment().getProperty("local.server.port"));
      try (Browser browser = new Browser(port);
          Browser.Desk desk = browser.logIn("motcuadongkinh")) {
        measure(desk, sheets);
      }
    }
  }

  private static ConfigurableApplicationContext open() {
    return new SpringApplicationBuilder(Thutuc.class)
        .web(WebApplicationType.SERVLET)
        .run(
            "--server.port=0",
            "--spring.profiles.active=demo",
            "--thutuc.test=true",
            "--thutuc.demo.past=false",
            "--thutuc.portal.enabled=false",
            "--thutuc.sandbox.port=-1",
            "--thutuc.models=" + SomeModels.folder().toUri(),
            "--thutuc.catalogue.root=" + SomeModels.folder().toUri() + "processes/",
            "--camunda.bpm.job-execution.enabled=false",
            "--spring.datasource.url=" + TestDatabase.url(TestDatabase.fresh()),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=");
  }

  private static void measure(Browser.Desk desk, int sheets) {
    Page page = desk.page();
    page.addInitScript("window.print = () => { window.printed = true; }");
    open(desk);
    page.getByLabel("Người ký trên giấy").selectOption("lanhdaodongkinh");
    System.out.println(
        "| keys of names | besides names | of names | model s | to the register, s | to the printed slip, s (slowest) |");
    System.out.println("|---|---|---|---|---|---|");
    sheet(desk, letter -> 1, 0);
    row(desk, "a key a letter", letter -> 1, sheets);
    row(desk, "Telex", QuickSheetBenchmark::telex, sheets);
    System.out.printf(
        Locale.ROOT, "goal: %d keys besides names, %.0f s%n", GOAL_KEYS, GOAL_SECONDS);
  }

  private static void row(Browser.Desk desk, String way, ToIntFunction<String> keys, int sheets) {
    Sheet[] done = new Sheet[sheets];
    for (int at = 0; at < sheets; at++) {
      done[at] = sheet(desk, keys, 1);
    }
    Typist typist = done[0].typist();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %.1f | %.1f | %.1f (%.1f) |%n",
        way,
        typist.keys,
        typist.keysOfNames,
        typist.modelled() / 1e9,
        middle(Arrays.stream(done).mapToDouble(Sheet::toRegister).toArray()),
        middle(Arrays.stream(done).mapToDouble(Sheet::toSlip).toArray()),
        Arrays.stream(done).mapToDouble(Sheet::toSlip).max().orElseThrow());
  }

  private static double middle(double[] seconds) {
    Arrays.sort(seconds);
    return seconds[seconds.length / 2];
  }

  /** One sheet: who typed it, and the seconds from its opening. */
  private record Sheet(Typist typist, double toRegister, double toSlip) {}

  private static void open(Browser.Desk desk) {
    desk.visit("/tiep-nhan/nhanh.html?thu-tuc=2.000815");
    desk.page().locator("input[name='owner.name']:focus").waitFor();
  }

  private static Sheet sheet(Browser.Desk desk, ToIntFunction<String> keys, double pace) {
    open(desk);
    Page page = desk.page();
    Typist typist = new Typist(page, keys, pace);
    typist.thinks().types(NAME).presses("Tab");
    typist.thinks().types(PAPER).presses("Tab");
    typist.thinks().presses("3", "Tab");
    typist.thinks().presses("2", "Tab");
    typist.thinks().presses("Space");
    typist.thinks().presses("Enter");
    page.locator("#receipt:visible").waitFor();
    String said = page.locator("#alert").textContent();
    if (!said.contains("Đã trả kết quả")) {
      throw new IllegalStateException("Not settled: " + said);
    }
    double toRegister = typist.seconds();
    typist.goesOn().thinks().presses("Tab", "Enter");
    page.waitForFunction("window.printed === true");
    Locator slip = page.locator("#receipt");
    if (!slip.textContent().contains("10.000 đồng")) {
      throw new IllegalStateException("Another slip: " + slip.textContent());
    }
    return new Sheet(typist, toRegister, typist.seconds());
  }

  /**
   * Keys that Telex, the usual way of typing Vietnamese, takes for a letter: one for the letter,
   * one for each of its marks and for its tone, one more for a capital.
   */
  static int telex(String letter) {
    String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
    int marks = parts.codePointCount(0, parts.length()) - 1;
    int stroke = letter.equalsIgnoreCase("đ") ? 1 : 0;
    int capital = letter.equals(letter.toLowerCase(Locale.ROOT)) ? 0 : 1;
    return 1 + marks + stroke + capital;
  }

  /** Types at the model's pace; what the page takes to answer comes on top of it. */
  private static final class Typist {

    /** K: a key of an average typist who is no secretary. */
    private static final long KEY = 280_000_000L;

    /** M: making up one's mind before each unit task. */
    private static final long MIND = 1_350_000_000L;

    private final Page page;
    private final ToIntFunction<String> keysOf;
    private final double pace;
    private final long opened = System.nanoTime();
    private long due = opened;
    private int keys;
    private int keysOfNames;
    private int minds;

    /**
     * @param keysOf how many keys a letter of a name takes
     * @param pace 1 for the model's, 0 for as fast as it goes
     */
    Typist(Page page, ToIntFunction<String> keysOf, double pace) {
      this.page = page;
      this.keysOf = keysOf;
      this.pace = pace;
    }

    Typist thinks() {
      minds++;
      pass(MIND);
      return this;
    }

    Typist types(String name) {
      name.codePoints()
          .mapToObj(Character::toString)
          .forEach(
              letter -> {
                int each = keysOf.applyAsInt(letter);
                keysOfNames += each;
                pass(each * KEY);
                page.keyboard().type(letter);
              });
      return this;
    }

    Typist presses(String... pressed) {
      for (String key : pressed) {
        keys++;
        pass(KEY);
        page.keyboard().press(key);
      }
      return this;
    }

    /** The person has waited for the page and goes on from now. */
    Typist goesOn() {
      due = System.nanoTime();
      return this;
    }

    private void pass(long nanos) {
      due += (long) (nanos * pace);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }

    long modelled() {
      return (keys + keysOfNames) * KEY + minds * MIND;
    }

    double seconds() {
      return (System.nanoTime() - opened) / 1e9;
    }
  }
}
