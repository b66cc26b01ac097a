package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.laassoa.endtoend.Worlds;

/** The log of a build that runs, and what one sees when it ends, the server is away, or it is gone. */
@ExtendWith(Worlds.Extension.class)
class LiveLogIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final Duration LIVE = Duration.ofMillis(300);

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
}
