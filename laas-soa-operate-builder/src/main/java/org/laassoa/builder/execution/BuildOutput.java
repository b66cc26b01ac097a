package org.laassoa.builder.execution;

/** Where a step says what it does, for the people who read the build's log. */
@FunctionalInterface
public interface BuildOutput {

  /**
   * Adds one line to the log.
   *
   * @param text without a line end; may contain secrets, which are masked on the way
   */
  void line(String text);
}
