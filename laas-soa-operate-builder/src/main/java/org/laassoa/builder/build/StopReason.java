package org.laassoa.builder.build;

/** Who stopped a build from outside. */
public enum StopReason {
  /** Its time limit was reached: it ends as timed out. */
  TIME_LIMIT,
  /** Somebody cancelled it: it ends as cancelled. */
  CANCELLED,
  /** It printed more than a log may have: it ends as failed. */
  LOG_LIMIT,
  /** Its lease is lost: nothing is reported. */
  ABANDONED,
  /** The agent ends: nothing is reported, the server gives the action to another agent. */
  SHUT_DOWN
}
