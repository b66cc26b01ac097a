package org.laassoa.builder.server;

/** The server's answer to the end of an attempt. */
public sealed interface Completed {

  /** The end is recorded, now or by an earlier call. */
  record Recorded() implements Completed {}

  /**
   * The log is not all there yet: send the rest, then complete again.
   *
   * @param offset the next byte wanted
   */
  record LogIncomplete(long offset) implements Completed {}

  /** The attempt belongs to nobody or somebody else by now: there is nothing left to report. */
  record Superseded() implements Completed {}
}
