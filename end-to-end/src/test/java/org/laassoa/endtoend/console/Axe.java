package org.laassoa.endtoend.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe-core finds on a page, by WCAG 2.2 and by what it holds to be good practice besides. */
final class Axe {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Axe() {}

  /** What is wrong with the page as it is now, in words; nothing where all is well. */
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
