package vn.thutuc.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A headless Chromium as a civil servant has it: Vietnamese, 1366 by 768, in Asia/Ho_Chi_Minh. */
public final class Browser implements AutoCloseable {

  private static final List<Path> CHROMIUM =
      Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
          .map(Path::of)
          .toList();
  static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  private static final String PASSWORD = "thutuc";
  private static final Path SHOTS = Path.of("target", "screenshots");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String home;

  public Browser(int port) {
    home = "http://localhost:" + port;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
  }

  private static Path executable() {
    return CHROMIUM.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The browser tests need Chromium, looked for at %s; .ci/run installs it"
                        .formatted(CHROMIUM)));
  }

  /** Somebody's own browser, logged in to Tasklist. */
  public Desk logIn(String person) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
    // A busy machine is slow to bring a page, not wrong: waiting longer changes no answer.
    context.setDefaultTimeout(90_000);
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    Page page = context.newPage();
    page.navigate(home + "/camunda/app/tasklist/default/");
    fillsIn(page, person);
    page.locator("button[type=submit]").click();
    Desk desk = new Desk(page, person);
    try {
      page.getByText("Chờ nhận của đơn vị").first().waitFor();
    } catch (TimeoutError nobodyIsLoggedIn) {
      desk.shoots("not-logged-in");
      throw nobodyIsLoggedIn;
    }
    return desk;
  }

  /** Somebody without a login, on a screen of this many CSS pixels. */
  Desk visitor(int width, int height) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
    context.setDefaultTimeout(90_000);
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    return new Desk(context.newPage(), "visitor-" + width);
  }

  /**
   * The login page takes the focus to its first field some moments after it is shown: what is typed
   * just then into the second lands in the first. So both are filled until both stand there.
   */
  static void fillsIn(Page page, String person) {
    Locator name = page.getByPlaceholder("Tên đăng nhập");
    Locator password = page.getByPlaceholder("Mật khẩu");
    boolean stands = false;
    for (int tries = 0; !stands && tries < 20; tries++) {
      name.fill(person);
      password.fill(PASSWORD);
      stands = name.inputValue().equals(person) && password.inputValue().equals(PASSWORD);
    }
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  /** One person at work. */
  public final class Desk implements AutoCloseable {

    private final Page page;
    private final String person;
    private int shots;

    private Desk(Page page, String person) {
      this.page = page;
      this.person = person;
    }

    public Page page() {
      return page;
    }

    public void visit(String path) {
      page.navigate(home + path);
    }

    /** Opens the waiting task of a dossier, by its number on the card, and claims it. */
    void takes(String number) {
      page.getByText("Chờ nhận của đơn vị").first().click();
      Locator card = page.locator(".tasks-list li.task", withText(number)).first();
      card.waitFor();
      card.click();
      Locator claim = page.locator("button.claim").first();
      claim.click();
      claim.waitFor(GONE);
    }

    /** The element of the form with this label. */
    Locator field(String label) {
      return page.locator(".fjs-form").getByLabel(label, exactly(false)).first();
    }

    /** Chooses the radio button with this label. */
    void chooses(String option) {
      page.locator(".fjs-form")
          .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(option).setExact(true))
          .first()
          .check();
    }

    void ticks(String label) {
      field(label).check();
    }

    /** A date in a date field, as a Vietnamese browser takes it: day first. */
    void dates(String label, String dayMonthYear) {
      Locator date = field(label);
      date.click();
      date.fill(dayMonthYear);
      date.press("Enter");
      date.press("Tab");
    }

    void completes() {
      Locator complete = page.locator("button:has-text('Hoàn thành')").first();
      complete.click();
      complete.waitFor(GONE);
    }

    public void shoots(String name) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SHOTS.resolve("%s-%d-%s.png".formatted(person, ++shots, name))));
    }

    private Locator.GetByLabelOptions exactly(boolean exact) {
      return new Locator.GetByLabelOptions().setExact(exact);
    }

    private Page.LocatorOptions withText(String text) {
      return new Page.LocatorOptions().setHasText(text);
    }

    @Override
    public void close() {
      page.context().close();
    }
  }
}
