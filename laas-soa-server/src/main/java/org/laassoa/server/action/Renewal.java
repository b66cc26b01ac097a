package org.laassoa.server.action;

/** What became of one action that an agent says it holds. */
public sealed interface Renewal {

  /** The action. */
  ActionId action();

  /** The attempt that the agent named. */
  int attempt();

  /** The lease is renewed. */
  record Renewed(ActionId action, int attempt) implements Renewal {}

  /** The lease is renewed, and somebody wants the action stopped. */
  record CancelRequested(ActionId action, int attempt) implements Renewal {}

  /** The agent does not own it (any more). */
  record Lost(ActionId action, int attempt) implements Renewal {}
}
