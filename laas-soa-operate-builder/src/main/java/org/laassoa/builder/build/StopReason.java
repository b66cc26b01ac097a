package org.laassoa.builder.build;

/** Who stopped a build from outside. */
public enum StopReason {
  /** Its time limit was reached: it ends as timed out. */
  TIME_LIMIT,
  /** Somebody cancelled it: it ends as cancelled. */
  CANCELLED,
  /** It printed more than a log may have: it ends as failed. */
  LOG_LIMIT,
  /** The agent ends in order: it ends as given back, for another agent to begin anew. */
  HANDED_BACK,
  /** Its lease is lost: nothing is reported. */
  ABANDONED,
  /** The agent ends out of order: nothing is reported, the server notices when the lease ends. */
  SHUT_DOWN,
  /**
   * What a former process of the agent had started is gone, and nobody saw how it ended: nothing is
   * reported, the server decides when the lease ends.
   */
  LOST;

  /** Whether nothing is reported of the build. */
  boolean letsGo() {
    return switch (this) {
      case TIME_LIMIT, CANCELLED, LOG_LIMIT, HANDED_BACK -> false;
      case ABANDONED, SHUT_DOWN, LOST -> true;
    };
  }
}
