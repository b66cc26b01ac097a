package org.laassoa.server.action;

/** What became of one action that an agent says it holds. */
public sealed interface Renewal {

  /** What the agent said. */
  Held held();

  /** The lease is renewed. */
  record Renewed(Held held) implements Renewal {}

  /** The lease is renewed, and somebody wants the action stopped. */
  record CancelRequested(Held held) implements Renewal {}

  /** The agent does not own it (any more). */
  record Lost(Held held) implements Renewal {}
}
