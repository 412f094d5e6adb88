package vn.thutuc.browser;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A headless Chromium as a civil servant has it: Vietnamese, 1366 by 768, in Asia/Ho_Chi_Minh. */
public final class Browser implements AutoCloseable {

  /** The shell first: the whole browser spends most of its work on windows nobody sees. */
  private static final List<Path> CHROMIUM =
      Stream.of(
              "/usr/bin/chromium-headless-shell",
              "/usr/bin/chromium",
              "/usr/bin/chromium-browser",
              "/usr/bin/google-chrome")
          .map(Path::of)
          .toList();

  static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

  /** A page of a list that has not shown a card by then does not have it. */
  private static final double PAGE_MILLIS = 8_000;

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
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

  /** Somebody's own browser, logged in to Tasklist by name and password on its page. */
  Desk logInByHand(String person) {
    Page page = open(1366, 768).newPage();
    page.navigate(home + TASKLIST);
    fillsIn(page, person);
    page.locator("button[type=submit]").click();
    return new Desk(page, person).atTasklist();
  }

  /** Somebody's own browser with Tasklist open, logged in before. */
  public Desk logIn(String person) {
    Desk desk = comesIn(person);
    desk.visit(TASKLIST);
    return desk.atTasklist();
  }

  /** Somebody's own browser with nothing open yet, logged in before: our pages are at hand. */
  public Desk comesIn(String person) {
    BrowserContext context = open(1366, 768);
    APIRequestContext request = context.request();
    request.get(home + TASKLIST);
    APIResponse answer =
        request.post(
            home + "/camunda/api/admin/auth/user/default/login/tasklist",
            RequestOptions.create()
                .setHeader("X-XSRF-TOKEN", token(context))
                .setForm(FormData.create().set("username", person).set("password", PASSWORD)));
    if (!answer.ok()) {
      throw new AssertionError(
          "%s cannot log in: %d %s".formatted(person, answer.status(), answer.text()));
    }
    // The new session gets its token against forged requests with the first page after the login.
    request.get(home + TASKLIST);
    return new Desk(context.newPage(), person);
  }

  private static String token(BrowserContext context) {
    return context.cookies().stream()
        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElseThrow();
  }

  /** Somebody without a login, on a screen of this many CSS pixels. */
  Desk visitor(int width, int height) {
    return new Desk(open(width, height).newPage(), "visitor-" + width);
  }

  private BrowserContext open(int width, int height) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
    // A busy machine is slow to bring a page, not wrong: waiting longer changes no answer.
    context.setDefaultTimeout(90_000);
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    return context;
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

    private Desk atTasklist() {
      try {
        page.getByText("Chờ nhận của đơn vị").first().waitFor();
      } catch (TimeoutError nobodyIsLoggedIn) {
        shoots("not-logged-in");
        throw nobodyIsLoggedIn;
      }
      return this;
    }

    public void visit(String path) {
      page.navigate(home + path);
    }

    /** Opens the waiting task of a dossier, by its number on the card, and claims it. */
    void takes(String number) {
      opens("Chờ nhận của đơn vị", number);
      Locator claim = page.locator("button.claim").first();
      claim.click();
      claim.waitFor(GONE);
    }

    /** Opens a task of a list by its dossier's number, on whichever page of the list it stands. */
    void opens(String list, String number) {
      page.getByText(list).first().click();
      Locator card = page.locator(".tasks-list li.task", withText(number)).first();
      Locator next = page.locator("li.pagination-next:not(.disabled) a").first();
      while (!comes(card) && next.isVisible()) {
        next.click();
      }
      card.click();
    }

    private static boolean comes(Locator card) {
      try {
        card.waitFor(new Locator.WaitForOptions().setTimeout(PAGE_MILLIS));
        return true;
      } catch (TimeoutError notOnThisPage) {
        return false;
      }
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
