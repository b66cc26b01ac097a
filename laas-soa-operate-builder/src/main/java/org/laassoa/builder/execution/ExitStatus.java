package org.laassoa.builder.execution;

/** How a script ended. */
public sealed interface ExitStatus {

  /**
   * It ended by itself or was killed by somebody else.
   *
   * @param code 0 to 255; above 128 it was killed by signal {@code code - 128}
   */
  record Exited(int code) implements ExitStatus {}

  /** It was killed since it needed more memory than it may use. */
  record OutOfMemory() implements ExitStatus {}
}
