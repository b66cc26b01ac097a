package org.laassoa.server.action;

/** What became of the report of an end. */
public sealed interface Completed {

  /**
   * The action is in its final state; by this report, or by the same one before.
   *
   * @param state the final state
   */
  record Ended(ActionState state) implements Completed {}

  /**
   * The log that is stored does not have the length that was reported; nothing is changed.
   *
   * @param stored how many bytes are stored
   */
  record OtherLogLength(long stored) implements Completed {}

  /** The sender does not own the attempt; nothing is changed. */
  record Superseded() implements Completed {}
}
