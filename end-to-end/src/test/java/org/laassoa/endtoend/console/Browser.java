package org.laassoa.endtoend.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chromium for one test class, as {@code @RegisterExtension static final Browser}. What a page
 * reports while a test runs (errors on its console, uncaught exceptions, what the content security
 * policy refused) fails that test. Pages are used on the test's own thread.
 */
final class Browser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private static final Path PROGRAM =
      Path.of(
          Optional.ofNullable(System.getenv("LAAS_CHROMIUM"))
              .filter(program -> !program.isBlank())
              .orElse("/usr/bin/chromium"));

  /** Nothing is asked of the world outside. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private @Nullable Playwright playwright;
  private com.microsoft.playwright.@Nullable Browser chromium;

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!Files.isExecutable(PROGRAM)) {
      String reason = "there is no " + PROGRAM + ": install chromium, or set LAAS_CHROMIUM";
      assertThat(System.getenv("CI")).as("in CI nothing is skipped, but " + reason).isNull();
      Assumptions.abort(reason);
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    chromium =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS));
  }

  /** An empty page in a context of its own, signed in nowhere. */
  Page open(Look look) {
    if (chromium == null) {
      throw new IllegalStateException("register it as a static extension");
    }
    BrowserContext context = chromium.newContext(look.options());
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " (" + message.location() + ")");
          }
        });
    page.onPageError(complaints::add);
    return page;
  }

  /** An empty page in a context of its own, with a session of that user. */
  Page signedIn(Look look, URI server, String user, String password) {
    Page page = open(look);
    APIResponse answer =
        page.request()
            .post(
                server.resolve("/api/session").toString(),
                RequestOptions.create().setData(Map.of("name", user, "password", password)));
    assertThat(answer.ok()).as("sign-in: " + answer.status()).isTrue();
    return page;
  }

  /** What pages report with this text in it fails the running test no more. */
  void expect(String text) {
    expected.add(text);
  }

  /** Closes all pages: before a server of the test's own ends, of which they would complain. */
  void closePages() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    closePages();
    List<String> unexpected =
        complaints.stream().filter(said -> expected.stream().noneMatch(said::contains)).toList();
    complaints.clear();
    expected.clear();
    assertThat(unexpected).as("what pages reported").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (playwright != null) {
      playwright.close();
    }
  }
}
