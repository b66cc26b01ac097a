package org.laassoa.endtoend.demo;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Prints the demo: facts in two columns, the build's log behind a bar. */
final class Screen {

  private final PrintStream out;
  private boolean lineStart = true;

  Screen(PrintStream out) {
    this.out = out;
  }

  /** One fact, such as {@code server http://…}; nothing when there is none. */
  void fact(String name, @Nullable Object value) {
    if (value != null) {
      out.printf("  %-9s %s%n", name, value);
      out.flush();
    }
  }

  /** A line of its own, or an empty one. */
  void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A piece of the log, which may begin and end anywhere in a line. */
  void log(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (lineStart) {
        out.print("    | ");
      }
      out.print(c);
      lineStart = c == '\n';
    }
    out.flush();
  }

  /** Ends a last line of the log that has no line end. */
  void endLog() {
    if (!lineStart) {
      out.println();
      lineStart = true;
    }
  }
}
