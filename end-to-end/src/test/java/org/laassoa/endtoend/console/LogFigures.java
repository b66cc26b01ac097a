package org.laassoa.endtoend.console;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;

/** What a page with a log costs who looks at it. */
final class LogFigures {

  private LogFigures() {}

  /** Measures once more, at most three times in all, while it is too much: others work too. */
  static double least(double limit, DoubleSupplier measured) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 3 && best > limit; i++) {
      best = Math.min(best, measured.getAsDouble());
    }
    return best;
  }

  /** From now on each page that is loaded notes when the first lines are there. */
  static void watchFirstView(Page page) {
    page.addInitScript(
        """
        const seen = new MutationObserver(() => {
          if (!document.querySelector(".log-text")?.textContent) return;
          window.firstView = performance.now();
          seen.disconnect();
        });
        seen.observe(document, { childList: true, subtree: true, characterData: true });
        """);
  }

  /** From the navigation to the first lines, in milliseconds. */
  static double firstView(LogPage log) {
    return log.evaluate("window.firstView");
  }

  /** From now on the page notes tasks that are longer than 50 ms. */
  static void watchTasks(LogPage log) {
    log.page()
        .evaluate(
            """
            () => {
              window.longTasks = [];
              new PerformanceObserver((list) =>
                window.longTasks.push(...list.getEntries().map((entry) => entry.duration)))
                .observe({ type: "longtask" });
            }
            """);
  }

  /** The longest task while something is done, in milliseconds; 0 below 50. */
  static double longestTask(LogPage log, Runnable deed) {
    log.page().evaluate("() => { window.longTasks.length = 0; }");
    deed.run();
    return log.evaluate("Math.max(0, ...window.longTasks)");
  }

  /**
   * What the page's own process keeps in memory, in bytes; its JavaScript heap is a part of it.
   *
   * @param shared with the pages of the browser's program, which all its processes share
   */
  static long memory(LogPage log, boolean shared) throws IOException {
    CDPSession session = log.page().context().browser().newBrowserCDPSession();
    long most = 0;
    for (JsonElement one :
        session.send("SystemInfo.getProcessInfo").getAsJsonArray("processInfo")) {
      JsonObject process = one.getAsJsonObject();
      if (process.get("type").getAsString().equals("renderer")) {
        Path status = Path.of("/proc/" + process.get("id").getAsLong() + "/status");
        long own = kibibytes(status, "VmRSS") - (shared ? 0 : kibibytes(status, "RssFile"));
        most = Math.max(most, own * 1024);
      }
    }
    return most;
  }

  private static long kibibytes(Path status, String name) throws IOException {
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /** Has the browser throw away what nobody needs, as it does when a page rests. */
  static void collectGarbage(LogPage log) {
    log.page().context().newCDPSession(log.page()).send("HeapProfiler.collectGarbage");
  }
}
