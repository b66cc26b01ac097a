package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.laassoa.endtoend.Worlds;

/**
 * The log of a build that runs, and what one sees when it ends, the server is away, or it is gone.
 */
@ExtendWith(Worlds.Extension.class)
class LiveLogIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final Duration LIVE = Duration.ofMillis(300);

  /** Waits between two tries are up to so long after a short time away. */
  private static final HasTextOptions SOON = new HasTextOptions().setTimeout(15_000);

  private final LogStage stage;

  LiveLogIT(Worlds worlds) {
    stage = new LogStage(worlds, BROWSER);
  }

  @AfterEach
  void endBuild() throws InterruptedException {
    stage.end();
  }

  @Test
  void a_live_log_is_followed_until_one_scrolls_up() throws Exception {
    // Given
    PlayedBuild build = stage.begin().print(LogStage.numbered(300) + "unfinished");
    LogPage log = stage.open(build);
    assertThat(log.line(301)).hasText("unfinished");
    log.page().waitForTimeout(500);

    // When
    double slowest = 0;
    for (int i = 0; i < 10; i++) {
      long before = System.nanoTime();
      build.print((i == 0 ? " now\n" : "") + "fresh " + i + "\n");
      log.page()
          .waitForFunction(
              "text => document.querySelector('.log-rows').textContent.includes(text)",
              "fresh " + i);
      slowest = Math.max(slowest, (System.nanoTime() - before) / 1e6);
    }

    // Then
    System.out.printf("log_view_live_slowest_ms %.0f%n", slowest);
    assertThat(slowest).isLessThan(LIVE.toMillis());
    assertThat(log.line(301)).hasText("unfinished now");
    assertThat(log.line(311)).isInViewport();
    log.wheel(-1000);
    assertThat(log.page().locator(".log-follow")).isVisible();
    build.print(LogStage.numbered(100));
    log.page().waitForTimeout(300);
    long stayed = log.firstSeen();
    assertThat(stayed).isLessThan(280);
    log.page().locator(".log-follow").click();
    assertThat(log.line(411)).isInViewport();
    build.print("the end\n").step("compile", "succeeded").succeed();
    assertThat(log.line(412)).hasText("the end");
    assertThat(log.page().locator(".log-follow")).isHidden();
    log.picture("live");
  }

  @Test
  void a_build_that_fails_while_one_looks_shows_its_last_lines_and_its_first_error()
      throws Exception {
    PlayedBuild build = stage.begin().print(LogStage.numbered(200));
    LogPage log = stage.open(build);
    assertThat(log.line(200)).isInViewport();

    build.print("Error: no basket\nend").step("compile", "failed").fail();

    assertThat(log.line(202)).hasText("end");
    assertThat(log.page().locator(".log-follow")).isHidden();
    assertThat(log.page().locator("log-view .log-first-error")).isVisible();
    log.press("Home");
    log.press("e");
    assertThat(log.line(201)).isInViewport();
  }

  @Test
  void while_the_server_is_away_it_says_so_and_then_goes_on_by_itself() throws Exception {
    // Given
    BROWSER.expect("net::ERR");
    PlayedBuild build = stage.begin().print(LogStage.numbered(2000) + "half a");
    try (CutLine line = CutLine.to(stage.world().server().address())) {
      Page page = stage.page(Look.DESKTOP, line.address());
      LogPage log = stage.open(page, line.address(), build, "");
      assertThat(log.line(2001)).hasText("half a");

      // When
      line.cut();
      build.print(" line\n" + LogStage.numbered(300));
      assertThat(log.notice()).hasText("The server does not answer. It is tried again.");
      List<String> violations = Axe.violations(page);
      log.picture("offline");
      line.mend();

      // Then
      assertThat(violations).isEmpty();
      assertThat(log.line(2301)).hasText("line 300", SOON);
      assertThat(log.line(2301)).isInViewport();
      assertThat(log.notice()).hasText("");
      assertThat(log.line(2302)).hasCount(0);
      build.print("the end\n").step("compile", "succeeded").succeed();
      assertThat(log.line(2302)).hasText("the end");
      page.locator(".log-steps").selectOption("compile");
      for (int number : List.of(1, 2)) {
        assertThat(log.line(number)).hasText("line " + number);
      }
      page.evaluate("() => { location.hash = '#L2001'; }");
      assertThat(log.line(2001)).hasText("half a line");
      assertThat(log.line(2002)).hasText("line 1");
    }
  }

  @Test
  void lines_that_are_asked_for_while_the_server_is_away_come_when_it_is_back() throws Exception {
    BROWSER.expect("net::ERR");
    PlayedBuild build =
        stage.begin().print(LogStage.numbered(5000)).step("compile", "succeeded").succeed();
    try (CutLine line = CutLine.to(stage.world().server().address())) {
      LogPage log = stage.open(stage.page(Look.DESKTOP, line.address()), line.address(), build, "");
      assertThat(log.line(5000)).hasText("line 5000");

      line.cut();
      log.press("Home");
      assertThat(log.notice()).hasText("The server does not answer. It is tried again.");
      line.mend();

      assertThat(log.line(1)).hasText("line 1", SOON);
      assertThat(log.notice()).hasText("");
    }
  }

  @Test
  void a_log_that_retention_has_removed_says_so() throws Exception {
    PlayedBuild build =
        stage.begin().print(LogStage.numbered(10)).step("compile", "succeeded").succeed();
    stage.removeLog(build);
    BROWSER.expect("status of 410");

    LogPage log = stage.open(build);

    assertThat(log.state()).hasText("This log has been removed: logs are kept for a limited time.");
    assertThat(log.page().locator(".log-tools")).isHidden();
    assertThat(Axe.violations(log.page())).isEmpty();
  }

  @Test
  void a_new_attempt_is_shown_as_it_begins_and_the_former_one_can_be_looked_at() throws Exception {
    PlayedBuild build = stage.begin().print("first try\n" + LogStage.numbered(100));
    LogPage log = stage.open(build);
    assertThat(log.line(101)).hasText("line 100");

    build.startAgain().print("second try\nnot much\n");

    assertThat(log.line(1)).hasText("second try", SOON);
    assertThat(log.line(3)).hasCount(0);
    log.page().locator("#attempt-1").click();
    assertThat(log.line(101)).hasText("line 100");
    log.press("Home");
    assertThat(log.line(1)).hasText("first try");
    log.page().locator("#to-last-attempt").click();
    assertThat(log.line(1)).hasText("second try");
  }
}
