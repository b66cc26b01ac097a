package org.laassoa.server.console.build;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a build's time: its wait, its hand-out, or a step.
 *
 * @param name {@link #QUEUE}, {@link #HAND_OUT} or a step's
 * @param state as a step's
 * @param from when it began, by the server's clock
 * @param to when it ended, or null while it goes on
 */
public record Phase(String name, String state, Instant from, @Nullable Instant to) {

  /** Waiting in the queue. */
  static final String QUEUE = "queue";

  /** From the hand-out to the first step. */
  static final String HAND_OUT = "hand_out";

  /**
   * The same while the build runs, when the agent has not told of its first steps: while it runs,
   * agents tell of the step that they are in now and then, and of all only at the end.
   */
  static final String FIRST_STEPS = "first_steps";

  /** When it ended, or how far it has come. */
  Instant end(Instant now) {
    Instant end = to == null ? now : to;
    return end.isBefore(from) ? from : end;
  }

  /** Whether it is a step, which has a log. */
  public boolean isStep() {
    return !name.equals(QUEUE) && !name.equals(HAND_OUT) && !name.equals(FIRST_STEPS);
  }

  /** Whether its state says something: waiting and handing out only ever end well. */
  public boolean hasState() {
    return isStep() || to == null;
  }
}
