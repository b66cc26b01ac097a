package org.laassoa.endtoend.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.laassoa.endtoend.process.Checkout;

/**
 * A page with a log view, as who reads it sees it.
 *
 * @param page the page
 */
record LogPage(Page page) {

  /** The scrolled element. */
  Locator scroller() {
    return page.locator("log-view .log-scroll");
  }

  /** The text of a line that is in the page. */
  Locator line(long number) {
    return page.locator(".log-row:has(> .log-number[data-line=\"" + number + "\"]) > .log-text");
  }

  /** The number of a line that is in the page: a link to it. */
  Locator number(long number) {
    return page.locator(".log-number[data-line=\"" + number + "\"]");
  }

  /** The lines that are marked. */
  Locator marked() {
    return page.locator(".log-marked");
  }

  /** What is said in place of lines. */
  Locator state() {
    return page.locator(".log-state");
  }

  /** What is said above the lines. */
  Locator notice() {
    return page.locator(".log-notice");
  }

  /** The number of the first line that is seen as a whole. */
  long firstSeen() {
    return ((Number)
            page.evaluate(
                """
                () => {
                  const top = document.querySelector(".log-scroll").getBoundingClientRect().top;
                  const row = [...document.querySelectorAll(".log-row .log-number")]
                    .find((one) => one.getBoundingClientRect().top >= top - 1);
                  return Number(row.dataset.line);
                }
                """))
        .longValue();
  }

  /** The number that a script comes to. */
  double evaluate(String script) {
    return ((Number) page.evaluate(script)).doubleValue();
  }

  /** Scrolls by the wheel over the log. */
  void wheel(double pixels) {
    scroller().hover();
    page.mouse().wheel(0, pixels);
  }

  /** Presses a key in the log. */
  void press(String key) {
    scroller().focus();
    page.keyboard().press(key);
  }

  void search(String text) {
    page.locator(".log-query").fill(text);
  }

  Locator count() {
    return page.locator(".log-count");
  }

  /** Takes a picture to look at, in {@code target/screenshots}. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Checkout.root()
                    .resolve("end-to-end/target/screenshots")
                    .resolve("log-" + name + ".png")));
  }
}
