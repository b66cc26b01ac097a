package org.laassoa.server.action;

import java.util.Locale;
import java.util.Set;

/**
 * The states of an action. The table's CHECK and the diagram in docs/architecture.md say the same;
 * a test holds the three against each other.
 */
public enum ActionState {
  /** Waits for an agent. */
  QUEUED,
  /** Handed to an agent that has not said yet that it has it. */
  CONSUMED,
  /** An agent works on it. */
  RUNNING,
  /** Ended well. */
  SUCCEEDED,
  /** Ended, and not well. */
  FAILED,
  /** Stopped by somebody. */
  CANCELLED;

  /** Whether an action in this state can be in that one next. */
  public boolean canBecome(ActionState next) {
    return successors().contains(next);
  }

  /** The states that can follow; none for a state that is final. */
  public Set<ActionState> successors() {
    return switch (this) {
      case QUEUED -> Set.of(CONSUMED, CANCELLED);
      // An agent may report the end in its first word, and a lease may end in both states.
      case CONSUMED -> Set.of(RUNNING, QUEUED, SUCCEEDED, FAILED, CANCELLED);
      case RUNNING -> Set.of(QUEUED, SUCCEEDED, FAILED, CANCELLED);
      case SUCCEEDED, FAILED, CANCELLED -> Set.of();
    };
  }

  /** Whether nothing can follow. */
  public boolean ended() {
    return successors().isEmpty();
  }

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that name. */
  public static ActionState ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
