package org.laassoa.endtoend.relay;

/** How much of a message passes the relay. */
public sealed interface Passage {

  /** All of it. */
  record Whole() implements Passage {}

  /**
   * Only its first part; then both connections are cut.
   *
   * @param part of the whole message, from 0 (nothing) to 1
   */
  record Cut(double part) implements Passage {}
}
