package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.laassoa.endtoend.World;
import org.laassoa.endtoend.api.Build;

/**
 * What people want of a build's page: what it does, why it waits, why it failed, and to stop it.
 */
@ExtendWith(ConsoleWorld.Extension.class)
class BuildPagesIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final double BUILD_LIMIT = World.BUILD_LIMIT.toMillis();

  private final ConsoleWorld console;

  BuildPagesIT(ConsoleWorld console) {
    this.console = console;
  }

  private Page open(Build build) {
    Page page = console.signedIn(BROWSER, Look.DESKTOP);
    page.navigate(console.address("/builds/" + build.id()));
    return page;
  }

  @Test
  void a_failed_build_says_what_failed_and_leads_to_the_line_that_says_why() {
    Page page = open(console.failed());

    assertThat(page.locator("#happened-title")).containsText("exit code 3");
    assertThat(page.locator(".state-failed").first()).isVisible();
    page.locator("#to-first-error").click();

    assertThat(page.getByText("the basket has no bottom")).isVisible();
  }

  @Test
  void a_succeeded_build_shows_its_commit_and_the_image_that_it_pushed() {
    Page page = open(console.succeeded());
    Build.Image image = console.succeeded().images().getFirst();

    assertThat(page.locator(".build-facts")).containsText(image.digest());
    assertThat(page.locator(".build-facts"))
        .containsText(console.succeeded().commit().substring(0, 8));
    assertThat(page.locator(".waterfall")).containsText("Push");
  }

  @Test
  void a_running_build_is_cancelled_and_the_page_says_so_without_a_reload()
      throws InterruptedException {
    World world = console.world();
    // Of its own: builds of one branch follow each other on an agent.
    String project = ConsoleWorld.endless(world, "stoppable");
    Build build = world.api().enqueue(project, "branch", "main", Map.of());
    world.awaitLog(build, "line 3");
    Page page = open(build);
    assertThat(page.locator(".state-running").first()).isVisible();
    // By its polls alone an agent would tell it five seconds after the hand-out.
    assertThat(page.locator(".waterfall"))
        .containsText("Compile", new ContainsTextOptions().setTimeout(2_000));
    page.evaluate("() => { window.notReloaded = true; }");

    page.locator("#cancel-build").click();
    page.locator("dialog .danger").click();

    assertThat(page.locator("#build .state-cancelled").first())
        .isVisible(new IsVisibleOptions().setTimeout(BUILD_LIMIT));
    assertThat(page.locator("#cancel-build")).hasCount(0);
    assertThat(page.evaluate("() => window.notReloaded")).isEqualTo(true);
  }

  @Test
  void a_build_that_no_agent_takes_says_of_each_why() {
    Page page = open(console.waiting());
    Locator why = page.locator(".build-waiting");

    assertThat(why).containsText("gpu=yes");
    assertThat(why.locator("tbody tr")).hasCount(1);
    assertThat(why).containsText("Place in the queue");
  }

  @Test
  void a_build_that_ends_while_one_looks_shows_its_end_and_all_of_its_log()
      throws InterruptedException {
    Build build = console.world().api().enqueue("shop", "branch", "main", Map.of());
    Page page = open(build);

    assertThat(page.locator("#build .state-succeeded").first())
        .isVisible(new IsVisibleOptions().setTimeout(BUILD_LIMIT));
    assertThat(page.locator("log-view"))
        .containsText("succeeded", new ContainsTextOptions().setTimeout(10_000));
  }

  @Test
  void a_failed_build_is_built_again_from_its_page() throws InterruptedException {
    Page page = open(console.failed());

    page.locator("#retry-build").click();

    assertThat(page)
        .hasURL(
            Pattern.compile(".*/builds/(?!" + console.failed().id() + "$)\\d+"),
            new HasURLOptions().setTimeout(10_000));
    long again = Long.parseLong(page.url().replaceAll(".*/", ""));
    assertThat(page.locator("#retry-of")).containsText("#" + console.failed().id());
    console.world().api().awaitEnd(again, World.BUILD_LIMIT);
  }

  @Test
  void a_list_of_builds_is_kept_current() throws InterruptedException {
    Page page = console.signedIn(BROWSER, Look.DESKTOP);
    page.navigate(console.address("/builds?project=shop"));

    Build build = console.world().api().enqueue("shop", "branch", "main", Map.of());

    assertThat(page.locator("#build-" + build.id()))
        .isVisible(new IsVisibleOptions().setTimeout(10_000));
    console.world().api().awaitEnd(build.id(), World.BUILD_LIMIT);
    assertThat(page.locator("tr:has(#build-" + build.id() + ") .state-succeeded"))
        .isVisible(new IsVisibleOptions().setTimeout(10_000));
  }

  /** What a container printed, and when by the machine's own clock, against when a page had it. */
  @Test
  void a_line_is_on_the_screen_soon_after_a_container_has_printed_it() throws Exception {
    World world = console.world();
    world.repository("ticking").write("README.md", "Ticking\n").commit("Ticking");
    world
        .project("ticking")
        .compile(
            """
            i=0
            while [ $i -lt 40 ]; do
              i=$((i+1)); read -r up rest </proc/uptime; echo "tick $i at $up"; sleep 0.25
            done
            """)
        .save();
    Build build = world.api().enqueue("ticking", "branch", "main", Map.of());
    Page page = open(build);
    page.evaluate(
        """
        () => {
          window.seen = {};
          const look = () => {
            for (const [, tick, up] of document.querySelector("log-view").textContent
                .matchAll(/tick (\\d+) at (\\d+\\.\\d\\d)/g)) {
              window.seen[tick] ??= [Number(up), Date.now()];
            }
          };
          new MutationObserver(look).observe(document.querySelector("log-view"),
              {subtree: true, childList: true, characterData: true});
        }
        """);
    double up = Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
    double booted = System.currentTimeMillis() - up * 1000;

    world.api().awaitEnd(build.id(), World.BUILD_LIMIT);
    page.waitForFunction("() => '40' in window.seen");

    @SuppressWarnings("unchecked")
    Map<String, List<Number>> seen = (Map<String, List<Number>>) page.evaluate("() => window.seen");
    List<Long> took =
        seen.values().stream()
            .map(one -> one.get(1).doubleValue() - booted - one.get(0).doubleValue() * 1000)
            .map(Math::round)
            .sorted()
            .toList();
    // The first ones were printed before the page was there.
    List<Long> live = took.stream().filter(millis -> millis < 2_000).toList();
    System.out.printf(
        "log_line_to_screen_ms: p50 %d, p90 %d, slowest %d of %d%n",
        live.get(live.size() / 2), live.get(live.size() * 9 / 10), live.getLast(), live.size());
    assertThat(live).hasSizeGreaterThan(20);
    assertThat(live.get(live.size() / 2)).isBetween(0L, 300L);
  }
}
