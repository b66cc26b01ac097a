package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.laassoa.endtoend.Worlds;

/** A log of 200 MB is read like a short one; what that costs is printed, a figure a line. */
@ExtendWith(Worlds.Extension.class)
class LongLogIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  /** With numbers of seven digits a line has 50 bytes, all of them 200 MB. */
  private static final int LINES = 4_000_000;

  private static final double FIRST_VIEW_MILLIS = 1000;
  private static final double LONGEST_TASK_MILLIS = 50;
  private static final long MOST_MEMORY = 300_000_000;

  /** Of which 125 MB are the browser's program. */
  private static final long MOST_HELD = 240_000_000;

  private final LogStage stage;

  LongLogIT(Worlds worlds) {
    stage = new LogStage(worlds, BROWSER);
  }

  @AfterEach
  void endBuild() throws InterruptedException {
    stage.end();
  }

  @Test
  void two_hundred_megabytes_are_read_from_end_to_end() throws Exception {
    // Given
    PlayedBuild build = longOne();
    Page page = stage.page(Look.DESKTOP);
    LogFigures.watchFirstView(page);

    // When
    LogPage log = stage.open(page, build, "");
    assertThat(log.line(LINES)).hasText("4000000 the quick brown fox jumps over a lazy dog");

    // Then
    firstViews(log);
    LogFigures.watchTasks(log);
    double longest =
        LogFigures.least(
            LONGEST_TASK_MILLIS, () -> LogFigures.longestTask(log, () -> readUpAndDown(log)));
    System.out.printf("log_view_longest_task_ms %.0f%n", longest);
    assertThat(longest).isLessThanOrEqualTo(LONGEST_TASK_MILLIS);
    searchAll(log);
    memory(log);
    log.picture("long");
    askTheServer(build);
  }

  private PlayedBuild longOne() throws IOException, InterruptedException {
    PlayedBuild build = stage.begin();
    StringBuilder part = new StringBuilder();
    for (int i = 1; i <= LINES; i++) {
      part.append(Integer.toString(10_000_000 + i), 1, 8)
          .append(" the quick brown fox jumps over a lazy dog\n");
      if (i % 40_000 == 0) {
        build.print(part.toString());
        part.setLength(0);
      }
    }
    return build.step("compile", "succeeded").succeed();
  }

  /** The first one is cold: nobody has looked at that log, and the browser has nothing. */
  private static void firstViews(LogPage log) {
    double cold = LogFigures.firstView(log);
    System.out.printf("log_view_first_view_cold_ms %.0f%n", cold);
    assertThat(cold).isLessThan(FIRST_VIEW_MILLIS);
    log.page().reload();
    assertThat(log.line(LINES)).isVisible();
    double warm = LogFigures.firstView(log);
    System.out.printf("log_view_first_view_ms %.0f%n", warm);
    assertThat(warm).isLessThan(FIRST_VIEW_MILLIS);
  }

  private static void readUpAndDown(LogPage log) {
    for (int i = 0; i < 30; i++) {
      log.wheel(-700);
    }
    log.press("Home");
    assertThat(log.line(1)).containsText("0000001 the quick");
    for (int i = 0; i < 30; i++) {
      log.wheel(500);
    }
    for (double part : List.of(0.1, 0.5, 0.93, 0.2)) {
      log.scroller().evaluate("(e, part) => { e.scrollTop = e.scrollHeight * part; }", part);
      assertThat(log.page().locator(".log-waiting")).hasCount(0);
      log.wheel(15);
    }
    // The wheel may still be moving it; a jump ends that.
    log.scroller().evaluate("e => { e.scrollTop = e.scrollHeight * 0.4; }");
    assertThat(log.page().locator(".log-waiting")).hasCount(0);
    await().pollInSameThread().until(() -> log.firstSeen() / 100_000 == 16);
    long before = log.firstSeen();
    log.press("ArrowDown");
    await().pollInSameThread().until(() -> log.firstSeen() == before + 1);
    log.press("End");
    assertThat(log.line(LINES)).containsText("4000000");
  }

  private static void searchAll(LogPage log) {
    log.search("2345678 the");
    assertThat(log.count()).hasText("1 of 1", new HasTextOptions().setTimeout(60_000));
    assertThat(log.line(2_345_678).locator("mark")).hasText("2345678 the");
  }

  private static void memory(LogPage log) throws IOException {
    long most = LogFigures.memory(log, true);
    LogFigures.collectGarbage(log);
    long held = LogFigures.memory(log, true);
    System.out.printf(
        "log_view_page_process_mb %.0f held %.0f of_its_own %.0f%n",
        most / 1e6, held / 1e6, LogFigures.memory(log, false) / 1e6);
    assertThat(most).isLessThan(MOST_MEMORY);
    assertThat(held).isLessThan(MOST_HELD);
  }

  /** What the server takes, without a browser. */
  private void askTheServer(PlayedBuild build) throws InterruptedException {
    String log = "/api/builds/" + build.id() + "/log/";
    Random random = new Random(1);
    double[] lines = new double[50];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = millis(log + "lines?from=" + (1 + random.nextInt(LINES - 500)));
    }
    Arrays.sort(lines);
    System.out.printf("log_lines_ms p50 %.1f max %.1f%n", lines[25], lines[49]);
    System.out.printf("log_outline_ms %.1f%n", millis(log + "outline"));
    System.out.printf("log_search_text_ms_a_mb %.1f%n", search(log + "search?q=nowhere"));
    System.out.printf(
        "log_search_regex_ms_a_mb %.1f%n", search(log + "search?regex=true&q=no(w%7Ct)here"));
    assertThat(lines[25]).isLessThan(100);
  }

  private double millis(String path) throws InterruptedException {
    long before = System.nanoTime();
    stage.world().api().get(path);
    return (System.nanoTime() - before) / 1e6;
  }

  /** How long one call searches for each megabyte: the others are like it. */
  private double search(String path) throws InterruptedException {
    long before = System.nanoTime();
    long lines = stage.world().api().get(path).path("next").asLong() - 1;
    return Duration.ofNanos(System.nanoTime() - before).toMillis() / (lines * 50 / 1e6);
  }
}
