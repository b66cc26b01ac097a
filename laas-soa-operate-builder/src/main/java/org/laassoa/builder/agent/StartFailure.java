package org.laassoa.builder.agent;

/** The agent cannot start or go on; the message is for the person who started it. */
final class StartFailure extends Exception {

  private static final long serialVersionUID = 1L;

  /** Something on this machine is not as it must be. */
  static final int ENVIRONMENT = 1;

  /** An option is missing or wrong; what picocli uses for that too. */
  static final int USAGE = 2;

  /** The server refuses the agent's or the join token. */
  static final int REFUSED = 3;

  private final int exitCode;

  StartFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  StartFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** What a command does. */
  @FunctionalInterface
  interface Work {
    int run() throws StartFailure;
  }

  /** Does a command's work; a failure is told on standard error and becomes the exit code. */
  static int said(Work work) {
    try {
      return work.run();
    } catch (StartFailure failure) {
      System.err.println("laas-agent: " + failure.getMessage());
      return failure.exitCode();
    }
  }

  /** What the process ends with: 1 to 3. */
  int exitCode() {
    return exitCode;
  }
}
