package org.laassoa.builder.execution;

/** A script that was started, by this process of the agent or by a former one. */
public interface RunningScript extends AutoCloseable {

  /**
   * Waits for its end. An interrupt leaves it as it is: {@link #close} ends it.
   *
   * @throws BuildFailure when the engine that runs it is gone
   */
  ExitStatus await() throws BuildFailure, InterruptedException;

  /**
   * Ends it where it still runs, with everything it started, and removes what was made for it; of a
   * script that has ended that may go on for a moment after this has returned. An interrupt does
   * not cut this short; it stays pending.
   */
  @Override
  void close();
}
