package org.laassoa.endtoend.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What keeps people from using a page, as far as axe-core can tell. */
final class Axe {

  /** Of WCAG 2.2, and what axe-core holds to be good practice besides. */
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Axe() {}

  /** The rules that a page breaks as it is now, each with some of the places. */
  static List<String> violations(Page page) {
    return new AxeBuilder(page)
        .withTags(RULES).analyze().getViolations().stream().map(Axe::describe).toList();
  }

  private static String describe(Rule violation) {
    return violation.getId()
        + " ("
        + violation.getHelp()
        + ") at "
        + violation.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
  }
}
