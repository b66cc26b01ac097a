package org.laassoa.builder.doctor;

/**
 * What a check finds.
 *
 * @param level how bad it is
 * @param what it is, in a few words
 * @param advice what to do about it; empty when nothing is to be done
 */
public record Finding(Level level, String what, String advice) {

  /** How bad something is. */
  public enum Level {
    /** As it should be. */
    OK("ok"),
    /** Builds run, but something may go wrong. */
    WARN("warn"),
    /** The agent cannot do its work. */
    FAIL("FAIL");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  static Finding ok(String what) {
    return new Finding(Level.OK, what, "");
  }

  static Finding warn(String what, String advice) {
    return new Finding(Level.WARN, what, advice);
  }

  static Finding fail(String what, String advice) {
    return new Finding(Level.FAIL, what, advice);
  }

  /** A line for people, and one more for what to do. */
  String lines(String check) {
    String line = String.format("%-5s%-12s %s", level.word, check, what);
    return advice.isEmpty() ? line : line + System.lineSeparator() + " ".repeat(18) + advice;
  }
}
