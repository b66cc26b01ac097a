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
    PlayedBuild build = stage.begin().print(LogStage.numbered(5000)).step("compile", "succeeded").succeed();

    LogPage log = stage.open(stage.page(Look.DESKTOP), build, "#L2500-L2503");

    assertThat(log.line(2500)).hasText("line 2500");
    assertThat(log.line(2500)).isInViewport();
    assertThat(log.marked()).hasCount(4);
    log.number(2505).click();
    assertThat(log.page()).hasURL(Pattern.compile("#L2505$"));
    log.number(2510)
        .click(
            new Locator.ClickOptions()
                .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
    assertThat(log.page()).hasURL(Pattern.compile("#L2505-L2510$"));
    assertThat(log.marked()).hasCount(6);
  }

  @Test
  void search_counts_steps_through_and_highlights() throws Exception {
    PlayedBuild build =
        stage.begin()
            .print(LogStage.numbered(3000) + "A \u001b[32mNee\u001b[0mdle\n" + LogStage.numbered(3000) + "needles\n")
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
}
