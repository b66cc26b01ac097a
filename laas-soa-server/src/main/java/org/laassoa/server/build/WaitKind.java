package org.laassoa.server.build;

/** What a queued build waits for most, in one word: what has to change for it to be taken. */
public enum WaitKind {
  /** An agent is about to take it. */
  SOON,
  /** Its project has as many builds under way as it may. */
  HELD_BACK,
  /** Agents that could take it are busy. */
  BUSY,
  /** Agents that could take it have no room on their disks, or say why else they take nothing. */
  DISK,
  /** Agents that could take it are being drained. */
  DRAINED,
  /** No agent that is online has the labels. */
  LABELS,
  /** The rules let no agent that is online take it. */
  RULE,
  /** No agent that is online asks for its type of action. */
  TYPE,
  /** The agents that are online are too old. */
  VERSION,
  /** All agents are offline. */
  OFFLINE,
  /** There is no agent. */
  NO_AGENT;

  /** Whether nothing will take it as things are. */
  public boolean isStuck() {
    return switch (this) {
      case SOON, HELD_BACK, BUSY -> false;
      case DISK, DRAINED, LABELS, RULE, TYPE, VERSION, OFFLINE, NO_AGENT -> true;
    };
  }
}
