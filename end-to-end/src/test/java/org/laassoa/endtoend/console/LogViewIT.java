package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.laassoa.endtoend.Worlds;
import org.laassoa.endtoend.process.Checkout;

/** The log of a build as people see it: ugly ones, hostile ones, and what is around the lines. */
@ExtendWith(Worlds.Extension.class)
class LogViewIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final LogStage stage;

  LogViewIT(Worlds worlds) {
    stage = new LogStage(worlds, BROWSER);
  }

  @AfterEach
  void endBuild() throws InterruptedException {
    stage.end();
  }

  @Test
  void the_browser_shows_of_each_line_what_the_server_searches() throws Exception {
    JsonNode cases =
        new ObjectMapper()
            .readTree(
                Checkout.root()
                    .resolve("laas-soa-server/src/test/resources/terminal-lines.json")
                    .toFile());
    PlayedBuild build = stage.begin().print("line\n").step("compile", "succeeded").succeed();
    LogPage log = stage.open(build);
    assertThat(log.line(1)).hasText("line");

    for (JsonNode one : cases) {
      Object shown =
          log.page()
              .evaluate(
                  """
                  async (raw) => {
                    const view = document.querySelector("script[src$='log-view.js']").src;
                    return (await import(new URL("ansi.js", view).href)).rendered(raw).text;
                  }
                  """,
                  one.path("raw").asText());
      assertThat(shown).as(one.path("about").asText()).isEqualTo(one.path("shown").asText());
    }
  }

  @Test
  void a_hostile_log_is_text_and_runs_nothing() throws Exception {
    String hostile =
        """
        <script>window.hit = 1</script></script><img src=x onerror="window.hit=2">
        \u001b]8;;javascript:window.hit=3\u001b\\click\u001b]8;;\u001b\\ javascript:window.hit=4
        \u001b]0;title\u0007<a href="javascript:window.hit=5">x</a> \u202egnp.exe\u202c \u0000\u0001\u009b31m
        </log-view></body><svg onload=window.hit=6> {{7*7}} ${7*7} &lt;b&gt;
        https://example.org/"onmouseover="window.hit=7" http://example.org/<script>
        """;
    PlayedBuild build = stage.begin().print(hostile).step("compile", "succeeded").succeed();

    LogPage log = stage.open(build);

    assertThat(log.line(1))
        .hasText("<script>window.hit = 1</script></script><img src=x onerror=\"window.hit=2\">");
    assertThat(log.line(2)).hasText("click javascript:window.hit=4");
    assertThat(log.line(3)).containsText("<a href=\"javascript:window.hit=5\">x</a> \ufffdgnp.exe");
    assertThat(log.line(4)).containsText("&lt;b&gt;");
    assertThat(log.page().locator(".log-text a").all())
        .extracting(link -> link.getAttribute("href"))
        .containsExactly("https://example.org/", "http://example.org/");
    assertThat(log.page().locator(".log-text :is(script, img, svg, b, i)").count()).isZero();
    assertThat(log.page().evaluate("String(window.hit)")).isEqualTo("undefined");
    log.picture("hostile");
  }

  @Test
  void colours_and_progress_bars_are_as_in_a_terminal() throws Exception {
    StringBuilder colours = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      int code = i < 8 ? 30 + i : 82 + i;
      colours.append(
          "\u001b[%dmcolour %d\u001b[0m \u001b[%dmback\u001b[0m\n".formatted(code, i, code + 10));
    }
    PlayedBuild build =
        stage
            .begin()
            .print(colours + "10%\r50%\r100% done\n\u001b[1;4;38;2;200;0;0mexact\u001b[0m 构建 ✓\n")
            .step("compile", "succeeded")
            .succeed();

    for (Look look : List.of(Look.DESKTOP, Look.DESKTOP.dark())) {
      LogPage log = stage.open(stage.page(look), build, "");
      assertThat(log.line(17)).hasText("100% done");
      assertThat(log.line(18).locator("span").first()).hasCSS("color", "rgb(200, 0, 0)");
      assertThat(log.evaluate(CONTRAST)).as("contrast, " + look).isGreaterThanOrEqualTo(4.5);
      log.picture("colours-" + look.scheme());
    }
  }

  /** The lowest contrast of any coloured text, WCAG 2.2. */
  private static final String CONTRAST =
      """
      () => {
        const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
        const light = (colour) => {
          const [r, g, b] = parts(colour).slice(0, 3).map((value) => {
            const part = value / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const surface = getComputedStyle(document.querySelector(".log-body")).backgroundColor;
        return Math.min(...[...document.querySelectorAll("[class*='ansi-fg'], [class*='ansi-bg']")]
          .map((element) => {
            const own = getComputedStyle(element);
            const seen = own.backgroundColor === "rgba(0, 0, 0, 0)" ? surface : own.backgroundColor;
            const [low, high] = [light(own.color), light(seen)].sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05);
          }));
      }
      """;

  @Test
  void a_failed_build_opens_at_its_first_error() throws Exception {
    PlayedBuild build =
        stage
            .begin()
            .print(LogStage.numbered(800))
            .step("checkout", "succeeded")
            .print(
                LogStage.numbered(700)
                    + "\u001b[31mError:\u001b[0m no such file\n"
                    + LogStage.numbered(900))
            .step("compile", "failed")
            .fail();

    LogPage log = stage.open(build);

    assertThat(log.line(1501)).hasText("Error: no such file");
    assertThat(log.line(1501)).isInViewport();
    log.press("Home");
    assertThat(log.line(1)).isInViewport();
    log.press("e");
    assertThat(log.line(1501)).isInViewport();
    log.picture("failed");
  }

  @Test
  void steps_are_folded_and_jumped_to() throws Exception {
    PlayedBuild build =
        stage
            .begin()
            .print(LogStage.numbered(1000))
            .step("checkout", "succeeded")
            .print("compiling\n" + LogStage.numbered(2000))
            .step("compile", "succeeded")
            .print("packaging\n")
            .step("package", "succeeded")
            .succeed();
    LogPage log = stage.open(build);
    assertThat(log.line(3002)).hasText("packaging");

    log.page().locator(".log-steps").selectOption("compile");
    assertThat(log.line(1001)).isInViewport();
    log.page().locator(".log-fold[data-step=compile]").click();

    assertThat(log.line(1001)).hasCount(0);
    assertThat(log.line(3002)).isInViewport();
    assertThat(log.page().locator(".log-fold[data-step=compile]"))
        .hasAttribute("aria-expanded", "false");
    log.page().locator(".log-fold-all").click();
    assertThat(log.page().locator(".log-fold")).hasCount(3);
    assertThat(log.page().locator(".log-row")).hasCount(3);
    log.picture("folded");
    log.search("compiling");
    assertThat(log.line(1001).locator("mark")).hasText("compiling");
  }

  @Test
  void one_line_of_twenty_megabytes_hurts_nobody() throws Exception {
    byte[] line = "x".repeat(20_000_000).getBytes(StandardCharsets.UTF_8);
    PlayedBuild build =
        stage
            .begin()
            .print("first\n")
            .print(line)
            .print("\nlast\n")
            .step("compile", "succeeded")
            .succeed();

    LogPage log = stage.open(build);

    assertThat(log.line(3)).hasText("last");
    assertThat(log.line(2)).containsText("xxxx");
  }

  @Test
  void what_there_is_to_say_without_lines_is_said() throws Exception {
    PlayedBuild build = stage.begin();
    LogPage log = stage.open(build);
    assertThat(log.state()).containsText("has not printed anything");

    build.step("compile", "succeeded").succeed();

    assertThat(log.state()).containsText("has printed nothing");
  }

  @Test
  void times_are_shown_when_wanted_and_stay_chosen() throws Exception {
    PlayedBuild build =
        stage.begin().print(LogStage.numbered(3)).step("compile", "succeeded").succeed();
    LogPage log = stage.open(build);
    assertThat(log.line(3)).hasText("line 3");

    log.page().locator(".log-times").selectOption("elapsed");

    assertThat(log.page().locator(".log-time").first()).hasText(Pattern.compile("00:\\d\\d\\.\\d"));
    log.page().reload();
    assertThat(log.page().locator(".log-time").first()).hasText(Pattern.compile("00:\\d\\d\\.\\d"));
  }

  @Test
  void on_a_phone_the_page_does_not_scroll_sideways() throws Exception {
    PlayedBuild build =
        stage
            .begin()
            .print("wide ".repeat(300) + "\n" + LogStage.numbered(50))
            .step("compile", "succeeded")
            .succeed();

    LogPage log = stage.open(stage.page(Look.PHONE), build, "");

    assertThat(log.line(51)).hasText("line 50");
    assertThat(log.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
    log.picture("phone");
  }
}
