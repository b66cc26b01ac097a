package org.laassoa.endtoend.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laassoa.endtoend.process.Checkout;

/**
 * Every page as people see it: in both themes and languages, on a desktop and on a phone. No page
 * reports an error, axe-core finds nothing, nothing is wider than the window, and what a first
 * visit loads is small. The screenshots are in {@code target/screenshots}.
 */
@ExtendWith(ConsoleWorld.Extension.class)
class EveryPageIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final int FIRST_LOAD_BYTES = 200_000;

  private static final Map<String, Look> LOOKS =
      Map.of(
          "light-en", Look.DESKTOP,
          "light-zh", Look.DESKTOP.in("zh-CN"),
          "dark-en", Look.DESKTOP.dark(),
          "dark-zh", Look.DESKTOP.dark().in("zh-CN"),
          "phone-en", Look.PHONE,
          "phone-zh", Look.PHONE.dark().in("zh-CN"));

  /** Each theme, each language and each width is in one of them; the others differ in no rule. */
  private static final Set<String> CHECKED = Set.of("light-en", "dark-zh", "phone-zh");

  private final ConsoleWorld console;

  EveryPageIT(ConsoleWorld console) {
    this.console = console;
  }

  static List<Stop> stops() {
    return List.of(
        new Stop("sign-in", "/sign-in"),
        new Stop("overview", "/"),
        new Stop("projects", "/projects"),
        new Stop("project", "/projects/shop"),
        new Stop("project-settings", "/projects/shop/settings"),
        new Stop("project-access", "/projects/shop/settings/access"),
        new Stop("project-secrets", "/projects/shop/settings/secrets"),
        new Stop("project-hook", "/projects/shop/settings/hook"),
        new Stop("project-history", "/projects/shop/settings/history"),
        new Stop("new-project", "/new/project"),
        new Stop("builds", "/builds"),
        new Stop("builds-failed", "/builds?state=failed"),
        new Stop("build-succeeded", "/builds/{succeeded}"),
        new Stop("build-failed", "/builds/{failed}"),
        new Stop("build-running", "/builds/{running}"),
        new Stop("build-waiting", "/builds/{waiting}"),
        new Stop("agents", "/agents"),
        new Stop("agent", "/agents/1"),
        new Stop("new-agent", "/new/agent"),
        new Stop("machines", "/machines"),
        new Stop("machine", "/machines/builder-1"),
        new Stop("machine-edit", "/machines/builder-1/edit"),
        new Stop("new-machine", "/new/machine"),
        new Stop("host-key", "/machines/builder-1/host-key"),
        new Stop("machine-operation", "/machine-operations/{looked}"),
        new Stop("configuration", "/configuration"),
        new Stop("git-servers", "/configuration/git-servers"),
        new Stop("git-server", "/configuration/git-servers/git"),
        new Stop("new-git-server", "/new/git-server"),
        new Stop("registries", "/configuration/registries"),
        new Stop("registry", "/configuration/registries/registry"),
        new Stop("new-registry", "/new/registry"),
        new Stop("environments", "/configuration/environments"),
        new Stop("environment", "/configuration/environments/shop"),
        new Stop("new-environment", "/new/environment"),
        new Stop("parent-images", "/configuration/parent-images"),
        new Stop("new-parent-image", "/new/parent-image"),
        new Stop("build-configurations", "/configuration/build-configurations"),
        new Stop("build-configuration", "/configuration/build-configurations/shop"),
        new Stop(
            "build-configuration-versions", "/configuration/build-configurations/shop/versions"),
        new Stop(
            "build-configuration-preview",
            "/configuration/build-configurations/shop/preview?project=shop"),
        new Stop("new-build-configuration", "/new/build-configuration"),
        new Stop("webhooks", "/configuration/webhooks"),
        new Stop("new-webhook", "/new/webhook"),
        new Stop("deliveries", "/configuration/webhooks/chat/deliveries"),
        new Stop("secrets", "/configuration/secrets"),
        new Stop("new-secret", "/new/secret"),
        new Stop("capability-rules", "/configuration/capability-rules"),
        new Stop("new-capability-rule", "/new/capability-rule"),
        new Stop("configuration-file", "/configuration/file"),
        new Stop("administration", "/administration"),
        new Stop("users", "/administration/users"),
        new Stop("user", "/administration/users/admin"),
        new Stop("new-user", "/new/user"),
        new Stop("tokens", "/administration/tokens"),
        new Stop("audit", "/administration/audit"),
        new Stop("retention", "/administration/retention"),
        new Stop("health", "/administration/health"),
        new Stop("account", "/account"),
        new Stop("setup", "/setup"));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void every_page_is_readable(String name) {
    Look look = LOOKS.get(name);
    Page page = console.signedIn(BROWSER, look);
    List<String> complaints = new ArrayList<>();

    for (Stop stop : stops()) {
      visit(page, stop);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(screenshot(stop.name() + "-" + name + ".png"))
              .setFullPage(true));
      if (!CHECKED.contains(name)) {
        continue;
      }
      Axe.violations(page).forEach(violation -> complaints.add(stop.name() + ": " + violation));
      overflow(page).ifPresent(wider -> complaints.add(stop.name() + ": " + wider));
    }

    assertThat(complaints).isEmpty();
  }

  static List<String> looks() {
    return LOOKS.keySet().stream().sorted().toList();
  }

  @Test
  void every_page_has_one_heading_and_speaks_the_readers_language() {
    Page page = console.signedIn(BROWSER, Look.DESKTOP.in("zh-CN"));
    List<String> complaints = new ArrayList<>();

    for (Stop stop : stops()) {
      visit(page, stop);
      if (page.locator("h1").count() != 1) {
        complaints.add(stop.name() + ": has not one h1");
      }
      if (!page.locator("html").getAttribute("lang").equals("zh-Hans")
          || !page.locator("main").textContent().matches("(?s).*\\p{IsHan}.*")) {
        complaints.add(stop.name() + ": is not in Chinese");
      }
    }

    assertThat(complaints).isEmpty();
  }

  @Test
  void a_first_visit_of_any_page_loads_little() {
    Map<String, Integer> bytes = new TreeMap<>();

    for (Stop stop : stops()) {
      Page page = console.signedIn(BROWSER, Look.DESKTOP);
      Map<String, Integer> loaded = countAssets(page);
      visit(page, stop);
      bytes.put(stop.name(), loaded.values().stream().mapToInt(Integer::intValue).sum());
      page.context().close();
    }

    System.out.println("Bytes of assets that a first visit loads: " + bytes);
    assertThat(bytes.values())
        .allMatch(sum -> sum > 0 && sum <= FIRST_LOAD_BYTES, bytes.toString());
  }

  private void visit(Page page, Stop stop) {
    String path =
        stop.path()
            .replace("{succeeded}", Long.toString(console.succeeded().id()))
            .replace("{failed}", Long.toString(console.failed().id()))
            .replace("{running}", Long.toString(console.running().id()))
            .replace("{waiting}", Long.toString(console.waiting().id()))
            .replace("{looked}", Long.toString(console.looked()));
    Response answer = page.navigate(console.address(path));
    assertThat(answer.status()).as(path).isEqualTo(200);
    page.waitForLoadState(LoadState.LOAD);
    page.waitForFunction("() => document.querySelectorAll('[aria-busy=\"true\"]').length === 0");
  }

  /** How many bytes came over the wire for each file. */
  private static Map<String, Integer> countAssets(Page page) {
    Map<String, Integer> loaded = new ConcurrentHashMap<>();
    page.onRequestFinished(
        request -> {
          String path = URI.create(request.url()).getPath();
          if (path.startsWith("/assets/")) {
            loaded.put(path.substring(path.lastIndexOf('/') + 1), request.sizes().responseBodySize);
          }
        });
    return loaded;
  }

  private static Optional<String> overflow(Page page) {
    Object wider =
        page.evaluate(
            """
            () => {
              const width = document.documentElement.clientWidth;
              return document.documentElement.scrollWidth > width + 1
                ? `${document.documentElement.scrollWidth} of ${width}` : null;
            }
            """);
    return Optional.ofNullable(wider).map(pixels -> "wider than the window: " + pixels);
  }

  private static Path screenshot(String name) {
    return Checkout.root().resolve("target/screenshots").resolve(name);
  }
}
