package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.laassoa.endtoend.Worlds;

/** Finding one's way in the log of a build: links to lines, marked ones, the search. */
@ExtendWith(Worlds.Extension.class)
class FindInLogIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final LogStage stage;

  FindInLogIT(Worlds worlds) {
    stage = new LogStage(worlds, BROWSER);
  }

  @AfterEach
  void endBuild() throws InterruptedException {
    stage.end();
  }

  @Test
  void an_address_leads_to_its_lines_and_a_click_makes_one() throws Exception {
    PlayedBuild build =
        stage.begin().print(LogStage.numbered(5000)).step("compile", "succeeded").succeed();

    LogPage log = stage.open(stage.page(Look.DESKTOP), build, "#L2500-L2503");

    assertThat(log.line(2500)).hasText("line 2500");
    assertThat(log.line(2500)).isInViewport();
    assertThat(log.marked()).hasCount(4);
    log.number(2505).click();
    assertThat(log.page()).hasURL(Pattern.compile("#L2505$"));
    log.number(2510)
        .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    assertThat(log.page()).hasURL(Pattern.compile("#L2505-L2510$"));
    assertThat(log.marked()).hasCount(6);
  }

  @Test
  void a_link_from_another_page_leads_to_its_line() throws Exception {
    PlayedBuild build =
        stage.begin().print(LogStage.numbered(900)).step("compile", "succeeded").succeed();
    Page page = stage.page(Look.DESKTOP);
    page.navigate(stage.world().server().address().resolve("/builds").toString());

    page.evaluate(
        """
        (href) => {
          const link = document.createElement("a");
          link.href = href;
          document.querySelector("main").append(link);
          link.click();
        }
        """,
        "/builds/" + build.id() + "#L450");

    LogPage log = new LogPage(page);
    assertThat(log.line(450)).isInViewport();
    assertThat(log.marked()).hasCount(1);
    page.evaluate("() => { location.hash = '#L20-L21'; }");
    assertThat(log.line(20)).isInViewport();
    assertThat(log.marked()).hasCount(2);
  }

  @Test
  void a_link_to_a_line_that_is_not_there_says_so() throws Exception {
    PlayedBuild build =
        stage.begin().print(LogStage.numbered(50)).step("compile", "succeeded").succeed();

    LogPage log = stage.open(stage.page(Look.DESKTOP), build, "#L7000");

    assertThat(log.notice()).hasText("There is no line 7,000: the log ends with line 50.");
    assertThat(log.line(50)).isInViewport();
    assertThat(log.marked()).hasCount(0);
    assertThat(log.page().locator(".log-copy")).isHidden();
  }

  @Test
  void marked_lines_are_copied_as_a_terminal_shows_them() throws Exception {
    PlayedBuild build =
        stage
            .begin()
            .print("one\n\u001b[1;31mtwo\u001b[0m <b>&amp;\n10%\r100%\n" + LogStage.numbered(2000))
            .step("compile", "succeeded")
            .succeed();
    Page page = stage.page(Look.DESKTOP);
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    LogPage log = stage.open(page, build, "#L2-L4");
    assertThat(log.marked()).hasCount(3);
    assertThat(Axe.violations(page)).isEmpty();

    page.locator(".log-copy").click();

    assertThat(log.notice()).hasText("Lines copied: 3");
    assertThat(page.evaluate("() => navigator.clipboard.readText()"))
        .isEqualTo("two <b>&amp;\n100%\nline 1\n");
  }

  @Test
  void lines_that_were_never_in_the_page_are_copied_too() throws Exception {
    PlayedBuild build =
        stage.begin().print(LogStage.numbered(4000)).step("compile", "succeeded").succeed();
    Page page = stage.page(Look.DESKTOP);
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    LogPage log = stage.open(page, build, "#L501-L3500");
    assertThat(log.line(501)).isInViewport();

    page.locator(".log-copy").click();

    assertThat(log.notice()).hasText("Lines copied: 3000");
    String copied = (String) page.evaluate("() => navigator.clipboard.readText()");
    assertThat(copied.lines()).hasSize(3000).startsWith("line 501").endsWith("line 3500");
  }

  @Test
  void search_counts_steps_through_and_highlights() throws Exception {
    PlayedBuild build =
        stage
            .begin()
            .print(
                LogStage.numbered(3000)
                    + "A \u001b[32mNee\u001b[0mdle\n"
                    + LogStage.numbered(3000)
                    + "needles\n")
            .step("compile", "succeeded")
            .succeed();
    LogPage log = stage.open(build);
    assertThat(log.line(6002)).hasText("needles");
    log.press("Home");
    log.press("/");
    log.page().keyboard().type("needle");

    assertThat(log.count()).hasText("1 of 2");
    assertThat(log.line(3001).locator("mark")).hasText(new String[] {"Nee", "dle"});
    log.page().keyboard().press("Enter");
    assertThat(log.count()).hasText("2 of 2");
    assertThat(log.line(6002)).isInViewport();
    log.page().keyboard().press("Shift+Enter");
    assertThat(log.count()).hasText("1 of 2");
    log.picture("search");
    log.page().locator(".log-case").click();
    assertThat(log.count()).hasText("1 of 1");
    log.page().locator(".log-regex").click();
    BROWSER.expect("status of 400");
    log.search("(");
    assertThat(log.page().locator(".log-query")).hasAttribute("aria-invalid", "true");
    log.search("^need.*s$");
    assertThat(log.count()).hasText("1 of 1");
  }

  @Test
  void matches_are_stepped_through_by_keyboard_alone() throws Exception {
    PlayedBuild build =
        stage
            .begin()
            .print(
                "hit 1\n" + LogStage.numbered(500) + "hit 2\n" + LogStage.numbered(500) + "hit 3\n")
            .step("compile", "succeeded")
            .succeed();
    LogPage log = stage.open(build);
    assertThat(log.line(1003)).hasText("hit 3");
    log.press("Home");

    log.press("Control+f");
    log.page().keyboard().type("hit");

    assertThat(log.count()).hasText("1 of 3");
    assertThat(Axe.violations(log.page())).isEmpty();
    log.page().keyboard().press("F3");
    assertThat(log.count()).hasText("2 of 3");
    assertThat(log.line(502)).isInViewport();
    log.page().keyboard().press("Escape");
    log.page().keyboard().press("n");
    assertThat(log.count()).hasText("3 of 3");
    log.page().keyboard().press("n");
    assertThat(log.count()).hasText("1 of 3");
    assertThat(log.line(1).locator("mark.log-match-current")).hasText("hit");
    log.page().keyboard().press("p");
    assertThat(log.count()).hasText("3 of 3");
    log.page().keyboard().press("Shift+F3");
    assertThat(log.count()).hasText("2 of 3");
  }

  @Test
  void a_search_says_what_it_has_not_found_and_what_it_left_out() throws Exception {
    PlayedBuild build =
        stage
            .begin()
            .print("first\n" + "x".repeat(600_000) + "needle\nlast\n")
            .step("compile", "succeeded")
            .succeed();
    LogPage log = stage.open(build);
    assertThat(log.line(3)).hasText("last");

    log.search("needle");

    assertThat(log.count()).hasText("Not found · lines searched in part: 1");
    assertThat(log.count()).hasAttribute("title", Pattern.compile("512 KiB.*lines 2$"));
    BROWSER.expect("status of 400");
    log.page().locator(".log-regex").click();
    log.search("a**");
    assertThat(log.page().locator(".log-query")).hasAttribute("aria-invalid", "true");
    assertThat(log.count()).containsText("RE2");
    log.search("");
    assertThat(log.page().locator(".log-query")).not().hasAttribute("aria-invalid", "true");
    assertThat(log.count()).hasText("");
  }
}
